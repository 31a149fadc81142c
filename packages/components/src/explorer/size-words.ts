import type { Language } from '@datakube/contract';
import { formatNumber } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Estimate } from '../state/index.ts';
import { texts } from './explorer.texts.ts';

/** The size of a table in words: rows times columns, and times measures where there are several. */
export function sizeWords({ rows, columns, cells }: Estimate, language: Language): string {
  const text = texts[language];
  const counted = (value: number, one: string, many: string): string =>
    fill(value === 1 ? one : many, { count: formatNumber(value, language) });
  const measures = rows * columns === 0 ? 1 : cells / (rows * columns);
  return fill(measures > 1 ? text.estimateOfSeveral : text.estimate, {
    measures: formatNumber(measures, language),
    rows: counted(rows, text.oneRow, text.manyRows),
    columns: counted(columns, text.oneColumn, text.manyColumns),
    cells: counted(cells, text.oneCell, text.manyCells),
  });
}
