import type { CellSet } from '@datakube/contract';
import type { BarChartOptions, LineChartOptions } from './chart-options.ts';
import type { ChartType } from './chart-type.ts';
import { barModel, lineModel, writingOf } from './model/read-cell-set.ts';
import { formatNumber } from './numbers.ts';

/**
 * What the reader must know because the chart does not show all of the cell set: series beyond four, groups
 * of bars beyond the limit. Empty where everything is drawn.
 */
export function chartNotices(
  cellSet: CellSet,
  type: ChartType,
  options: BarChartOptions & LineChartOptions = {},
): string[] {
  const model = type === 'bar' ? barModel(cellSet, options) : lineModel(cellSet, options);
  const { language } = writingOf(options);
  const notices: string[] = [];
  const say = (drawn: number, leftOut: number, da: string, en: string): void => {
    if (leftOut === 0) return;
    const [some, all] = [drawn, drawn + leftOut].map((count) => formatNumber(count, language, 0));
    notices.push(
      language === 'da'
        ? `Diagrammet viser de første ${some} af ${all} ${da}.`
        : `The chart shows the first ${some} of ${all} ${en}.`,
    );
  };
  say(model.series.length, model.leftOut.series, 'serier', 'series');
  say(model.categories.length, model.leftOut.categories, 'grupper', 'groups');
  return notices;
}
