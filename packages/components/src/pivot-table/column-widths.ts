import { columnTuple, measureIndex } from '../pivot/cell.ts';
import type { Layout } from '../pivot/layout.ts';
import { stubCount } from '../pivot/navigation.ts';
import { tupleKey } from '../pivot/node-key.ts';

/**
 * The widths a reader has given columns, in pixels, kept by what heads the column: they hold when the table
 * is sorted, folded or answered again. 0 stands for as narrow as its content.
 */
export class ColumnWidths {
  readonly #widths = new Map<string, number>();

  /** True while no column has a width of its own. */
  get empty(): boolean {
    return this.#widths.size === 0;
  }

  /** The width of a column; those of row headers count from −1 downwards, towards the start of the line. */
  of(layout: Layout, column: number): number | undefined {
    return this.empty ? undefined : this.#widths.get(keyOf(layout, column));
  }

  set(layout: Layout, column: number, width: number): void {
    this.#widths.set(keyOf(layout, column), Math.max(0, width));
  }
}

function keyOf(layout: Layout, column: number): string {
  if (column < 0) return layout.rows.axis.dimensions[column + stubCount(layout)]?.dimension ?? '';
  return `${tupleKey(columnTuple(layout, column))} ${layout.measures[measureIndex(layout, column)]!}`;
}
