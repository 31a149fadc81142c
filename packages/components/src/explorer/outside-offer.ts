import type { Cube, Language } from '@datakube/contract';
import { nearest, obstacle, outsideWords, type DimensionOffer, type ExplorerState } from '../state/index.ts';

/** What a level or grouping meets outside the release, in words. Null inside, and where it is not offered. */
export function wordsOutside(
  offers: ReadonlyMap<string, DimensionOffer>,
  dimension: string,
  level: string | null,
  language: Language,
): string | null {
  const found = offers.get(dimension);
  const offer = [...(found?.levels ?? []), ...(found?.groupings ?? [])].find((each) => each.level === level);
  return (offer && outsideWords(offer.meets)?.[language]) ?? null;
}

/** Why a dimension cannot be shown at a level or grouping together with what is chosen. */
export function whyNot(
  state: ExplorerState,
  cube: Cube,
  dimension: string,
  level: string,
  language: Language,
): string {
  return obstacle(nearest(state, cube, { dimension, level }), cube)[language];
}
