import type { LegendEntry } from '../chart-legend.ts';
import type { ChartOptions } from '../chart-options.ts';
import type { ChartModel } from '../model/chart-model.ts';
import type { Category } from '../model/series.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';

const words = {
  da: { own: 'Din kommune', empty: 'Ingen tal' },
  en: { own: 'Your municipality', empty: 'No number' },
} as const;

/** What a map has beside its classes: the frame around one's own place, and places without a number. */
export function mapLegendEntries(
  { categories, series }: ChartModel,
  { language }: Writing,
  { highlight }: ChartOptions,
  placesWithoutCell = false,
): LegendEntry[] {
  const entries: LegendEntry[] = [];
  const vacant = series[0]?.values.some(({ kind }) => kind === 'missing' || kind === 'not-applicable');
  if (vacant || placesWithoutCell) entries.push({ kind: 'empty', text: words[language].empty });
  if (highlight !== undefined && categories.some(({ codes }) => codes.includes(highlight))) {
    entries.push({ kind: 'own', text: words[language].own });
  }
  return entries;
}

/** What a map does not show: other columns than the one drawn, and members that are nowhere on it. */
export function mapNotices(
  { categories, series, leftOut }: ChartModel,
  { language = 'da' }: ChartOptions,
  isOnMap: (category: Category) => boolean,
): string[] {
  const notices: string[] = [];
  const danish = language === 'da';
  const number = (count: number): string => formatNumber(count, language, 0);
  if (leftOut.series > 0) {
    const of = number(leftOut.series + 1);
    const drawn = series[0]?.label ?? '';
    notices.push(
      danish ? `Kortet viser ${drawn}, 1 af ${of} serier.` : `The map shows ${drawn}, 1 of ${of} series.`,
    );
  }
  const nowhere = categories.filter((category) => !isOnMap(category)).length;
  if (nowhere > 0) {
    const of = number(categories.length);
    notices.push(
      danish
        ? `${number(nowhere)} af ${of} har ingen plads på kortet; tabellen har dem med.`
        : `${number(nowhere)} of ${of} have no place on the map; the table has them.`,
    );
  }
  return notices;
}
