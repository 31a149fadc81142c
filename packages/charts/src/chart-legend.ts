import type { CellSet } from '@datakube/contract';
import type { BarChartOptions, LineChartOptions } from './chart-options.ts';
import type { ChartType } from './chart-type.ts';
import { barModel, lineModel, writingOf } from './model/read-cell-set.ts';
import { spoken, written } from './words.ts';

/** A mark of the chart that needs explaining below it. */
export interface LegendEntry {
  readonly kind: 'hidden' | 'reference';
  readonly text: string;
}

/** The marks of a chart that are not named where they stand: hatch, and the dashed line of a reference. */
export function chartLegend(
  cellSet: CellSet,
  type: ChartType,
  options: BarChartOptions & LineChartOptions = {},
): LegendEntry[] {
  const model = type === 'bar' ? barModel(cellSet, options) : lineModel(cellSet, options);
  const writing = writingOf(options);
  const entries: LegendEntry[] = [];
  if (model.series.some(({ values }) => values.some(({ kind }) => kind === 'hidden'))) {
    const mark = written({ kind: 'hidden' }, writing);
    const words = spoken({ kind: 'hidden' }, writing);
    entries.push({ kind: 'hidden', text: `${mark} ${words.charAt(0).toUpperCase()}${words.slice(1)}` });
  }
  const reference = model.reference?.values[0];
  if (type === 'bar' && model.reference && reference) {
    entries.push({ kind: 'reference', text: `${model.reference.label}: ${written(reference, writing)}` });
  }
  return entries;
}
