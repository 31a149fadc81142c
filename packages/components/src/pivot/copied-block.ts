import type { Status } from '@datakube/contract';
import { columnTuple, measureIndex, rowTuple, statusAt } from './cell.ts';
import { cellText, type CellWords } from './cell-words.ts';
import { writtenLabel } from './label.ts';
import type { Layout } from './layout.ts';
import type { Range } from './window.ts';

/** A block of cells as text, line by line, as it stands on the screen. */
export interface CopiedBlock {
  readonly lines: readonly (readonly string[])[];
  /** How many of the lines are headers, and how many fields at the beginning of every line. */
  readonly headerLines: number;
  readonly headerFields: number;
  /** What the cells say of themselves, in the order they are met. */
  readonly statuses: ReadonlySet<Status>;
}

/**
 * A block of cells with its headers. Every header is repeated in every row and column, and a hidden value is
 * its words: what is seen, and nothing more.
 *
 * @param headers false for the cells alone
 */
export function copiedBlock(
  layout: Layout,
  rows: Range,
  columns: Range,
  words: CellWords,
  headers: boolean,
): CopiedBlock {
  const stubs = headers ? layout.rows.axis.dimensions.length : 0;
  const above = headers ? headerLines(layout, columns, words) : [];
  const lines = above.map((labels) => [...Array<string>(stubs).fill(''), ...labels]);
  const statuses = new Set<Status>();
  for (let row = rows.first; row < rows.end; row++) {
    const line = headers
      ? rowTuple(layout, row).map((entry) => inOneField(writtenLabel(entry, layout.labels)))
      : [];
    for (let column = columns.first; column < columns.end; column++) {
      line.push(inOneField(cellText(layout, row, column, words)));
      statuses.add(statusAt(layout, row, column));
    }
    lines.push(line);
  }
  return { lines, headerLines: above.length, headerFields: stubs, statuses };
}

function headerLines(layout: Layout, columns: Range, words: CellWords): string[][] {
  const depth = layout.columns.axis.dimensions.length;
  const positions = Array.from({ length: columns.end - columns.first }, (_, i) => columns.first + i);
  const lines = Array.from({ length: depth }, (_, d) =>
    positions.map((column) => inOneField(writtenLabel(columnTuple(layout, column)[d]!, layout.labels))),
  );
  if (layout.measures.length > 1 || depth === 0) {
    lines.push(positions.map((column) => inOneField(words.measure(measureIndex(layout, column)))));
  }
  return lines;
}

/** A line break or a tab inside a label would begin a line or a field of its own. */
export function inOneField(text: string): string {
  return text.replace(/[\p{Zl}\p{Zp}\p{Cc}]+/gu, ' ');
}
