import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stackModel } from '../../model/read-cell-set.ts';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import { stackGeometry, type StackGeometry } from './stack-geometry.ts';

const room = { width: 600, top: 0, labels: 92, wholes: 0, halfTick: 0, decimals: 0, notes: [] };

function geometryOf(rows: readonly (readonly CellLike[])[], own: Partial<typeof room> = {}): StackGeometry {
  const cellSet = cellSetOf(
    rows.map((_, index) => [member('residence', `m${index}`)]),
    (rows[0] ?? []).map((_, index) => [member('sex', `s${index}`)]),
    rows,
  );
  const model = stackModel(cellSet, { order: 'given' });
  const lengths = model.categories.map((_, category) =>
    model.series.map(({ values }) => {
      const value = values[category];
      return value?.kind === 'shown' ? value.value : null;
    }),
  );
  return stackGeometry(model, lengths, [], { ...room, ...own });
}
const spans = ({ parts }: StackGeometry, place = 'stack') =>
  parts.filter((part) => part.place === place).map(({ x, width }) => [x, width]);

describe('stacked bars', () => {
  it('stand one after another from zero, by hand-worked arithmetic', () => {
    // Field from 92 + 8 = 100 to 600 − 8 = 592 for 0 to 100: 4.92 each. 60 + 40, 0 + 25.
    assert.deepEqual(
      spans(
        geometryOf([
          [60, 40],
          [0, 25],
        ]),
      ).map((span) => span.map((each) => Math.round((each ?? 0) * 100) / 100)),
      [
        [100, 295.2],
        [395.2, 196.8],
        [100, 0],
        [100, 123],
      ],
    );
  });

  it('have what is hidden beside the scale, wherever in the order it is and however long the bar', () => {
    const gutters = [
      [
        ['suppressed', 60, 40],
        [1, 1, 1],
      ],
      [
        [60, 'suppressed', 40],
        [1, 1, 1],
      ],
      [
        [6, 4, 'suppressed'],
        [50, 49, 1],
      ],
    ] as const;
    for (const rows of gutters) {
      const { plot, parts } = geometryOf(rows);
      // One stub of 20 beside a plot that ends 4 + 8 + 24 + … before the edge, the same in all three.
      assert.deepEqual(spans({ parts } as StackGeometry, 'gutter'), [[plot.right + 12, 20]]);
      assert.equal(plot.right, 600 - 8 - 32);
    }
  });

  it('are as long as their parts that are shown, and end within the field', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant<CellLike>('suppressed'));
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 280, max: 1200 }), (table, width) => {
        const { parts, plot, base } = geometryOf(table, { width });
        const perUnit = new Set<number>();
        table.forEach((row, category) => {
          const own = parts.filter((part) => part.category === category && part.place === 'stack');
          const sum = row.reduce<number>((all, each) => all + (typeof each === 'number' ? each : 0), 0);
          const end = own.reduce((most, { x, width: length }) => Math.max(most, x + length), base);
          assert.ok(end <= plot.right + 1e-6);
          if (sum > 0) perUnit.add(Math.round(((end - base) / sum) * 1e9) / 1e9);
        });
        const [least = 0, most = 0] = [Math.min(...perUnit), Math.max(...perUnit)];
        assert.ok(perUnit.size === 0 || most - least < 1e-6 * Math.max(1, most));
      }),
    );
  });

  it('make their axis of what is shown alone', () => {
    const ticks = (rows: readonly (readonly CellLike[])[]) =>
      geometryOf(rows).ticks.map(({ value }) => value);
    assert.deepEqual(
      ticks([
        [30, 50],
        [10, 'suppressed'],
      ]),
      ticks([
        [30, 50],
        [10, 0],
      ]),
    );
  });

  it('run to the left of zero where parts are negative', () => {
    const { base, parts } = geometryOf([
      [-20, 30, -10],
      [1, 1, 1],
    ]);
    const [first, second, third] = parts;
    assert.ok(first && second && third);
    assert.equal(first.x + first.width, base);
    assert.equal(second.x, base);
    assert.ok(Math.abs(third.x + third.width - first.x) < 1e-9);
  });
});

it('names a total only where it is a cell, and orders by it', () => {
  const rows = [[member('residence', 'A')], [member('residence', 'B')], [member('residence', 'C')]];
  const columns = [[total('sex')], [member('sex', 'K')], [member('sex', 'M')]];
  const cells: CellLike[][] = [
    [10, 9, 1],
    ['suppressed', 8, 'suppressed'],
    [30, 8, 22],
  ];
  const { whole, categories } = stackModel(cellSetOf(rows, columns, cells), {});
  assert.deepEqual(
    categories.map(({ label }) => label),
    ['C', 'A', 'B'],
  );
  assert.deepEqual(
    whole?.values.map(({ kind }) => kind),
    ['shown', 'shown', 'hidden'],
  );
  const without = cells.map((row) => row.slice(1));
  assert.equal(stackModel(cellSetOf(rows, columns.slice(1), without), {}).whole, null);
});
