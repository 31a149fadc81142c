import type { ChartModel } from '../model/chart-model.ts';
import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';

/** A claim on what is shown, and how many values are hidden. Nothing is calculated; what is hidden is only counted. */
export function sentence({ series }: ChartModel, { language }: Writing, claim: string): string {
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
  if (hidden === 0) return `${claim}.`;
  if (danish) return `${claim}; ${count} ${hidden === 1 ? 'værdi' : 'værdier'} er skjult.`;
  return `${claim}; ${count} ${hidden === 1 ? 'value is' : 'values are'} hidden.`;
}
