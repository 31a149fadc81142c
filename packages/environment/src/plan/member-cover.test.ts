import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tinyCube } from '../testing/tiny-cube.ts';
import { coverOf, isWithin } from './member-cover.ts';

const cube = tinyCube();
const place = cube.dimension('place')!;
const disease = cube.dimension('disease')!;
const time = cube.dimension('time')!;
const codes = (dimension: typeof place, nodes: readonly number[]): string[] =>
  nodes.map((node) => dimension.members[node]?.code ?? 'total');
const nodes = (dimension: typeof place, ...names: string[]): number[] =>
  names.map((name) => dimension.nodeOf.get(name)!);

describe('coverOf', () => {
  it('counts a member inside another once', () => {
    assert.deepEqual(codes(place, coverOf(place, nodes(place, 'Aa', 'south', 'Ca', 'Ek'))), ['south', 'Aa']);
  });

  it('takes all children for their parent, and all parents for the total', () => {
    assert.deepEqual(codes(place, coverOf(place, nodes(place, 'Aa', 'Bo', 'Ca'))), ['north', 'Ca']);
    assert.deepEqual(codes(place, coverOf(place, nodes(place, 'Aa', 'Bo', 'south'))), ['total']);
  });

  it('has no total to take all years for', () => {
    assert.deepEqual(codes(time, coverOf(time, nodes(time, '2023', '2024'))), ['2023', '2024']);
    const months = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}`);
    assert.deepEqual(codes(time, coverOf(time, nodes(time, ...months))), ['2024']);
  });

  it('does not take all diseases for everybody: many have none', () => {
    assert.deepEqual(codes(disease, coverOf(disease, nodes(disease, 'copd', 'diabetes', 'asthma'))), [
      'copd',
      'diabetes',
      'asthma',
    ]);
  });

  it('holds exactly the leaves that were named, none twice', () => {
    const any = fc.uniqueArray(fc.integer({ min: 0, max: place.members.length - 1 }), { minLength: 1 });
    fc.assert(
      fc.property(any, (named) => {
        const cover = coverOf(place, named);
        for (const leaf of place.leaves) {
          const inCover = cover.filter((node) => isWithin(place, leaf, new Set([node]))).length;
          assert.equal(inCover, isWithin(place, leaf, new Set(named)) ? 1 : 0);
        }
      }),
    );
  });
});
