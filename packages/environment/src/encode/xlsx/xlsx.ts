import type { Answer } from '../answer.ts';
import { fileRecord } from '../disclose.ts';
import { cellLines, cellsSheet } from './cells-sheet.ts';
import { disclosurePart } from './disclosure-part.ts';
import { notesSheet } from './notes-sheet.ts';
import { WORDS } from './sheet-words.ts';
import { tableSheet } from './table-sheet.ts';
import { setZipTimes } from './zip-times.ts';

/**
 * The answer as an Excel workbook: the table as on screen, the cells one to a line, and notes. Numbers are numbers,
 * everything else is text: there are no formulas, and nothing is out of sight but the disclosure record, which
 * the notes show too.
 */
export async function encodeXlsx(answer: Answer): Promise<Uint8Array<ArrayBuffer>> {
  // Only who asks for it waits for it.
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const { language, exported } = answer.meta;
  const sheets = [
    {
      sheet: WORDS.table[language],
      ...tableSheet(answer),
      showGridLines: false,
      orientation: 'landscape' as const,
    },
    { sheet: WORDS.cells[language], ...cellsSheet(answer) },
    { sheet: WORDS.notes[language], ...notesSheet(answer), showGridLines: false },
  ];
  const features = [cellLines(answer, 1), disclosurePart(fileRecord(answer))];
  const file = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11, features }).toBlob();
  const bytes = new Uint8Array(await file.arrayBuffer());
  setZipTimes(bytes, new Date(exported));
  return bytes;
}
