import { headerCellAt } from '../pivot/header.ts';
import type { Layout } from '../pivot/layout.ts';
import { stubCount, type GridPosition } from '../pivot/navigation.ts';
import { nodeKey, type NodeKey } from '../pivot/node-key.ts';

/** A member that can be folded, and whether its children show now. */
export interface Fold {
  readonly key: NodeKey;
  readonly expanded: boolean;
}

/** What the header at a place folds, or null where it folds nothing. */
export function foldAt(layout: Layout, { row, column }: GridPosition): Fold | null {
  if (row >= 0 && column < 0) return rowFold(layout, row, column + stubCount(layout));
  if (row < 0 && column >= 0) return columnFold(layout, row + layout.header.length, column);
  return null;
}

function rowFold({ rows, collapsed }: Layout, row: number, d: number): Fold | null {
  const dimension = rows.axis.dimensions[d];
  if (!dimension) return null;
  const node = dimension.nodeOf[rows.order[row]!]!;
  if (!dimension.branch[node]) return null;
  const key = nodeKey(rows.axis, d, node);
  return { key, expanded: !collapsed.has(key) };
}

function columnFold({ columns, header, collapsed }: Layout, headerRow: number, column: number): Fold | null {
  const { row, index } = headerCellAt(header, headerRow, column);
  const cells = header[row]!;
  const node = cells.node[index]!;
  if (!columns.axis.dimensions[cells.dimension]?.branch[node] || cells.own[index]) return null;
  const key = nodeKey(columns.axis, cells.dimension, node);
  return { key, expanded: !collapsed.has(key) };
}

/** The row of the member above a folded-out child, or null where it stands under nothing. */
export function parentRow({ rows }: Layout, row: number, d: number): number | null {
  const dimension = rows.axis.dimensions[d];
  if (!dimension) return null;
  const parent = dimension.parent[dimension.nodeOf[rows.order[row]!]!]!;
  if (parent < 0) return null;
  for (let at = row - 1; at >= 0; at--) if (dimension.nodeOf[rows.order[at]!] === parent) return at;
  return null;
}
