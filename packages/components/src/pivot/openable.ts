import { entryOf, standsAlone, type Axis } from './axis.ts';
import { isCollapsed, type NodeKey } from './node-key.ts';

/** True for the levels of a dimension below whose members others can be asked for. */
export type Openable = (dimension: string, level: string) => boolean;

/**
 * Whether a member's children show: `expanded`, `collapsed`, or `closed` where they can be asked for but are
 * not part of the answer. Null where it has none.
 */
export type FoldState = 'expanded' | 'collapsed' | 'closed' | null;

/** How a header node can be folded. */
export function foldState(
  axis: Axis,
  dimension: number,
  node: number,
  collapsed: ReadonlySet<NodeKey>,
  openable: Openable | null,
): FoldState {
  if (axis.dimensions[dimension]!.branch[node])
    return isCollapsed(axis, dimension, node, collapsed) ? 'collapsed' : 'expanded';
  if (!openable) return null;
  const entry = entryOf(axis, dimension, node);
  return !standsAlone(entry) && openable(entry.dimension, entry.level) ? 'closed' : null;
}

/** True where any member of a dimension folds or opens, so that the others stand clear of its button. */
export function folds({ dimensions }: Axis, dimension: number, openable: Openable | null): boolean {
  const { maxDepth, dimension: id, levels } = dimensions[dimension]!;
  return maxDepth > 0 || (openable !== null && levels.some((level) => openable(id, level)));
}
