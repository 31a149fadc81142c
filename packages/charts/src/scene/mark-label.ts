import type { ChartModel } from '../model/chart-model.ts';
import type { ChartValue } from '../model/chart-value.ts';
import { spoken, type Writing } from '../words.ts';

/** What is read aloud for a value: `KOL, 60–69 år: 61,0 pr. 1.000 borgere`. */
export function markLabel(
  { categories, series: all }: ChartModel,
  at: { readonly category: number; readonly series: number; readonly value: ChartValue },
  writing: Writing,
): string {
  const names = [categories[at.category]?.label, all.length > 1 ? all[at.series]?.label : ''];
  return `${names.filter(Boolean).join(', ')}: ${spoken(at.value, writing)}`;
}
