import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { STATUSES, type CellSet, type Tuple } from '@datakube/contract';
import fc from 'fast-check';
import { productCellSet } from '../../fixtures/product-cell-set.ts';
import { anyCellSet } from '../../fixtures/any-cell-set.ts';
import { cellIndex, columnTuple, rowTuple, statusAt, valueAt } from './cell.ts';
import { layOut, type LayoutOptions } from './layout.ts';
import { branchKeys, tupleKey } from './node-key.ts';
import { axisOf } from './axis.ts';

/** The visible tuples of an axis, computed the slow way from what the words “total”, “parent” and “fold” mean. */
function naiveTuples(
  tuples: readonly Tuple[],
  totals: 'before' | 'after' | 'hidden',
  collapsed: ReadonlySet<string>,
): string[] {
  const at = (prefix: Tuple, d: number): Tuple[] =>
    tuples.filter((tuple) => prefix.every((entry, i) => tuple[i]!.code === entry.code) && tuple.length > d);
  const below = (prefix: Tuple): Tuple[] => {
    const d = prefix.length;
    if (d === (tuples[0]?.length ?? 0)) return [[...prefix]];
    const seen = new Map(at(prefix, d).map((tuple) => [tuple[d]!.code, tuple[d]!]));
    const entries = [...seen.values()];
    const shown: typeof entries = [];
    const rankOf = (level: string): number => (level === 'coarse' ? 0 : 1);
    let folded = false;
    for (const entry of entries) {
      if (entry.kind === 'total') continue;
      if (rankOf(entry.level) === 0) folded = collapsed.has(tupleKey([...prefix, entry]));
      else if (folded) continue;
      shown.push(entry);
    }
    const total = entries.filter((entry) => entry.kind === 'total');
    const ordered =
      totals === 'before'
        ? [...total, ...shown]
        : totals === 'after'
          ? [...shown, ...total]
          : shown.length > 0
            ? shown
            : total;
    return ordered.flatMap((entry) => below([...prefix, entry]));
  };
  return below([]).map(tupleKey);
}

const read = (cellSet: CellSet, options: LayoutOptions): { rows: string[]; columns: string[] } => {
  const layout = layOut(cellSet, options);
  const step = layout.measures.length;
  return {
    rows: Array.from({ length: layout.rowCount }, (_, row) => tupleKey(rowTuple(layout, row))),
    columns: Array.from({ length: layout.columnCount / step }, (_, position) =>
      tupleKey(columnTuple(layout, position * step)),
    ),
  };
};

const place = fc.constantFrom('before', 'after', 'hidden');
const anyCellSetAndFolds = anyCellSet.chain((cellSet) => {
  const keys = [...branchKeys(axisOf(cellSet.rows)), ...branchKeys(axisOf(cellSet.columns))];
  return fc.tuple(fc.constant(cellSet), fc.subarray(keys));
});

describe('layOut', () => {
  it('shows the rows and columns a naive reading of the cell set gives', () => {
    fc.assert(
      fc.property(
        anyCellSetAndFolds,
        place,
        place,
        fc.boolean(),
        ([cellSet, folds], rows, columns, swapped) => {
          const collapsed = new Set(folds);
          assert.deepEqual(read(cellSet, { totals: { rows, columns }, collapsed, swapped }), {
            rows: naiveTuples(swapped ? cellSet.columns : cellSet.rows, rows, collapsed),
            columns: naiveTuples(swapped ? cellSet.rows : cellSet.columns, columns, collapsed),
          });
        },
      ),
    );
  });

  it('finds every value where its row and column meet', () => {
    fc.assert(
      fc.property(anyCellSet, fc.boolean(), (cellSet, swapped) => {
        const layout = layOut(cellSet, { swapped });
        for (let row = 0; row < layout.rowCount; row++) {
          for (let column = 0; column < layout.columnCount; column++) {
            const [down, across] = [rowTuple(layout, row), columnTuple(layout, column)];
            const r = cellSet.rows.indexOf(swapped ? across : down);
            const c = cellSet.columns.indexOf(swapped ? down : across);
            const measure = cellSet.measures.get(layout.measures[column % layout.measures.length]!)!;
            const index = r * cellSet.columns.length + c;
            assert.equal(cellIndex(layout, row, column), index);
            assert.deepEqual(valueAt(layout, row, column), measure.value[index]);
            assert.equal(statusAt(layout, row, column), STATUSES[measure.status[index]!]);
          }
        }
      }),
    );
  });

  it('comes to the same table whatever the order of folding and unfolding', () => {
    fc.assert(
      fc.property(anyCellSetAndFolds, fc.array(fc.nat(), { maxLength: 30 }), ([cellSet, folds], toggles) => {
        const collapsed = new Set<string>();
        const odd = new Map<string, boolean>();
        for (const toggle of toggles) {
          const key = folds[toggle % Math.max(1, folds.length)];
          if (key === undefined) continue;
          if (collapsed.has(key)) collapsed.delete(key);
          else collapsed.add(key);
          layOut(cellSet, { collapsed });
          odd.set(key, !odd.get(key));
        }
        const net = new Set(
          [...odd]
            .filter(([, isOdd]) => isOdd)
            .map(([key]) => key)
            .sort(),
        );
        assert.deepEqual(read(cellSet, { collapsed }), read(cellSet, { collapsed: net }));
      }),
    );
  });

  it('comes back to where it was after two swaps', () => {
    fc.assert(
      fc.property(anyCellSet, (cellSet) => {
        const straight = read(cellSet, { totals: { rows: 'after', columns: 'after' } });
        const swapped = read(cellSet, { totals: { rows: 'after', columns: 'after' }, swapped: true });
        assert.deepEqual(swapped, { rows: straight.columns, columns: straight.rows });
      }),
    );
  });

  it('refuses a measure the cell set does not have', () => {
    const cellSet = productCellSet([], [], { persons: () => ({ status: 'published', value: 1 }) });
    assert.throws(() => layOut(cellSet, { measures: ['bed-days'] }), RangeError);
  });
});
