import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyCellSet } from '../../fixtures/any-cell-set.ts';
import { cellIndex, measureIndex } from './cell.ts';
import { followed } from './followed.ts';
import { layOut, type Layout, type LayoutOptions } from './layout.ts';
import { branchKeys } from './node-key.ts';

/** Where a cell lies in the cell set, and which measure it shows: the same in every layout. */
const cellAt = (layout: Layout, row: number, column: number): readonly [number, number] => [
  cellIndex(layout, row, column),
  measureIndex(layout, column),
];

const options: fc.Arbitrary<LayoutOptions> = fc.record({
  swapped: fc.boolean(),
  sort: fc.constantFrom(
    null,
    { by: 'name', direction: 'ascending' },
    { by: 'name', direction: 'descending' },
  ),
  totals: fc.constantFrom({}, { rows: 'after', columns: 'before' }),
});

describe('a place that is followed', () => {
  it('is the same cell after a sort, a swap, and with another place for totals', () => {
    fc.assert(
      fc.property(anyCellSet, options, options, fc.nat(), fc.nat(), (cellSet, before, after, r, c) => {
        const from = layOut(cellSet, before);
        const to = layOut(cellSet, after);
        fc.pre(from.rowCount > 0 && from.columnCount > 0);
        const at = { row: r % from.rowCount, column: c % from.columnCount };
        const there = followed(from, to, at);
        assert.deepEqual(cellAt(to, there.row, there.column), cellAt(from, at.row, at.column));
      }),
      { seed: 20261121 },
    );
  });

  it('keeps its number where its member is folded away', () => {
    fc.assert(
      fc.property(anyCellSet, fc.nat(), (cellSet, r) => {
        const from = layOut(cellSet);
        fc.pre(from.rowCount > 0 && from.columnCount > 0);
        const to = layOut(cellSet, { collapsed: new Set(branchKeys(from.rows.axis)) });
        const row = r % from.rowCount;
        const there = followed(from, to, { row, column: 0 });
        const still = to.rows.order.indexOf(from.rows.order[row]!);
        assert.equal(there.row, still < 0 ? row : still);
      }),
      { seed: 20261121 },
    );
  });

  it('stays a header in a header', () => {
    fc.assert(
      fc.property(
        anyCellSet,
        options,
        fc.constantFrom(-1, -2),
        fc.constantFrom(-1, -2),
        (cellSet, after, row, column) => {
          const there = followed(layOut(cellSet), layOut(cellSet, after), { row, column });
          assert.deepEqual(there, { row, column });
        },
      ),
      { seed: 20261121 },
    );
  });
});
