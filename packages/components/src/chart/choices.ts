import { misfit } from '@datakube/charts';
import { CHART_TYPES, type ChartType } from '@datakube/contract';
import { fill } from '../localisation/texts.ts';
import { chosen, factsOf, type ChartRequest } from './chart-request.ts';
import { texts } from './chart.texts.ts';

/** A kind of chart that can be asked for, and why it would mislead where it would. */
export interface ChartOption {
  /** `fitting` is the one that suits, whatever it is. */
  readonly type: ChartType | 'fitting';
  readonly name: string;
  readonly chosen: boolean;
  /** Why it would mislead over what is shown; null where it can be chosen. */
  readonly reason: string | null;
}

/** All kinds of chart, the fitting one first. Those that would mislead come with the reason. */
export function choicesOf(request: ChartRequest): readonly ChartOption[] {
  const { cellSet, language } = request;
  const text = texts[language];
  const facts = factsOf(request);
  const { asked } = chosen(request);
  const { drawn } = chosen({ ...request, type: 'fitting' });
  const fitting: ChartOption = {
    type: 'fitting',
    name: fill(text.fitting, { name: text[drawn].toLocaleLowerCase(language) }),
    chosen: asked === 'fitting',
    reason: null,
  };
  const kinds = CHART_TYPES.map((type): ChartOption => {
    const reason = misfit(cellSet, type, facts)?.text[language] ?? null;
    return { type, name: text[type], chosen: asked === type, reason };
  });
  return [fitting, ...kinds];
}
