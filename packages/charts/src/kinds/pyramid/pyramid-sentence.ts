import type { ChartModel } from '../../model/chart-model.ts';
import { sentence } from '../../sentences/sentence.ts';
import { written, type Writing } from '../../words.ts';

/**
 * The largest of the groups shown, and how many are hidden. Of one sex, for both together are a cell of their own.
 *
 * @example
 * `Den største viste gruppe er 55–59 år, kvinder (1.490); 4 værdier er skjult.`
 */
export function describeLargest(model: ChartModel, writing: Writing): string {
  return sentence(model, writing, largest(model, writing));
}

function largest({ categories, series }: ChartModel, writing: Writing): string {
  const shown = categories.flatMap(({ label }, category) =>
    series.flatMap(({ label: own, values }) => {
      const value = values[category];
      return value?.kind === 'shown' ? [{ name: [label, own].filter(Boolean).join(', '), value }] : [];
    }),
  );
  const most = shown.reduce((best, each) => Math.max(best, each.value.value), -Infinity);
  const [first, ...others] = shown.filter(({ value }) => value.value === most);
  if (!first) return '';
  const number = written(first.value, writing);
  if (writing.language === 'da') {
    return others.length === 0
      ? `Den største viste gruppe er ${first.name} (${number})`
      : `De største viste grupper er ${first.name} m.fl. (${number})`;
  }
  return others.length === 0
    ? `The largest group shown is ${first.name} (${number})`
    : `The largest groups shown are ${first.name} and others (${number})`;
}
