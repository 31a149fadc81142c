import type { CellSet } from '@datakube/contract';
import type { BarChartOptions, LineChartOptions } from './chart-options.ts';
import type { ChartType } from './chart-type.ts';
import type { ChartValue } from './model/chart-value.ts';
import { barModel, lineModel, writingOf } from './model/read-cell-set.ts';
import { spoken, written } from './words.ts';

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
export function chartTable(
  cellSet: CellSet,
  type: ChartType,
  options: BarChartOptions & LineChartOptions = {},
): ChartTable {
  const model = type === 'bar' ? barModel(cellSet, options) : lineModel(cellSet, options);
  const writing = writingOf(options);
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
