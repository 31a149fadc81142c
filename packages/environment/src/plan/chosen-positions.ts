import type { AxisDimension, Position } from './axis-positions.ts';

/** The members or groups a choice of the greatest is made among: all positions but the total. */
export function candidatesOf({ positions }: AxisDimension): Position[] {
  return positions.filter(({ kind }) => kind !== 'total');
}

/**
 * A dimension with the first of its candidates alone, the others taken together where that is asked for, and its
 * total. Others that make up a coarser member in full are not that member: it may be shown where one of them is
 * hidden.
 *
 * @param order of the candidates, the greatest first. Nothing happens where nothing is to be chosen
 */
export function choose(axis: AxisDimension, order: readonly number[]): AxisDimension {
  const { top, positions } = axis;
  if (!top) return axis;
  const candidates = candidatesOf(axis);
  const first = order.slice(0, top.count).map((index) => candidates[index]!);
  const rest = order.slice(top.count).flatMap((index) => candidates[index]!.nodes);
  const others: Position[] =
    top.others && rest.length > 0 ? [{ kind: 'others', nodes: rest.sort((a, b) => a - b) }] : [];
  const total = positions.filter(({ kind }) => kind === 'total');
  return { ...axis, positions: [...first, ...others, ...total] };
}

/** The choice of which most is read, so that what it costs is known before it is made. */
export function costliestChoice(axis: AxisDimension): AxisDimension {
  const sizes = candidatesOf(axis).map(({ nodes }) => nodes.length);
  return choose(
    axis,
    [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]!),
  );
}
