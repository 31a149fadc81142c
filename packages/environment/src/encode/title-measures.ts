import { derivedMeasure, type Language } from '@datakube/contract';
import { describeMeasure } from '../cubes/describe-cube.ts';
import type { Plan } from '../plan/plan.ts';

/** Words for the derived measures of a plan, by reference. Somebody with a spreadsheet has no other explanation. */
export function titleMeasures({ measures }: Plan, language: Language): Map<string, string> {
  return new Map(
    measures.flatMap(({ reference, measure, derivation }) =>
      derivation === null
        ? []
        : [[reference, derivedMeasure(describeMeasure(measure), derivation).name[language]] as const],
    ),
  );
}
