import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { canonicalQuery, Query } from './query.ts';

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

describe('canonicalQuery', () => {
  it('is the same for the same question, however it is written', () => {
    const filters = fc.shuffledSubarray(query.filters!, { minLength: 2 });
    fc.assert(
      fc.property(filters, fc.shuffledSubarray(['0-4', '5-9', '0-4'], { minLength: 3 }), (order, members) => {
        const same = {
          ...query,
          columns: [],
          totals: false,
          rows: [{ dimension: 'residence', level: 'municipality', parents: false }],
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
    ];
    assert.equal(new Set([query, ...others].map(canonicalQuery)).size, others.length + 1);
  });

  const id = fc.constantFrom('residence', 'age', 'sex');
  const entry = fc.record(
    { dimension: id, level: fc.constantFrom('coarse', 'fine'), parents: fc.boolean() },
    { requiredKeys: ['dimension', 'level'], noNullPrototype: true },
  );
  const codes = fc.array(fc.constantFrom('K', 'M', '0-4', 'Ærø'), { minLength: 1, maxLength: 4 });
  const anyQuery: fc.Arbitrary<Query> = fc.record(
    {
      measures: fc.array(fc.constantFrom('persons', 'contacts'), { minLength: 1, maxLength: 2 }),
      rows: fc.array(entry, { maxLength: 2 }),
      columns: fc.array(entry, { maxLength: 2 }),
      filters: fc.array(fc.record({ dimension: id, members: codes }, { noNullPrototype: true }), {
        maxLength: 3,
      }),
      totals: fc.boolean(),
    },
    { requiredKeys: ['measures'], noNullPrototype: true },
  );

  /** What a query asks, written down with everything left out spelled out and every set as a set. */
  function meaning(asked: Query): unknown {
    const axis = (entries: Query['rows'] = []): unknown =>
      entries.map(({ dimension, level, parents = false }) => ({ dimension, level, parents }));
    const filters = (asked.filters ?? []).map(({ dimension, members }) => ({
      dimension,
      members: new Set(members),
    }));
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
