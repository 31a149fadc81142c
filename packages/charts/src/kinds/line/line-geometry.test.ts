import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member, type CellLike } from '../../testing/cell-set.fixture.ts';
import { lineModel } from '../../model/read-cell-set.ts';
import { STRIP_HEIGHT } from '../../scene/strip.ts';
import { lineGeometry, type LineGeometry } from './line-geometry.ts';

const room = {
  width: 600,
  height: 300,
  ticks: 26,
  seriesLabels: 62,
  categoryLabel: 28,
  decimals: 0,
  zero: true,
  notes: [],
  levels: [],
};

function geometryOf(series: readonly (readonly CellLike[])[], zero = true): LineGeometry {
  const cellSet = cellSetOf(
    series.map((_, index) => [member('residence', `m${index}`)]),
    (series[0] ?? []).map((_, index) => [member('time', String(2000 + index))]),
    series,
  );
  return lineGeometry(lineModel(cellSet, {}), { ...room, zero });
}

describe('line geometry', () => {
  it('places points by hand-worked arithmetic', () => {
    // Across: from 26 + 14 = 40 to 600 − 62 − 18 = 520, five periods, 120 apart.
    // Down: 100 at 10, 0 at 300 − 22 = 278, 2.68 each.
    const { lines, floor } = geometryOf([[0, 25, 50, 75, 100]]);
    const points = lines[0]?.points ?? [];
    assert.deepEqual(
      points.map(({ x }) => x),
      [40, 160, 280, 400, 520],
    );
    assert.deepEqual(
      points.map(({ y }) => Math.round((y ?? 0) * 100) / 100),
      [278, 211, 144, 77, 10],
    );
    assert.equal(floor, 278);
  });

  it('gives a hidden period no height, and hatch on the axis below every height', () => {
    const { lines, strips, floor, plot } = geometryOf([[10, 'suppressed', 'suppressed', 40, 50]]);
    assert.deepEqual(
      lines[0]?.points.map(({ y }) => y === null),
      [false, true, true, false, false],
    );
    assert.deepEqual(
      strips.map(({ category }) => category),
      [1, 2],
    );
    assert.ok(plot.bottom - STRIP_HEIGHT > floor);
    for (const { y } of lines[0]?.points ?? []) assert.ok(y === null || y <= floor);
    // The strip is the step between periods, centred on the period.
    assert.deepEqual(
      strips.map(({ x, width }) => [x, width]),
      [
        [100, 120],
        [220, 120],
      ],
    );
  });

  it('shares the strip where several series are hidden in one period', () => {
    const { strips } = geometryOf([
      [10, 'suppressed', 30],
      [10, 'suppressed', 30],
    ]);
    assert.deepEqual(
      strips.map(({ series, x, width }) => [series, x, width]),
      [
        [0, 160, 120],
        [1, 280, 120],
      ],
    );
  });

  it('begins at zero where asked, or where the smallest is under half of the largest', () => {
    const lowest = (series: readonly CellLike[], zero: boolean): number | undefined =>
      geometryOf([series], zero).ticks[0]?.value;
    assert.equal(lowest([60, 100], true), 0);
    assert.equal(lowest([40, 100], false), 0);
    assert.notEqual(lowest([60, 100], false), 0);
  });

  it('keeps labels of neighbouring lines apart, in the order of the lines', () => {
    const { lines } = geometryOf([
      [1, 50],
      [1, 51],
      [1, 52],
    ]);
    const ys = lines.map(({ labelY }) => labelY);
    assert.ok((ys[0] ?? 0) - (ys[1] ?? 0) >= 15);
    assert.ok((ys[1] ?? 0) - (ys[2] ?? 0) >= 15);
  });

  it('labels the first and last period, and no two too near', () => {
    const { labelled, xs } = geometryOf([Array.from({ length: 36 }, (_, month) => month)]);
    assert.equal(labelled[0], 0);
    assert.equal(labelled.at(-1), 35);
    labelled.slice(1).forEach((category, index) => {
      assert.ok((xs[category] ?? 0) - (xs[labelled[index] ?? 0] ?? 0) >= 28 + 12 - 1e-9);
    });
  });
});
