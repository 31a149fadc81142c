import { readReference, type Cube, type Language } from '@datakube/contract';
import type { ExplorerState } from '../state/index.ts';

/**
 * Name of a chosen measure that does not add up over the dimension; null where all do. Rates are left to the
 * environment: whether their parts add up depends on what they are made of.
 */
export function notAdditive(
  state: ExplorerState,
  cube: Cube,
  dimension: string,
  language: Language,
): string | null {
  const chosen = new Set(state.measures.map((reference) => readReference(reference).measure));
  const found = cube.measures.find(
    ({ id, kind, additiveOver }) => chosen.has(id) && kind !== 'rate' && !additiveOver.includes(dimension),
  );
  return found ? found.name[language] : null;
}
