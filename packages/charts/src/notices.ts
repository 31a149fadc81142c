import { type CellSet, type Language, STATUSES } from '@datakube/contract';
import type { ChartOptions } from './chart-options.ts';
import type { ChartModel } from './model/chart-model.ts';
import { formatNumber } from './numbers.ts';

/**
 * What the reader must know: numbers that are not exact; and what the chart does not show of the cell set, series
 * beyond four and groups of bars beyond the limit. Empty where everything is drawn, and as it was counted.
 */
export function noticesOf(cellSet: CellSet, model: ChartModel, options: ChartOptions): string[] {
  const { language = 'da' } = options;
  const notices = inexact(cellSet, options.measure, language);
  const say = (drawn: number, leftOut: number, da: string, en: string): void => {
    if (leftOut === 0) return;
    const [some, all] = [drawn, drawn + leftOut].map((count) => formatNumber(count, language, 0));
    notices.push(
      language === 'da'
        ? `Diagrammet viser de første ${some} af ${all} ${da}.`
        : `The chart shows the first ${some} of ${all} ${en}.`,
    );
  };
  say(model.series.length, model.leftOut.series, 'serier', 'series');
  say(model.categories.length, model.leftOut.categories, 'grupper', 'groups');
  return [...notices, ...notCompared(model, options, language)];
}

/** References that are asked for and neither drawn beside the series nor one of them. */
function notCompared(
  { categories, series, references }: ChartModel,
  { references: asked = [] }: ChartOptions,
  language: Language,
): string[] {
  if (series.length === 0) return [];
  return asked
    .filter(
      ({ dimension, member }) =>
        !references.some((drawn) => drawn.dimension === dimension && drawn.member === member) &&
        ![...series, ...categories].some(({ codes }) => codes.includes(member)),
    )
    .map(({ label, member }) =>
      language === 'da'
        ? `${label ?? member}: kan ikke vises som sammenligning her.`
        : `${label ?? member}: cannot be shown for comparison here.`,
    );
}

const INEXACT = {
  rounded: { da: 'Tallene er afrundet.', en: 'The numbers are rounded.' },
  perturbed: {
    da: 'Tallene er justeret tilfældigt af hensyn til diskretion: intet er nøjagtigt.',
    en: 'The numbers are randomly adjusted for disclosure reasons: none is exact.',
  },
} as const;

function inexact({ measures }: CellSet, measure: string | undefined, language: Language): string[] {
  const cells = measure === undefined ? [...measures.values()][0] : measures.get(measure);
  return (['rounded', 'perturbed'] as const)
    .filter((status) => cells?.status.includes(STATUSES.indexOf(status)))
    .map((status) => INEXACT[status][language]);
}
