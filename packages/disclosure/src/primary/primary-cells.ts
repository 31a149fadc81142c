import type { SuppressPolicy } from '@datakube/contract';

/** The part of a policy that decides which counts are too small to show. */
export type ThresholdRule = Pick<SuppressPolicy, 'threshold' | 'zeros'>;

/** True for a count of persons that is hidden for its own sake: 1 to threshold − 1, from 0 where zeros are protected. */
export function isPrimary(persons: number, rule: ThresholdRule): boolean {
  return persons < rule.threshold && (persons > 0 || rule.zeros === 'protected');
}

/** Marks the primary cells: 1 where any of the counts is too small. */
export function primaryCells(
  counts: readonly Float64Array[],
  cells: number,
  rule: ThresholdRule,
): Uint8Array {
  const primary = new Uint8Array(cells);
  for (const count of counts) {
    for (let cell = 0; cell < cells; cell++) if (isPrimary(count[cell]!, rule)) primary[cell] = 1;
  }
  return primary;
}
