import { MISSING, NOT_APPLICABLE, PERTURBED, PUBLISHED, ROUNDED, SUPPRESSED } from './protected-table.ts';

/** What a number says about those it is made from, the strongest first: hidden hides, noise makes noisy. */
const STRENGTH = [SUPPRESSED, MISSING, NOT_APPLICABLE, PERTURBED, ROUNDED, PUBLISHED];

/** The status of a number that is made from two others. */
export function stronger(one: number, other: number): number {
  if (one === other) return one;
  return STRENGTH.find((status) => status === one || status === other) ?? SUPPRESSED;
}

/** True for the statuses that carry a number. */
export function hasNumber(status: number): boolean {
  return status === PUBLISHED || status === ROUNDED || status === PERTURBED;
}
