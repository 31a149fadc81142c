import type { Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { copiedBlock } from '../../pivot/copied-block.ts';
import { rowTuple } from '../../pivot/cell.ts';
import type { Layout } from '../../pivot/layout.ts';
import type { TableWords } from '../../pivot-table/table-words.ts';
import { texts } from './print.texts.ts';

/** Cells that are printed at most: about forty pages. */
export const MOST_PRINTED = 20_000;

/**
 * A table for paper: every row, not only those in sight, in the order and the words of the screen. Where that is
 * more than anybody prints it ends, and says so.
 */
export function printedTable(
  layout: Layout,
  words: TableWords,
  language: Language,
  most: number = MOST_PRINTED,
): TemplateResult {
  const { rowCount, columnCount } = layout;
  const shown = Math.min(rowCount, Math.max(1, Math.floor(most / Math.max(1, columnCount))));
  const written = {
    ...words.copied,
    value: (value: number, measure: number) => words.formats[measure]!.format(value),
  };
  const rows = { first: 0, end: shown };
  const block = copiedBlock(layout, rows, { first: 0, end: columnCount }, written, true);
  const { lines, headerLines, headerFields } = block;
  const text = texts[language];
  const cut = { shown: formatNumber(shown, language), all: formatNumber(rowCount, language) };
  return html`${shown < rowCount ? html`<p class="cut">${fill(text.cut, cut)}</p>` : nothing}
    <table>
      <thead>
        ${lines.slice(0, headerLines).map(
          (line) =>
            html`<tr>
              ${line.map((field, at) => (at < headerFields ? html`<td></td>` : html`<th scope="col">${field}</th>`))}
            </tr>`,
        )}
      </thead>
      <tbody>
        ${lines.slice(headerLines).map(
          (line, row) =>
            html`<tr class=${isTotal(layout, row) ? 'total' : nothing}>
              ${line.map((field, at) =>
                at < headerFields ? html`<th scope="row">${field}</th>` : html`<td>${field}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function isTotal(layout: Layout, row: number): boolean {
  return rowTuple(layout, row).some(({ kind }) => kind === 'total');
}
