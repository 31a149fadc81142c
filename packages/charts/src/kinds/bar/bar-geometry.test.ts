import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellSetOf, member, type CellLike } from '../../testing/cell-set.fixture.ts';
import { barModel } from '../../model/read-cell-set.ts';
import { barGeometry, STUB_LENGTH, type BarGeometry } from './bar-geometry.ts';

const room = { width: 600, top: 0, labels: 92, values: 42, halfTick: 0, decimals: 0, notes: [] };

function geometryOf(rows: readonly (readonly CellLike[])[]): BarGeometry {
  const cellSet = cellSetOf(
    rows.map((_, index) => [member('residence', `m${index}`)]),
    (rows[0] ?? []).map((_, index) => [member('sex', `s${index}`)]),
    rows,
  );
  return barGeometry(barModel(cellSet, { order: 'given' }), room);
}

describe('bar geometry', () => {
  it('places bars by hand-worked arithmetic', () => {
    // Field from 92 + 8 = 100 to 600 − 42 − 8 = 550: 450 pixels for 0 to 100, 4.5 each.
    const { bars, plot, base } = geometryOf([[100], [40], [0], ['suppressed']]);
    assert.deepEqual([plot.left, plot.right, base], [100, 550, 100]);
    assert.deepEqual(
      bars.map(({ width }) => width),
      [450, 180, 0, STUB_LENGTH],
    );
    // Bars of 18 in bands of 28 beginning at 4: 4 + 5, then 28 further each.
    assert.deepEqual(
      bars.map(({ y }) => y),
      [9, 37, 65, 93],
    );
  });

  it('keeps lengths in proportion to the numbers', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(numbers, (values) => {
        const { bars } = geometryOf(values.map((value) => [value]));
        const perUnit = (bars[0]?.width ?? 0) / (values[0] ?? 1);
        bars.forEach(({ width }, index) => {
          assert.ok(Math.abs(width - perUnit * (values[index] ?? 0)) < 1e-6);
        });
      }),
    );
  });

  it('keeps bars inside the field and apart from one another', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant<CellLike>('suppressed'));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 20 }))
      .chain(([series, rows]) =>
        fc.array(fc.array(cell, { minLength: series, maxLength: series }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const { bars, plot } = geometryOf(rows);
        let below = plot.top;
        for (const bar of bars) {
          assert.ok(bar.x >= plot.left - 1e-9 && bar.x + bar.width <= plot.right + 1e-9);
          assert.ok(bar.y >= below);
          below = bar.y + bar.height;
        }
        assert.ok(below <= plot.bottom);
      }),
    );
  });

  it('draws negative numbers to the left of zero', () => {
    const { bars, base } = geometryOf([[-50], [100]]);
    assert.equal((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0), base);
    assert.equal(bars[1]?.x, base);
  });

  it('takes the domain from what is shown alone', () => {
    const alone = geometryOf([[10], [20]]).ticks.map(({ value }) => value);
    assert.deepEqual(
      geometryOf([[10], [20], ['suppressed']]).ticks.map(({ value }) => value),
      alone,
    );
  });

  it('marks whole numbers only where values are whole', () => {
    for (const { value } of geometryOf([[1], [2]]).ticks) assert.ok(Number.isInteger(value));
  });

  it('draws something where nothing is shown', () => {
    const { bars, base } = geometryOf([['suppressed'], ['missing']]);
    assert.deepEqual(
      bars.map(({ width }) => width),
      [STUB_LENGTH, 0],
    );
    assert.ok(Number.isFinite(base));
  });
});
