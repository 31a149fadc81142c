import type { DimensionModel } from '../cubes/cube-model.ts';

/**
 * Nodes that come to be seen below a node: its children, each followed by what is below it in turn, as long as they
 * are open.
 *
 * @param open codes of the members that are open
 */
export function opened(
  { hierarchy, members }: DimensionModel,
  open: ReadonlySet<string>,
): (node: number) => readonly number[] {
  const children = new Map<number, number[]>();
  hierarchy.parent.forEach((above, node) => {
    if (!open.has(members[above]?.code ?? '')) return;
    const family = children.get(above);
    if (family) family.push(node);
    else children.set(above, [node]);
  });
  const below = (node: number): number[] =>
    (children.get(node) ?? []).flatMap((child) => [child, ...below(child)]);
  return below;
}
