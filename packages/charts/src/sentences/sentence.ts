import type { ChartModel } from '../model/chart-model.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';

/**
 * A claim on what is shown, how many values are hidden, and what more must be known. Nothing is calculated; what is
 * hidden is only counted.
 *
 * @param more - whole sentences that follow, where there is something to show
 */
export function sentence(
  { series }: Pick<ChartModel, 'series'>,
  { language }: Writing,
  claim: string,
  ...more: readonly string[]
): string {
  const hidden = series.reduce(
    (count, { values }) => count + values.filter((value) => value.kind === 'hidden').length,
    0,
  );
  const count = formatNumber(hidden, language, 0);
  const danish = language === 'da';
  if (claim === '' && hidden === 0)
    return danish ? 'Der er ingen tal at vise.' : 'There are no numbers to show.';
  if (claim === '') {
    return danish
      ? 'Alle værdier er skjult af hensyn til diskretion.'
      : 'All values are hidden for disclosure reasons.';
  }
  const many = danish
    ? `${hidden === 1 ? 'værdi' : 'værdier'} er skjult`
    : `${hidden === 1 ? 'value is' : 'values are'} hidden`;
  return [hidden === 0 ? `${claim}.` : `${claim}; ${count} ${many}.`, ...more.filter(Boolean)].join(' ');
}
