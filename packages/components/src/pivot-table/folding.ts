import type { TupleEntry } from '@datakube/contract';
import { entryOf, type Axis } from '../pivot/axis.ts';
import { headerCellAt } from '../pivot/header.ts';
import type { Layout } from '../pivot/layout.ts';
import { stubCount, type GridPosition } from '../pivot/navigation.ts';
import { nodeKey, type NodeKey } from '../pivot/node-key.ts';
import { foldState } from '../pivot/openable.ts';

/** A member that can be folded, whether its children show now, and the member itself where they must be asked for. */
export interface Fold {
  readonly key: NodeKey;
  readonly expanded: boolean;
  readonly request: TupleEntry | null;
}

/** What the header at a place folds, or null where it folds nothing. */
export function foldAt(layout: Layout, { row, column }: GridPosition): Fold | null {
  if (row >= 0 && column < 0) return rowFold(layout, row, column + stubCount(layout));
  if (row < 0 && column >= 0) return columnFold(layout, row + layout.header.length, column);
  return null;
}

function rowFold(layout: Layout, row: number, d: number): Fold | null {
  const { axis, order } = layout.rows;
  const dimension = axis.dimensions[d];
  return dimension ? foldOf(layout, axis, d, dimension.nodeOf[order[row]!]!) : null;
}

function columnFold(layout: Layout, headerRow: number, column: number): Fold | null {
  const { row, index } = headerCellAt(layout.header, headerRow, column);
  const { dimension, node, own } = layout.header[row]!;
  return dimension < 0 || own[index] ? null : foldOf(layout, layout.columns.axis, dimension, node[index]!);
}

function foldOf({ collapsed, openable }: Layout, axis: Axis, d: number, node: number): Fold | null {
  const state = foldState(axis, d, node, collapsed, openable);
  return (
    state && {
      key: nodeKey(axis, d, node),
      expanded: state === 'expanded',
      request: state === 'closed' ? entryOf(axis, d, node) : null,
    }
  );
}

/** The row of the member above a folded-out child, or null where it stands under nothing. */
export function parentRow({ rows }: Layout, row: number, d: number): number | null {
  const dimension = rows.axis.dimensions[d];
  if (!dimension) return null;
  const parent = dimension.parent[dimension.nodeOf[rows.order[row]!]!]!;
  if (parent < 0) return null;
  const at = rows.order.findIndex((tuple) => dimension.nodeOf[tuple] === parent);
  return at < 0 ? null : at;
}
