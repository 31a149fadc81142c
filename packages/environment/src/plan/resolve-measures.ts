import {
  type Derivation,
  derivationsOf,
  type MeasureDefinition,
  type MeasureReference,
  readReference,
} from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { ComplainAt } from './complain-at.ts';
import type { ResolvedAxisEntry, ResolvedFilter } from './resolved-query.ts';

/** A measure of the cube, and what is shown of it; null for its own number. */
export interface AskedMeasure {
  /** As the query writes it, which is also the name under which the cells come back. */
  readonly reference: MeasureReference;
  readonly measure: MeasureDefinition;
  readonly derivation: Derivation | null;
}

/** The measures a query asks for, in its order. */
export function resolveMeasures(
  references: readonly MeasureReference[],
  cube: CubeModel,
  complain: ComplainAt,
): AskedMeasure[] {
  return references.flatMap((reference, index) => {
    const at = `/measures/${index}`;
    const { measure: id, derivation } = readReference(reference);
    const measure = cube.measure(id);
    if (!measure) {
      complain(at, 'The cube has no such measure');
      return [];
    }
    if (derivation !== null && !derivationsOf(measure.kind).includes(derivation))
      complain(at, 'Rates are not parts of a whole, and have no shares');
    if (references.indexOf(reference) < index) complain(at, 'This measure is asked for twice');
    return { reference, measure, derivation };
  });
}

/**
 * Checks that what is compared over time has periods to compare: an index the periods of an axis, a change one
 * period at a time.
 *
 * @param entries of both axes
 * @param resting the dimensions on no axis
 */
export function checkPeriods(
  measures: readonly AskedMeasure[],
  entries: readonly ResolvedAxisEntry[],
  resting: readonly ResolvedFilter[],
  complain: ComplainAt,
): void {
  if (entries.some(({ dimension }) => dimension.definition.kind === 'time')) return;
  const together = resting.some(
    ({ dimension, nodes }) => dimension.definition.kind === 'time' && nodes.length > 1,
  );
  measures.forEach(({ derivation }, index) => {
    if (derivation === 'index') complain(`/measures/${index}`, 'An index needs time in rows or columns');
    if (together && (derivation === 'change' || derivation === 'growth'))
      complain(`/measures/${index}`, 'Several periods taken together have no period before them');
  });
}
