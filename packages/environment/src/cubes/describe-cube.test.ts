import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Cube } from '@datakube/contract';
import type { ReleaseManifest } from '../release/release-store.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { describeCube } from './describe-cube.ts';

const manifest: ReleaseManifest = {
  cube: 'tiny',
  id: '0123',
  sequence: 1,
  since: 1,
  published: '2026-01-01T00:00:00.000Z',
  synthetic: true,
  cuboids: [
    { dimensions: [{ dimension: 'time', level: 'year' }], cells: 2 },
    { dimensions: [{ dimension: 'time', level: 'month' }], cells: 34 },
  ],
  report: {
    cells: 34,
    primary: 1,
    secondary: 2,
    determined: 0,
    withheld: 0,
    certificate: null,
    seconds: 1,
    gates: [],
  },
  inputs: 'secret-inputs',
};

describe('describing a cube', () => {
  const cube = describeCube(tinyCube(), manifest, true);

  it('fits the contract', () => {
    assert.deepEqual(Cube.parse(cube), cube);
  });

  it('counts members, names the default, and says where persons have several', () => {
    const [place, , , time, disease] = cube.dimensions;
    assert.deepEqual(
      place!.levels.map((level) => level.members),
      [2, 5],
    );
    assert.equal(place!.default, null);
    assert.equal(time!.default, '2024');
    assert.equal(time!.total, null);
    assert.deepEqual(
      cube.dimensions.map((dimension) => dimension.multiple),
      [false, false, false, false, true, false, false],
    );
    assert.equal(disease!.id, 'disease');
    assert.deepEqual(
      cube.measures.map((measure) => measure.decimals),
      [0, 0, 0, 1],
    );
    assert.equal(cube.release.cells, 36);
  });

  it('names groupings and counts their groups, which are asked for like members', () => {
    const grouped = describeCube(tinyCube(withGroupings), manifest, true);
    assert.deepEqual(Cube.parse(grouped), grouped);
    assert.deepEqual(grouped.dimensions[1]!.groupings, [
      { id: 'life', name: { da: 'life', en: 'life' }, level: 'narrow', members: 2 },
    ]);
    assert.deepEqual(cube.dimensions[1]!.groupings, []);
  });

  it('says nothing of tables, columns, access or what the release was made from', () => {
    const text = JSON.stringify(cube);
    for (const word of [
      'citizen_year',
      'visit"',
      'diseases',
      'column',
      'access":["',
      'secret-inputs',
      'primary',
    ]) {
      assert.ok(!text.includes(word), word);
    }
  });
});
