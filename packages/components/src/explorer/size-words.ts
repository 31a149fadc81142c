import type { Language } from '@datakube/contract';
import { formatNumber } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Estimate } from '../state/index.ts';
import { texts } from './explorer.texts.ts';

/** The size of a table in words: rows times columns. */
export function sizeWords({ rows, columns, cells }: Estimate, language: Language): string {
  const count = (value: number): string => formatNumber(value, language);
  const counts = { rows: count(rows), columns: count(columns), cells: count(cells) };
  return fill(texts[language].estimate, counts);
}
