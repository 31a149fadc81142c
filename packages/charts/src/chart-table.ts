import type { ChartModel } from './model/chart-model.ts';
import type { ChartValue } from './model/chart-value.ts';
import { spoken, written, type Writing } from './words.ts';

/** A value in the table of a chart: what is seen, and what is read aloud. */
export interface TableCell {
  readonly kind: ChartValue['kind'];
  readonly text: string;
  readonly spoken: string;
}

/** The values of a chart as a plain table: the same cells, in the same order. */
export interface ChartTable {
  /** One for each series; a single empty name where there is only one. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly TableCell[] }[];
}

/** The table of a chart. A reference that is drawn is its last column. */
export function tableOf(model: ChartModel, writing: Writing): ChartTable {
  const series = [...model.series, ...(model.reference ? [model.reference] : [])];
  return {
    columns: series.map(({ label }) => label),
    rows: model.categories.map(({ label }, category) => ({
      label,
      cells: series.map(({ values }): TableCell => {
        const value = values[category] ?? { kind: 'missing' };
        return { kind: value.kind, text: written(value, writing), spoken: spoken(value, writing) };
      }),
    })),
  };
}
