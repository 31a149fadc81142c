import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { canonicalQuery } from './canonical-query.ts';
import { type Filter, Query } from './query.ts';

const query: Query = {
  measures: ['persons'],
  rows: [{ dimension: 'residence', level: 'municipality' }],
  filters: [
    { dimension: 'sex', members: ['K'] },
    { dimension: 'age', members: ['0-4', '5-9'] },
  ],
};

describe('Query', () => {
  it('refuses fields it does not know, at every depth', () => {
    assert.equal(Query.safeParse(query).success, true);
    const unknown = [
      { ...query, limit: 10 },
      { ...query, rows: [{ ...query.rows![0], sort: 'asc' }] },
      { ...query, filters: [{ ...query.filters![0], not: true }] },
      { ...query, filters: [{ dimension: 'time', level: 'year', latest: 2, from: '2024' }] },
      { ...query, filters: [{ dimension: 'time', members: ['2024'], latest: 2 }] },
      { ...query, rows: [{ ...query.rows![0], top: { count: 3, by: 'persons', rest: true } }] },
      JSON.parse('{"measures":["persons"],"__proto__":{}}') as unknown,
    ];
    for (const body of unknown) assert.equal(Query.safeParse(body).success, false, JSON.stringify(body));
  });

  it('takes names that could be in a cube and no others', () => {
    for (const name of ['Persons', 'per sons', '', '-x', 'x-', "x'", 'x;--', 'a'.repeat(65), '<b>', '../x']) {
      assert.equal(Query.safeParse({ measures: [name] }).success, false, name);
    }
    for (const code of ['', '=1', '-1', ' K', "K'", 'a/b', 'x'.repeat(33), '\u202eK']) {
      assert.equal(
        Query.safeParse({ ...query, filters: [{ dimension: 'sex', members: [code] }] }).success,
        false,
        code,
      );
    }
    for (const code of ['K', '0101', '2024-Q1', '80+', 'Ærø', 'A.1_b']) {
      assert.equal(
        Query.safeParse({ ...query, filters: [{ dimension: 'sex', members: [code] }] }).success,
        true,
        code,
      );
    }
  });
});

describe('the bounds of what is kept', () => {
  const takes = (part: object): boolean => Query.safeParse({ measures: ['persons'], ...part }).success;

  it('are those of an axis entry', () => {
    const entry = (more: object): boolean =>
      takes({ rows: [{ dimension: 'residence', level: 'region', ...more }] });
    const top = (count: number): boolean => entry({ top: { count, by: 'persons' } });
    assert.deepEqual([0, 1, 100, 101, 2.5].map(top), [false, true, true, false, false]);
    const codes = (count: number): string[] => Array.from({ length: count }, (_, at) => `m${at}`);
    assert.deepEqual([entry({ open: codes(1000) }), entry({ open: codes(1001) })], [true, false]);
    assert.equal(entry({ top: { count: 3 } }), false, 'the greatest of what?');
  });

  it('are those of a filter', () => {
    const latest = (count: number): boolean =>
      takes({ filters: [{ dimension: 'time', level: 'year', latest: count }] });
    assert.deepEqual([0, 1, 1000, 1001].map(latest), [false, true, true, false]);
    assert.equal(takes({ filters: [{ dimension: 'time', latest: 1 }] }), false, 'a level is named');
    assert.equal(takes({ filters: [{ dimension: 'time', level: 'year' }] }), true, 'open at both ends');
  });
});

describe('canonicalQuery', () => {
  it('is the same for the same question, however it is written', () => {
    const filters = fc.shuffledSubarray(query.filters!, { minLength: 2 });
    fc.assert(
      fc.property(filters, fc.shuffledSubarray(['0-4', '5-9', '0-4'], { minLength: 3 }), (order, members) => {
        const same = {
          ...query,
          columns: [],
          totals: false,
          rows: [{ dimension: 'residence', level: 'municipality', parents: false, open: [] }],
          filters: order.map((filter) => (filter.dimension === 'age' ? { ...filter, members } : filter)),
        };
        assert.equal(canonicalQuery(same), canonicalQuery(query));
      }),
    );
  });

  it('differs for another question', () => {
    const others: Query[] = [
      { ...query, measures: ['contacts'] },
      { ...query, totals: true },
      { ...query, rows: [], columns: query.rows },
      { ...query, rows: [{ dimension: 'residence', level: 'region' }] },
      { ...query, rows: [{ dimension: 'residence', level: 'municipality', parents: true }] },
      { ...query, filters: query.filters!.slice(1) },
      { ...query, measures: ['persons', 'contacts'] },
      { ...query, measures: ['contacts', 'persons'] },
      { ...query, measures: ['persons.growth'] },
      ...[
        { open: ['1084'] },
        { open: ['1084', '1085'] },
        { top: { count: 5, by: 'persons' } },
        { top: { count: 6, by: 'persons' } },
        { top: { count: 5, by: 'contacts' } },
        { top: { count: 5, by: 'persons', others: true } },
      ].map((more) => ({ ...query, rows: [{ dimension: 'residence', level: 'municipality', ...more }] })),
      ...[
        { latest: 2 },
        { latest: 3 },
        {},
        { from: '2023' },
        { to: '2023' },
        { from: '2023', to: '2024' },
        { from: '2024', to: '2023' },
      ].map((kept) => ({ ...query, filters: [{ dimension: 'time', level: 'year', ...kept }] })),
    ];
    assert.equal(new Set([query, ...others].map(canonicalQuery)).size, others.length + 1);
  });

  const id = fc.constantFrom('residence', 'age', 'sex');
  const level = fc.constantFrom('coarse', 'fine');
  const code = fc.constantFrom('K', 'M', '0-4', 'Ærø');
  const codes = fc.array(code, { minLength: 1, maxLength: 4 });
  const top = fc.record(
    {
      count: fc.integer({ min: 1, max: 2 }),
      by: fc.constantFrom('persons', 'persons.growth'),
      others: fc.boolean(),
    },
    { requiredKeys: ['count', 'by'], noNullPrototype: true },
  );
  const entry = fc.record(
    { dimension: id, level, parents: fc.boolean(), open: fc.array(code, { maxLength: 3 }), top },
    { requiredKeys: ['dimension', 'level'], noNullPrototype: true },
  );
  const filter: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ dimension: id, members: codes }, { noNullPrototype: true }),
    fc.record({ dimension: id, level, latest: fc.integer({ min: 1, max: 2 }) }, { noNullPrototype: true }),
    fc.record(
      { dimension: id, level, from: code, to: code },
      { requiredKeys: ['dimension', 'level'], noNullPrototype: true },
    ),
  );
  const anyQuery: fc.Arbitrary<Query> = fc.record(
    {
      measures: fc.array(fc.constantFrom('persons', 'contacts'), { minLength: 1, maxLength: 2 }),
      rows: fc.array(entry, { maxLength: 2 }),
      columns: fc.array(entry, { maxLength: 2 }),
      filters: fc.array(filter, { maxLength: 3 }),
      totals: fc.boolean(),
    },
    { requiredKeys: ['measures'], noNullPrototype: true },
  );

  /** What a query asks, written down with everything left out spelled out and every set as a set. */
  function meaning(asked: Query): unknown {
    const axis = (entries: Query['rows'] = []): unknown =>
      entries.map(({ parents = false, open = [], top: greatest, ...entry }) => ({
        ...entry,
        parents,
        open: new Set(open),
        top: greatest && { ...greatest, others: greatest.others ?? false },
      }));
    const filters = (asked.filters ?? []).map((kept) =>
      'members' in kept ? { ...kept, members: new Set(kept.members) } : kept,
    );
    return {
      measures: asked.measures,
      rows: axis(asked.rows),
      columns: axis(asked.columns),
      filters,
      totals: asked.totals ?? false,
    };
  }

  it('is one string for one meaning, and two for two', () => {
    fc.assert(
      fc.property(anyQuery, anyQuery, (one, other) => {
        const inOrder = (asked: Query): Query => ({
          ...asked,
          filters: [...(asked.filters ?? [])].sort((a, b) =>
            canonicalQuery({ measures: [], filters: [a] }) < canonicalQuery({ measures: [], filters: [b] })
              ? -1
              : 1,
          ),
        });
        const same = isDeepStrictEqual(meaning(inOrder(one)), meaning(inOrder(other)));
        assert.equal(canonicalQuery(one) === canonicalQuery(other), same);
      }),
    );
  });

  it('does not depend on the order of filters, also where several are on one dimension', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(5), (asked, turn) => {
        const filters = asked.filters ?? [];
        const turned = [...filters.slice(turn % 3), ...filters.slice(0, turn % 3)];
        assert.equal(canonicalQuery({ ...asked, filters: turned.reverse() }), canonicalQuery(asked));
      }),
    );
  });

  it('is the same after a journey, and leaves the query as it was', () => {
    fc.assert(
      fc.property(anyQuery, (asked) => {
        const before = structuredClone(asked);
        const canonical = canonicalQuery(asked);
        assert.deepEqual(asked, before);
        assert.equal(canonicalQuery(Query.parse(JSON.parse(JSON.stringify(asked)))), canonical);
      }),
    );
  });
});
