import type { Axis } from '../../pivot/axis.ts';
import { headerCellAt } from '../../pivot/header.ts';
import { stubCount } from '../../pivot/navigation.ts';
import { nodeKey, type NodeKey } from '../../pivot/node-key.ts';
import { foldAt } from '../folding.ts';
import { item, written, type Item, type Scene } from './menu-items.ts';

/** Folds the member of a header, and all on its level; from the corner all of its dimension. */
export function foldItems(scene: Scene): readonly Item[] {
  const { host, at, text } = scene;
  const { layout } = host.frame;
  const fold = foldAt(layout, at);
  const level = keysOnLevel(scene);
  const folded = level.filter((key) => layout.collapsed.has(key));
  const rest = [...layout.collapsed].filter((key) => !level.includes(key));
  const all = (expanded: boolean, collapsed: readonly NodeKey[]) =>
    ({ kind: 'collapse', key: fold?.key ?? level[0]!, expanded, collapsed }) as const;
  const items: Item[] = [];
  if (fold) {
    const command = fold.expanded ? 'collapse' : 'expand';
    items.push(item(command, text[command], { kind: 'fold', fold }, written(command, text)));
  }
  if (folded.length > 0) items.push(item('expand-level', text.expandLevel, all(true, rest)));
  if (folded.length < level.length)
    items.push(item('collapse-level', text.collapseLevel, all(false, [...rest, ...level])));
  return items;
}

function keysOnLevel({ host, at }: Scene): readonly NodeKey[] {
  const { layout } = host.frame;
  if (at.column < 0) {
    const { axis, order } = layout.rows;
    const d = at.column + stubCount(layout);
    const dimension = axis.dimensions[d];
    if (!dimension) return [];
    return keysAtDepth(axis, d, at.row < 0 ? null : dimension.depth[dimension.nodeOf[order[at.row]!]!]!);
  }
  const { axis } = layout.columns;
  const cell = headerCellAt(layout.header, at.row + layout.header.length, at.column);
  const { dimension, node } = layout.header[cell.row]!;
  return dimension < 0
    ? []
    : keysAtDepth(axis, dimension, axis.dimensions[dimension]!.depth[node[cell.index]!]!);
}

/** The keys of the nodes of a dimension that fold, at one depth or, with null, at any. */
function keysAtDepth(axis: Axis, d: number, wanted: number | null): readonly NodeKey[] {
  const { branch, depth } = axis.dimensions[d]!;
  return [...branch.keys()]
    .filter((node) => branch[node] && (wanted === null || depth[node] === wanted))
    .map((node) => nodeKey(axis, d, node));
}
