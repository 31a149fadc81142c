import { entryOf, standsAlone } from './axis.ts';
import type { AxisLayout } from './layout.ts';

/**
 * True where a series breaks between a visible position and the one before it, so that their numbers cannot be
 * compared. Beside a total, and between a member and its own children, nothing is compared.
 */
export function breaksBefore({ axis, order }: AxisLayout, position: number): boolean {
  if (position === 0) return false;
  return axis.dimensions.some(({ nodeOf, parent }, d) => {
    const before = nodeOf[order[position - 1]!]!;
    const node = nodeOf[order[position]!]!;
    return (
      before !== node &&
      parent[node] !== before &&
      entryOf(axis, d, node).flags?.includes('break') === true &&
      !standsAlone(entryOf(axis, d, before))
    );
  });
}
