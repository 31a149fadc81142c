import { carriesNumber, STATUSES } from '@datakube/contract';
import type { Feature } from 'write-excel-file/universal';
import type { Answer } from '../answer.ts';
import { entryAt, flagBits, forFlags, type Tidy, tidy } from '../tidy.ts';
import { HEADING } from './sheet-styles.ts';
import { sheetText } from './sheet-text.ts';
import type { SheetPart } from './table-sheet.ts';

const FLAG_TEXTS = forFlags((flags) => flags.join(' '));

/**
 * The cells one to a line, for programs and pivot tables: code and label of each dimension, measure, unit, `value`,
 * which is empty where there is no number, `status` and `flags`. The heads are the same in every language. The lines
 * below the heads come from {@link cellLines}.
 */
export function cellsSheet(answer: Answer): SheetPart {
  const { dimensions, measureColumn } = tidy(answer);
  const heads = [
    ...dimensions.flatMap(({ id }) => [id, `${id}_label`]),
    ...[measureColumn, `${measureColumn}_label`, 'unit', 'value', 'status', 'flags'],
  ];
  return {
    data: [heads.map((value) => ({ value, type: String, ...HEADING }))],
    stickyRowsCount: 1,
    stickyColumnsCount: 0,
    columns: heads.map((head) => ({ width: head.endsWith('_label') ? 24 : 14 })),
  };
}

/**
 * Writes the lines of cells into a sheet of the workbook. Nearly all of them are the same few texts, so each is
 * made once: the library takes several times as long.
 *
 * @param at number of the sheet in the workbook, from 0
 */
export function cellLines(answer: Answer, at: number): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            if (sheetIndex !== at) return xml;
            const end = xml.indexOf('</sheetData>');
            return xml.slice(0, end) + linesXml(answer, tidy(answer)) + xml.slice(end);
          },
        },
      },
    },
  };
}

function linesXml(answer: Answer, cells: Tidy): string {
  const { table, meta } = answer;
  const { dimensions, measures } = cells;
  const flags = flagBits(answer, cells);
  const places = dimensions.map(({ entries }) =>
    entries.map(({ code, label }) => [textXml(code), textXml(label)]),
  );
  const statuses = STATUSES.map(textXml);
  const marks = FLAG_TEXTS.map((text) => (text === '' ? '' : textXml(text)));
  const made = measures.map(({ id, name, unit }, measure) => ({
    words: [id, name[meta.language], unit[meta.language]].map(textXml),
    bits: flags[measure]!,
    ...table.columns(measure),
  }));
  const letters = Array.from({ length: 2 * dimensions.length + 6 }, (_, column) => columnName(column));
  const lines: string[] = [];
  let row = 1;
  for (let cell = 0; cell < table.cells; cell++) {
    const place = dimensions.flatMap((dimension, each) => places[each]![entryAt(dimension, cell)]!);
    for (const { words, value, status, bits } of made) {
      row++;
      const number = carriesNumber(STATUSES[status[cell]!]!) ? `><v>${value[cell]!}</v></c>` : '';
      const line = [...place, ...words, number, statuses[status[cell]!]!, marks[bits[cell]!]!];
      let xml = `<row r="${row}">`;
      for (let column = 0; column < line.length; column++) {
        if (line[column] !== '') xml += `<c r="${letters[column]!}${row}"${line[column]!}`;
      }
      lines.push(`${xml}</row>`);
    }
  }
  return lines.join('');
}

/** What follows the place of a cell with a text, which is a string whatever it looks like. */
function textXml(text: string): string {
  const escaped = sheetText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ` t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** `A`, `B` … `Z`, `AA`. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
