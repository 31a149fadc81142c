import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
});
