import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Filter } from '@datakube/contract';
import fc from 'fast-check';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { resolveFilters } from './resolve-filters.ts';

const cube = tinyCube(withGroupings);

/** Codes a filter keeps, or what is wrong with it. */
function kept(filter: Filter): string[] | string {
  const faults: string[] = [];
  const found = resolveFilters(
    [filter],
    cube,
    (pointer, message) => void faults.push(`${pointer}: ${message}`),
  );
  if (faults.length > 0) return faults.join();
  const { members } = cube.dimension(filter.dimension)!;
  return found.get(filter.dimension)!.nodes.map((node) => members[node]!.code);
}

const MONTHS = ['2023', '2024'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
);

describe('a filter on the latest', () => {
  const latest = (level: string, count: number): unknown => kept({ dimension: 'time', level, latest: count });

  it('keeps the last periods of a level, and as many as there are', () => {
    assert.deepEqual(latest('year', 1), ['2024']);
    assert.deepEqual(latest('quarter', 3), ['2024-Q2', '2024-Q3', '2024-Q4']);
    assert.deepEqual(latest('year', 9), ['2023', '2024']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        assert.deepEqual(latest('month', count), MONTHS.slice(-count));
      }),
    );
  });

  it('is for time alone, and for levels there are', () => {
    assert.equal(
      kept({ dimension: 'place', level: 'town', latest: 2 }),
      '/filters/0/latest: Only periods have a latest',
    );
    assert.equal(latest('week', 2), '/filters/0/level: The dimension has no such level');
  });
});

describe('a filter on a range', () => {
  it('keeps what is between, both ends included, in code-list order', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(23), (a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        const range = { dimension: 'time', level: 'month', from: MONTHS[first]!, to: MONTHS[last]! };
        assert.deepEqual(kept(range), MONTHS.slice(first, last + 1));
      }),
    );
    assert.deepEqual(kept({ dimension: 'age', level: 'narrow', from: '30', to: '60' }), ['30', '60']);
  });

  it('is open at an end that is left out', () => {
    assert.deepEqual(kept({ dimension: 'age', level: 'narrow', from: '60' }), ['60', '80']);
    assert.deepEqual(kept({ dimension: 'age', level: 'narrow', to: '30' }), ['0', '30']);
    assert.deepEqual(kept({ dimension: 'age', level: 'narrow' }), ['0', '30', '60', '80']);
  });

  it('is refused where an end is not on the level, or comes before the other', () => {
    const narrow = { dimension: 'age', level: 'narrow' };
    assert.equal(kept({ ...narrow, from: 'young' }), '/filters/0/from: The level has no such member');
    assert.equal(kept({ ...narrow, to: '31' }), '/filters/0/to: The level has no such member');
    assert.equal(kept({ ...narrow, from: '60', to: '30' }), '/filters/0/to: The range ends before it begins');
  });

  it('runs over groups as over members', () => {
    assert.deepEqual(kept({ dimension: 'place', level: 'shore', to: 'coast' }), ['Aa', 'Do']);
  });
});

describe('a filter on members', () => {
  it('keeps the members of a group it names', () => {
    assert.deepEqual(kept({ dimension: 'place', members: ['lower', 'north'] }), ['Ca', 'Do', 'north']);
    assert.equal(
      kept({ dimension: 'place', members: ['coast', 'Xx'] }),
      '/filters/0/members/1: The dimension has no such member',
    );
  });
});
