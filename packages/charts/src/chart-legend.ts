import type { Flag } from '@datakube/contract';
import type { ChartOptions } from './chart-options.ts';
import type { ChartModel } from './model/chart-model.ts';
import { flagsShown } from './model/flags.ts';
import type { ReferenceSeries } from './model/series.ts';
import { formatNumber } from './numbers.ts';
import { flagWords, spoken, written, type Writing } from './words.ts';

/**
 * What a mark looks like: `hidden` is hatch, `reference` an upright dashed line, `annotation` a remark of the page; `line`
 * and `dashed-line` lie among lines; `own` is the frame around one's own place, `empty` a place without a number. Flags
 * begin with their letter.
 */
export type LegendKind =
  'hidden' | 'reference' | 'annotation' | 'line' | 'dashed-line' | 'own' | 'empty' | Flag;

/** A mark of the chart that needs explaining below it. */
export interface LegendEntry {
  readonly kind: LegendKind;
  readonly text: string;
}

/** The marks of a chart that must be explained: hatch, the letters of flags, and the remarks of the page. */
export function legendOf(model: ChartModel, writing: Writing, options: ChartOptions = {}): LegendEntry[] {
  const entries: LegendEntry[] = [];
  if (model.series.some(({ values }) => values.some(({ kind }) => kind === 'hidden'))) {
    const mark = written({ kind: 'hidden' }, writing);
    const words = spoken({ kind: 'hidden' }, writing);
    entries.push({ kind: 'hidden', text: `${mark} ${words.charAt(0).toUpperCase()}${words.slice(1)}` });
  }
  for (const flag of flagsShown(model)) {
    const { mark, legend } = flagWords(flag, writing.language);
    entries.push({ kind: flag, text: `${mark} ${legend}` });
  }
  for (const { at, text } of options.annotations ?? []) {
    const where =
      typeof at === 'number'
        ? formatNumber(at, writing.language, writing.decimals)
        : model.categories.find(({ codes }) => codes.includes(at))?.label;
    if (where !== undefined) entries.push({ kind: 'annotation', text: `${where}: ${text}` });
  }
  return entries;
}

/** As {@link legendOf}, and the lines across bars, with the value where it is the same for all. */
export function legendWithReferences(
  model: ChartModel,
  writing: Writing,
  options: ChartOptions = {},
): LegendEntry[] {
  return [
    ...legendOf(model, writing, options),
    ...model.references.map((reference): LegendEntry => ({
      kind: 'reference',
      text: referenceText(reference, writing),
    })),
  ];
}

/** The name of a reference, with its value where that is one and the same along all categories. */
export function referenceText({ label, values }: ReferenceSeries, writing: Writing): string {
  const texts = new Set(values.map((value) => written(value, writing)));
  return texts.size === 1 ? `${label}: ${[...texts].join('')}` : label;
}
