import { derivedMeasure, type Language } from '@datakube/contract';
import { describeMeasure } from '../cubes/describe-cube.ts';
import type { FoundCuboid } from '../outside/find-cuboid.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnswerMeta } from './answer.ts';
import { disclose, type Origin } from './disclose.ts';
import { restingMembers } from './label-axes.ts';

/** What belongs to the cells of an answer. */
export interface Occasion extends Omit<Origin, 'cube' | 'way'> {
  /** With the greatest chosen. */
  readonly plan: Plan;
  readonly found: Pick<FoundCuboid, 'way' | 'notes'>;
  readonly language: Language;
  readonly time: Date;
}

/** Describes an answer: where its cells come from, what they are called, and how they were protected. */
export async function describeAnswer(occasion: Occasion): Promise<AnswerMeta> {
  const { plan, found, manifest, language, time } = occasion;
  const { id, name, declaration } = plan.cube.definition;
  return {
    cube: id,
    name: name[language],
    release: manifest.id,
    measures: plan.measures.map(({ measure, derivation }) =>
      derivedMeasure(describeMeasure(measure), derivation),
    ),
    notes: [...found.notes, ...plan.notes],
    declaration,
    synthetic: manifest.synthetic,
    filters: restingMembers(plan, language),
    language,
    disclosure: await disclose({ ...occasion, cube: plan.cube, way: found.way }),
    exported: time.toISOString(),
  };
}
