import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import { PANEL, smallMultiplesGeometry, STRIP_HEIGHT } from './small-multiples-geometry.ts';
import { smallMultiplesModel } from './small-multiples-scene.ts';

const country = { dimension: 'residence', member: 'total' };
const cellSet = (rows: readonly (readonly CellLike[])[], together?: readonly CellLike[]) =>
  cellSetOf(
    [...rows.map((_, at) => [member('residence', `m${at}`)]), ...(together ? [[total('residence')]] : [])],
    (rows[0] ?? []).map((_, at) => [member('time', String(2016 + at))]),
    [...rows, ...(together ? [together] : [])],
  );
const of = (rows: readonly (readonly CellLike[])[], width = 616, together?: readonly CellLike[]) =>
  smallMultiplesGeometry(smallMultiplesModel(cellSet(rows, together), { references: [country] }), {
    width,
    values: 16,
    decimals: 0,
    zero: true,
  });
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  fc.constantFrom<CellLike>('suppressed', 'missing'),
);
const rows = fc
  .integer({ min: 1, max: 8 })
  .chain((periods) =>
    fc.array(fc.array(cell, { minLength: periods, maxLength: periods }), { minLength: 1, maxLength: 30 }),
  );

describe('small multiples geometry', () => {
  it('places panels by hand-worked arithmetic', () => {
    // Four columns in 616: (616 − 3 × 16) / 4 = 142 wide, 158 apart; the fifth begins the second row, 88 further down.
    const { panels, key, panelWidth, height } = of([[1], [2], [3], [4], [5]]);
    assert.equal(panelWidth, 142);
    assert.deepEqual(
      panels.map(({ x, y }) => [x, y]),
      [
        [0, 0],
        [158, 0],
        [316, 0],
        [474, 0],
        [0, 88],
      ],
    );
    assert.deepEqual([key, height], [{ x: 158, y: 88 }, 88 + 76]);
  });

  it('places points by hand-worked arithmetic, by one scale in all panels', () => {
    // Across: from 2 to 142 − 16 − 10 = 116, two periods. Down: 0 at 72, 100 at 26, 0,46 each.
    const { panels } = of([
      [0, 100],
      [50, 25],
    ]);
    assert.deepEqual(
      panels.map(({ points }) => points.map(({ x, y }) => [x, y])),
      [
        [
          [2, 72],
          [116, 26],
        ],
        [
          [160, 49],
          [274, 60.5],
        ],
      ],
    );
  });

  it('is as wide as it may be, and has as many columns as there is room for', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 140, max: 1400 }), (cells, width) => {
        const { panels, panelWidth, key, height } = of(cells, width);
        assert.equal(panels.length, cells.length);
        assert.ok(panelWidth >= 140);
        const corners = [...panels, key];
        assert.equal(new Set(corners.map(({ x, y }) => `${x} ${y}`)).size, corners.length);
        for (const { x, y } of corners) {
          assert.ok(x + panelWidth <= width + 1e-9 && y + PANEL.axis <= height);
        }
      }),
    );
  });

  it('has every number within its panel, above the strip of what is hidden', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const { panels, floor, panelWidth } = of(cells);
        const strip = cells.some(
          (row) => row.includes('suppressed') && row.some((value) => value !== 'suppressed'),
        );
        assert.equal(floor <= PANEL.axis - STRIP_HEIGHT, strip);
        panels.forEach(({ points, x, y, hidden }, at) => {
          assert.equal(
            hidden,
            cells[at]!.every((value) => value === 'suppressed'),
          );
          points.forEach((point, period) => {
            assert.equal(point.y !== null, typeof cells[at]![period] === 'number');
            assert.ok(point.x >= x && point.x <= x + panelWidth);
            if (point.y !== null) {
              assert.ok(point.y >= y + PANEL.top - 1e-9 && point.y <= y + floor + 1e-9);
            }
          });
        });
      }),
    );
  });

  it('takes the scale from what is shown, the reference included', () => {
    const ends = (geometry: ReturnType<typeof of>) => geometry.ends.map(({ value }) => value);
    assert.deepEqual(ends(of([[40], [60]])), [0, 60]);
    assert.deepEqual(ends(of([[40], ['suppressed'], [60]])), [0, 60]);
    assert.deepEqual(ends(of([[40], [60]], 616, [120])), [0, 120]);
  });

  it('compares no panel that is hatched', () => {
    const { panels } = of(
      [
        ['suppressed', 'suppressed'],
        [1, 2],
      ],
      616,
      [3, 4],
    );
    assert.deepEqual(
      panels.map(({ references }) => references.length),
      [0, 1],
    );
  });
});
