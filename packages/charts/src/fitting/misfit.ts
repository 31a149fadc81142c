import type { CellSet, ChartType, LocalisedText } from '@datakube/contract';
import { shapeOf } from './cell-shape.ts';
import type { ChartFacts } from './chart-facts.ts';
import { fittingChart } from './fitting-chart.ts';
import { objectionTo } from './objections.ts';
import { REASONS, type Reason } from './reasons.ts';

/** Why a chart would mislead, in words, and the one that suits better. */
export interface Misfit {
  readonly reason: Reason;
  readonly text: LocalisedText;
  readonly better: ChartType;
}

/**
 * Why a kind of chart would mislead over a cell set; null where it would not.
 *
 * @example
 * ```ts
 * misfit(personsByDisease, 'stacked-bar', { kind: 'persons', additiveOver: ['sex'] })?.text.en;
 * // 'The parts do not add up to the whole: one citizen may be counted in several of them.'
 * ```
 */
export function misfit(cellSet: CellSet, type: ChartType, facts: ChartFacts = {}): Misfit | null {
  const reason = objectionTo(type, shapeOf(cellSet, facts));
  return reason && { reason, text: REASONS[reason], better: fittingChart(cellSet, facts) };
}
