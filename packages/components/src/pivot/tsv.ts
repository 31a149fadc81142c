import { columnTuple, measureIndex, rowTuple } from './cell.ts';
import { cellText, type CellWords } from './cell-words.ts';
import { writtenLabel } from './label.ts';
import type { Layout } from './layout.ts';
import type { Range } from './window.ts';

/**
 * A block of cells with its headers as tab-separated text, for pasting into a spreadsheet. Every header is
 * repeated in every row and column, and a hidden value is its words: what is seen, and nothing more.
 */
export function toTsv(layout: Layout, rows: Range, columns: Range, words: CellWords): string {
  const stubs = layout.rows.axis.dimensions.length;
  const lines: string[] = headerLines(layout, columns, words).map((labels) =>
    line([...Array<string>(stubs).fill(''), ...labels]),
  );
  for (let row = rows.first; row < rows.end; row++) {
    const labels = rowTuple(layout, row).map((entry) => harmless(writtenLabel(entry, layout.labels)));
    for (let column = columns.first; column < columns.end; column++)
      labels.push(cellText(layout, row, column, words));
    lines.push(line(labels));
  }
  return lines.join('\n');
}

function headerLines(layout: Layout, columns: Range, words: CellWords): string[][] {
  const depth = layout.columns.axis.dimensions.length;
  const positions = Array.from({ length: columns.end - columns.first }, (_, i) => columns.first + i);
  const lines = Array.from({ length: depth }, (_, d) =>
    positions.map((column) => harmless(writtenLabel(columnTuple(layout, column)[d]!, layout.labels))),
  );
  if (layout.measures.length > 1 || depth === 0) {
    lines.push(positions.map((column) => harmless(words.measure(measureIndex(layout, column)))));
  }
  return lines;
}

/** A spreadsheet takes text that begins with one of these for a formula (OWASP, CSV injection). */
function harmless(label: string): string {
  return /^[=+\-@\t\r]/.test(label) ? `'${label}` : label;
}

function line(fields: readonly string[]): string {
  return fields.map((field) => field.replace(/[\t\r\n]+/g, ' ')).join('\t');
}
