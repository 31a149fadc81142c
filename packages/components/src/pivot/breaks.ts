import { entryOf, standsAlone } from './axis.ts';
import type { AxisLayout } from './layout.ts';

/** Tells a dimension of time from others. */
export interface Calendar {
  isTime(dimension: string): boolean;
}

/**
 * True where a series breaks between a visible period and the one before it, so that their numbers cannot be
 * compared. Beside a total, and between a period and its own children, nothing is compared; and what another
 * member breaks is its own series, which the member before it has no part in.
 */
export function breaksBefore({ axis, order }: AxisLayout, position: number, calendar: Calendar): boolean {
  if (position === 0) return false;
  return axis.dimensions.some(({ dimension, nodeOf, parent }, d) => {
    const before = nodeOf[order[position - 1]!]!;
    const node = nodeOf[order[position]!]!;
    return (
      before !== node &&
      parent[node] !== before &&
      entryOf(axis, d, node).flags?.includes('break') === true &&
      calendar.isTime(dimension) &&
      !standsAlone(entryOf(axis, d, before))
    );
  });
}
