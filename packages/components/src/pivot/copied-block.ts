import { columnTuple, measureIndex, rowTuple } from './cell.ts';
import { cellText, type CellWords } from './cell-words.ts';
import { writtenLabel } from './label.ts';
import type { Layout } from './layout.ts';
import type { Range } from './window.ts';

/** A block of cells as text, line by line, the way a spreadsheet or a document takes it. */
export interface CopiedBlock {
  readonly lines: readonly (readonly string[])[];
  /** How many of the lines are headers, and how many fields at the beginning of every line. */
  readonly headerLines: number;
  readonly headerFields: number;
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
  for (let row = rows.first; row < rows.end; row++) {
    const line = headers
      ? rowTuple(layout, row).map((entry) => harmless(writtenLabel(entry, layout.labels)))
      : [];
    for (let column = columns.first; column < columns.end; column++)
      line.push(plain(cellText(layout, row, column, words)));
    lines.push(line);
  }
  return { lines, headerLines: above.length, headerFields: stubs };
}

/** A block as tab-separated text, for pasting into a spreadsheet. */
export function toTsv({ lines }: CopiedBlock): string {
  return lines.map((line) => line.join('\t')).join('\n');
}

/** A block as a table, for pasting into a document. */
export function toHtml({ lines, headerLines, headerFields }: CopiedBlock): string {
  const rows = lines.map((line, r) => {
    const cells = line.map((text, c) => {
      const name = r < headerLines || c < headerFields ? 'th' : 'td';
      return `<${name}>${text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)}</${name}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
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
  return plain(/^[=+\-@\t\r]/.test(label) ? `'${label}` : label);
}

/** A line break or a tab inside a label would begin a line or a field of its own. */
function plain(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}
