import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyCellSet } from '../../fixtures/any-cell-set.ts';
import { productCellSet, type CellOf, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { headerCellAt } from './header.ts';
import { layOut, type Layout } from './layout.ts';
import { nodeLabel } from './node-key.ts';

const one: Record<string, CellOf> = { persons: () => ({ status: 'published', value: 1 }) };
const sex: DimensionShape = {
  dimension: 'sex',
  members: [
    { code: 'K', label: 'Kvinder', level: 'sex' },
    { code: 'M', label: 'Mænd', level: 'sex' },
  ],
  total: 'I alt',
};
const time: DimensionShape = {
  dimension: 'time',
  members: ['2024', '2025'].map((year) => ({
    code: year,
    label: year,
    level: 'year',
    children: ['1', '2'].map((quarter) => ({
      code: `${year}-Q${quarter}`,
      label: `${quarter}. kvt.`,
      level: 'quarter',
    })),
  })),
};

/** The header as text: each cell as `label start–end ↓rows`. */
function drawn(layout: Layout): string[] {
  return layout.header.map((row) =>
    Array.from(row.start, (start, i) => {
      const label =
        row.dimension < 0
          ? layout.measures[row.node[i]!]!
          : nodeLabel(layout.columns.axis, row.dimension, row.node[i]!);
      return `${label} ${start}–${row.end[i]! - 1} ↓${row.rows[i]!}`;
    }).join(' | '),
  );
}

describe('headerRows', () => {
  it('spans an outer member over its inner members', () => {
    const years: DimensionShape = { ...time, members: time.members.map(({ children: _, ...year }) => year) };
    assert.deepEqual(drawn(layOut(productCellSet([], [years, sex], one))), [
      '2024 0–2 ↓1 | 2025 3–5 ↓1',
      'Kvinder 0–0 ↓1 | Mænd 1–1 ↓1 | I alt 2–2 ↓1 | Kvinder 3–3 ↓1 | Mænd 4–4 ↓1 | I alt 5–5 ↓1',
    ]);
  });

  it('spans a parent over its own column and its children, and repeats its label above its own column', () => {
    const layout = layOut(productCellSet([], [time], one), { collapsed: new Set(['time:2025']) });
    assert.deepEqual(drawn(layout), [
      '2024 0–2 ↓1 | 2025 3–3 ↓2',
      '2024 0–0 ↓1 | 1. kvt. 1–1 ↓1 | 2. kvt. 2–2 ↓1',
    ]);
  });

  it('loses the row of a depth that nothing visible has', () => {
    const layout = layOut(productCellSet([], [time], one), {
      collapsed: new Set(['time:2024', 'time:2025']),
    });
    assert.deepEqual(drawn(layout), ['2024 0–0 ↓1 | 2025 1–1 ↓1']);
  });

  it('puts several measures innermost', () => {
    const layout = layOut(productCellSet([], [sex], { persons: one['persons']!, contacts: one['persons']! }));
    assert.deepEqual(drawn(layout), [
      'Kvinder 0–1 ↓1 | Mænd 2–3 ↓1 | I alt 4–5 ↓1',
      'persons 0–0 ↓1 | contacts 1–1 ↓1 | persons 2–2 ↓1 | contacts 3–3 ↓1 | persons 4–4 ↓1 | contacts 5–5 ↓1',
    ]);
  });

  it('covers every place of the header exactly once', () => {
    fc.assert(
      fc.property(anyCellSet, fc.boolean(), (cellSet, swapped) => {
        const layout = layOut(cellSet, { swapped });
        const height = layout.header.length;
        const covered = new Uint8Array(height * layout.columnCount);
        layout.header.forEach((row, h) =>
          row.start.forEach((start, i) => {
            for (let column = start; column < row.end[i]!; column++) {
              for (let down = 0; down < row.rows[i]!; down++) {
                covered[(h + down) * layout.columnCount + column]!++;
                assert.deepEqual(headerCellAt(layout.header, h + down, column), { row: h, index: i });
              }
            }
          }),
        );
        assert.ok(covered.every((times) => times === 1));
      }),
    );
  });
});
