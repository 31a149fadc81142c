import type { Shade } from './geometry/classes.ts';
import type { ChartModel } from './model/chart-model.ts';
import { spoken, written, type Writing } from './words.ts';

/**
 * What a mark looks like: hatch; an upright dashed line; a line, and a dashed one, among lines; one of the five
 * steps; the frame around one's own place; a place without a number.
 */
export type LegendKind = 'hidden' | 'reference' | 'line' | 'dashed-line' | `class-${Shade}` | 'own' | 'empty';

/** A mark of the chart that needs explaining below it. */
export interface LegendEntry {
  readonly kind: LegendKind;
  readonly text: string;
}

/** The marks of a chart that are not named where they stand: hatch, and the dashed line of a reference. */
export function legendOf(model: ChartModel, writing: Writing): LegendEntry[] {
  const entries: LegendEntry[] = [];
  if (model.series.some(({ values }) => values.some(({ kind }) => kind === 'hidden'))) {
    const mark = written({ kind: 'hidden' }, writing);
    const words = spoken({ kind: 'hidden' }, writing);
    entries.push({ kind: 'hidden', text: `${mark} ${words.charAt(0).toUpperCase()}${words.slice(1)}` });
  }
  return entries;
}

/** As {@link legendOf}, and the one value that a line across all bars stands for. */
export function legendWithReference(model: ChartModel, writing: Writing): LegendEntry[] {
  const reference = model.reference?.values[0];
  const entries = legendOf(model, writing);
  if (!model.reference || !reference) return entries;
  return [
    ...entries,
    { kind: 'reference', text: `${model.reference.label}: ${written(reference, writing)}` },
  ];
}
