import { type Format, FORMAT_LIMITS } from '@datakube/contract';
import type { Plan } from '../plan/plan.ts';
import { Refusal } from '../problem/refusal.ts';
import { MOST_REMARKS } from './xlsx/sheet-words.ts';

/** Title, remarks, an empty line, and the line of measures. */
const LINES_ABOVE = 1 + MOST_REMARKS + 1 + 1;

/**
 * Does the format hold the table? Known before any number is read, and nothing is ever cut.
 *
 * @throws Refusal `ERR_QUERY_TOO_LARGE` with what the format holds
 */
export function checkFormat(format: Format, { size, measures, rows, columns }: Omit<Plan, 'cube'>): void {
  const limits = FORMAT_LIMITS[format];
  if (!limits) return;
  const wide = size.columns * measures.length;
  const sizes = {
    cells: size.rows * wide,
    rows: size.rows + columns.length + LINES_ABOVE,
    columns: wide + Math.max(1, rows.length),
  };
  for (const part of ['cells', 'rows', 'columns'] as const) {
    if (sizes[part] <= limits[part]) continue;
    const [da, en] = ['da-DK', 'en-GB'].map((locale) => new Intl.NumberFormat(locale));
    throw new Refusal('ERR_QUERY_TOO_LARGE', {
      detail: {
        da: `Filen ville få ${da!.format(sizes[part])} ${WORDS[part].da}. Formatet ${format} har plads til ${da!.format(limits[part])}.`,
        en: `The file would have ${en!.format(sizes[part])} ${WORDS[part].en}. The format ${format} holds ${en!.format(limits[part])}.`,
      },
    });
  }
}

const WORDS = {
  cells: { da: 'celler', en: 'cells' },
  rows: { da: 'rækker', en: 'rows' },
  columns: { da: 'kolonner', en: 'columns' },
} as const;
