import { type CellSet, type Derivation, readReference, referTo } from '@datakube/contract';
import type { BarChartOptions } from '../chart-options.ts';
import { chartModel, type ChartModel } from './chart-model.ts';
import type { ChartValue } from './chart-value.ts';
import { layOut } from './layout.ts';
import { firstCategories, orderByNumber } from './order.ts';
import { DEFAULT_LIMIT } from './read-cell-set.ts';

/** Why parts cannot be drawn as shares of a whole. */
export type ShareRefusal =
  /** The cell set has neither shares nor a total. */
  | 'no-whole'
  /** The parts shown come to more than the whole: persons are counted in several of them. */
  | 'not-parts'
  /** The measure is something else already, as a change. */
  | 'other-measure';

/** Parts of a whole as per cent of it. */
export interface ShareModel extends ChartModel {
  /**
   * `released`: the values are per cent, derived behind the gate. `drawn`: the values are numbers, and what is drawn is
   * how each that is shown compares with a total that is shown; no per cent is written.
   */
  readonly source: 'released' | 'drawn';
  readonly refusal: ShareRefusal | null;
}

/** Numbers that were rounded or adjusted may add up to a little more than the whole: this much of it is no objection. */
const SLACK = 1.02;

/**
 * Reads shares: the measure's `row-share` or `column-share`, whichever the categories lie along, where the cell set
 * has it; otherwise the numbers and their total. Ordered by value, the largest share of the first part comes first.
 */
export function shareModel(cellSet: CellSet, options: BarChartOptions): ShareModel {
  const asked = options.measure ?? [...cellSet.measures.keys()][0] ?? '';
  const { measure, derivation } = readReference(asked);
  const layout = layOut(cellSet, asked, null);
  const wanted: Derivation = layout?.mainIsRows === false ? 'column-share' : 'row-share';
  const share = referTo(measure, wanted);
  const released = (derivation === null || derivation === wanted) && cellSet.measures.has(share);
  const source = released ? 'released' : 'drawn';
  const read = chartModel(cellSet, {
    measure: released ? share : asked,
    along: null,
    beside: options.references,
    whole: !released,
  });
  const { order = 'value', language = 'da', limit = DEFAULT_LIMIT } = options;
  const ordered =
    order === 'value'
      ? orderByNumber(read, language, (category) => shareOf({ ...read, source }, category, 0))
      : read;
  const found = { ...firstCategories(ordered, limit), source } as const;
  return { ...found, refusal: refusal(found, derivation !== null && !released) };
}

function refusal(model: Omit<ShareModel, 'refusal'>, otherMeasure: boolean): ShareRefusal | null {
  if (model.series.length === 0) return null;
  if (otherMeasure) return 'other-measure';
  if (model.source === 'drawn' && !model.whole) return 'no-whole';
  const shares = model.categories.map((_, category) =>
    model.series.map((_each, series) => shareOf(model, category, series) ?? 0),
  );
  const fits = shares.every(
    (parts) => parts.every((part) => part >= 0) && parts.reduce((sum, part) => sum + part, 0) <= 100 * SLACK,
  );
  return fits ? null : 'not-parts';
}

/** How many hundredths of the whole a part is drawn as; null where the part or its whole is not shown. */
export function shareOf(
  { source, series, whole }: Pick<ShareModel, 'source' | 'series' | 'whole'>,
  category: number,
  part: number,
): number | null {
  const number = shownNumber(series[part]?.values[category]);
  if (number === null || source === 'released') return number;
  const all = shownNumber(whole?.values[category]);
  return all === null || all <= 0 ? null : (number / all) * 100;
}

function shownNumber(value: ChartValue | undefined): number | null {
  return value?.kind === 'shown' ? value.value : null;
}
