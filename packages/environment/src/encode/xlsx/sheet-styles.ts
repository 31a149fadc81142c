import type { Flag, Language, Measure } from '@datakube/contract';
import type { CellObject } from 'write-excel-file/universal';
import { FLAG_MARKS } from '../status-words.ts';

type CellStyle = Omit<CellObject, 'value' | 'type'>;

const LINE = { borderColor: '#C8CCD2', borderStyle: 'thin' } as const;

export const TITLE: CellStyle = { fontWeight: 'bold', fontSize: 14 };
export const REMARK: CellStyle = { textColor: '#4A5058' };
export const HEADING: CellStyle = { fontWeight: 'bold' };
export const COLUMN_HEAD: CellStyle = {
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#EEF1F4',
  ...LINE,
};
export const ROW_HEAD: CellStyle = { alignVertical: 'top', ...LINE };
export const WRAPPED: CellStyle = { alignVertical: 'top', wrap: true };

/** Where there is no number: hatched, all alike. */
export const HIDDEN: CellStyle = {
  align: 'right',
  textColor: '#4A5058',
  backgroundColor: '#FFFFFF',
  fillPatternStyle: 'lightUp',
  fillPatternColor: '#D4D8DD',
  ...LINE,
};
export const NO_NUMBER: CellStyle = { align: 'right', textColor: '#4A5058', ...LINE };

/** Shown with the separators of whoever opens it. Flags are part of how a number looks, so it stays a number. */
export function numberStyle({ decimals }: Measure, flags: readonly Flag[], language: Language): CellStyle {
  const digits = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  const marks = flags.map((flag) => FLAG_MARKS[flag][language]).join('');
  return { format: marks === '' ? digits : `${digits}" ${marks}"`, ...LINE };
}
