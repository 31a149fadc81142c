import type { AnyChartOptions, Chart } from '@datakube/charts';
import { formatDate, formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import { chartOptions, drawnMeasure, measureOf, type ChartRequest } from './chart-request.ts';
import { texts } from './chart.texts.ts';

/** Name of the measure that is drawn; its identifier where no cube is given. */
export function measureName(request: ChartRequest): string {
  return measureOf(request)?.name[request.language] ?? drawnMeasure(request);
}

/** Of what the chart is: the cube, and the only series where there is one. */
export function scope(request: ChartRequest, chart: Chart<AnyChartOptions>): string {
  const { columns } = chart.table(request.cellSet, { ...chartOptions(request), references: [] });
  const only = columns.length === 1 ? columns[0] : '';
  return [request.cube?.name[request.language], only].filter(Boolean).join(', ');
}

/** Where the numbers come from. */
export function source({ cellSet, language }: ChartRequest): string {
  const names = cellSet.declaration.sources.map(({ name }) => name[language]);
  return fill(texts[language].source, { names: names.join(', ') });
}

/** Which release, and when it came. */
export function release({ cellSet, cube, language }: ChartRequest): string {
  const text = texts[language];
  const words = [fill(text.release, { release: formatRelease(cellSet.release) })];
  if (cube && cube.release.id === cellSet.release) {
    words.push(fill(text.updated, { date: formatDate(cube.release.published, language) }));
  }
  return words.join(' · ');
}
