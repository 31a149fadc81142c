import { breaksBefore } from '../pivot/breaks.ts';
import { beginsAt } from '../pivot/header.ts';
import { measureIndex } from '../pivot/cell.ts';
import type { Layout } from '../pivot/layout.ts';
import type { Range } from '../pivot/window.ts';
import type { Frame } from './frame.ts';

/** How a cell looks, as bits: the lowest three are the index of its status. */
export const STATUS_BITS = 7;
export const SUM = 8;
export const GROUP = 16;
export const SELECTED = 32;
export const BREAK = 64;

/** The columns of a window, read once for all the rows that are painted under them. */
export interface ColumnLook {
  readonly window: Range;
  /** Where the column begins in the cell set. */
  readonly base: Int32Array;
  /** Which measure it shows. */
  readonly measure: Int32Array;
  /** {@link SUM}, {@link GROUP} and {@link BREAK}, where they hold for the whole column. */
  readonly bits: Uint8Array;
}

export function columnLook({ layout, info }: Frame, window: Range): ColumnLook {
  const length = window.end - window.first;
  const look = {
    window,
    base: new Int32Array(length),
    measure: new Int32Array(length),
    bits: new Uint8Array(length),
  };
  const outermost = layout.header.length > 1 ? layout.header[0] : undefined;
  for (let i = 0; i < length; i++) {
    const column = window.first + i;
    const position = (column / layout.measures.length) | 0;
    const tuple = layout.columns.order[position]!;
    look.measure[i] = measureIndex(layout, column);
    look.base[i] = tuple * layout.columnStride;
    look.bits[i] =
      (sumsUp(layout, tuple) ? SUM : 0) |
      (outermost && column > 0 && beginsAt(outermost, column) ? GROUP : 0) |
      (measureIndex(layout, column) === 0 && breaksBefore(layout.columns, position, info) ? BREAK : 0);
  }
  return look;
}

/** A column is in strong type where it is the total, or the parent, of columns beside it. */
function sumsUp(layout: Layout, tuple: number): boolean {
  return layout.columns.axis.dimensions.some(({ nodeOf, total, branch, first }) => {
    const node = nodeOf[tuple]!;
    return (total[node] !== 0 && first.length > 1) || branch[node] !== 0;
  });
}
