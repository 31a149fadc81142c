import type { ChartModel } from './model/chart-model.ts';
import type { ChartValue } from './model/chart-value.ts';
import { ownFlags } from './model/flags.ts';
import { marked, spoken, written, type Writing } from './words.ts';

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

/**
 * The table of a chart. What is compared with, and the whole, are its last columns. Letters of flags stand where they hold: beside the
 * name of a row or column, or beside the number.
 */
export function tableOf(model: ChartModel, writing: Writing): ChartTable {
  const { language } = writing;
  const series = [...model.series, ...model.references, ...(model.whole ? [model.whole] : [])];
  return {
    columns: series.map(({ label, flags }) => marked(label, flags, language)),
    rows: model.categories.map((category, at) => ({
      label: marked(category.label, category.flags, language),
      cells: series.map((each): TableCell => {
        const value = each.values[at] ?? { kind: 'missing' };
        const text = marked(written(value, writing), ownFlags(value, category, each), language);
        return { kind: value.kind, text, spoken: spoken(value, writing) };
      }),
    })),
  };
}
