import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Flag } from '@datakube/contract';
import { areaModel } from '../../model/read-cell-set.ts';
import { cellSetOf, member, type CellLike } from '../../testing/cell-set.fixture.ts';
import { areaGeometry, type AreaGeometry } from './area-geometry.ts';

const room = {
  width: 600,
  height: 300,
  ticks: 26,
  seriesLabels: 62,
  categoryLabel: 28,
  decimals: 0,
  notes: [],
  levels: [],
};

function geometryOf(
  series: readonly (readonly CellLike[])[],
  flags: Record<number, Flag[]> = {},
): AreaGeometry {
  const cellSet = cellSetOf(
    series.map((_, index) => [member('sex', `s${index}`)]),
    (series[0] ?? []).map((_, index) => [
      { ...member('time', String(2000 + index)), ...(flags[index] ? { flags: flags[index] } : {}) },
    ]),
    series,
  );
  return areaGeometry(areaModel(cellSet, {}), room);
}
const edges = ({ layers }: AreaGeometry, layer: number) =>
  layers[layer]?.points.map(({ y, base }) => (y === null ? null : [Math.round(base), Math.round(y)]));

describe('stacked areas', () => {
  it('stand on one another from zero, by hand-worked arithmetic', () => {
    // Down: 100 at 10, 0 at 300 − 22 = 278, 2.68 each.
    const geometry = geometryOf([
      [50, 25],
      [50, 50],
    ]);
    assert.deepEqual(edges(geometry, 0), [
      [278, 144],
      [278, 211],
    ]);
    assert.deepEqual(edges(geometry, 1), [
      [144, 10],
      [211, 77],
    ]);
    assert.deepEqual(geometry.strips, []);
  });

  it('have no place above what is hidden, and hatch or a piece of the strip instead', () => {
    const geometry = geometryOf([
      [50, 'suppressed', 50],
      [20, 20, 'suppressed'],
      [30, 30, 30],
    ]);
    const placed = [0, 1, 2].map((layer) => edges(geometry, layer)?.map((edge) => edge !== null));
    assert.deepEqual(placed, [
      [true, false, true],
      [true, false, false],
      [true, false, false],
    ]);
    assert.deepEqual(
      geometry.strips.map(({ category, series }) => [category, series]),
      [
        [1, 0],
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
    );
  });

  it('leave a gap without hatch where a value is missing, and nothing stands above it either', () => {
    const geometry = geometryOf([
      [50, 'missing'],
      [20, 20],
    ]);
    assert.deepEqual(edges(geometry, 1)?.[1], null);
    assert.deepEqual(
      geometry.strips.map(({ series }) => series),
      [1],
    );
  });

  it('take their axis from what is drawn, never from what stands above a gap', () => {
    const ticks = (series: readonly (readonly CellLike[])[]) =>
      geometryOf(series).ticks.map(({ value }) => value);
    assert.deepEqual(
      ticks([
        [50, 'suppressed'],
        [20, 9000],
      ]),
      ticks([
        [50, 'suppressed'],
        [20, 1],
      ]),
    );
  });

  it('are parted where the series breaks', () => {
    const { layers } = geometryOf([[1, 2, 3]], { 1: ['break'] });
    assert.deepEqual(
      layers[0]?.points.map(({ breaks }) => breaks),
      [false, true, false],
    );
  });
});
