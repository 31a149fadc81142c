import type { Hierarchy, Sum } from './hierarchy.ts';

/** What follows from a hierarchy: its sums, its leaves, and who is above whom. */
export interface Relations {
  readonly sums: readonly Sum[];
  /** Nodes without children. */
  readonly leaves: readonly number[];
  /** Each node with everything above it, the node itself first. */
  readonly upwards: readonly (readonly number[])[];
  /** Leaves at or under each node. */
  readonly leavesUnder: readonly (readonly number[])[];
}

/** Works out the relations of a hierarchy, by `sums` where groupings overlap, else by `parent`. */
export function relationsOf(hierarchy: Hierarchy): Relations {
  const size = hierarchy.parent.length;
  const sums = hierarchy.sums ?? sumsByParent(hierarchy);
  const above: number[][] = Array.from({ length: size }, () => []);
  const isParent = new Uint8Array(size);
  for (const { parent, children } of sums) {
    isParent[parent] = 1;
    for (const child of children) above[child]!.push(parent);
  }
  const upwards: number[][] = [];
  const leavesUnder: number[][] = Array.from({ length: size }, () => []);
  const leaves: number[] = [];
  for (let node = 0; node < size; node++) {
    upwards.push([...new Set([node, ...above[node]!.flatMap((parent) => upwards[parent]!)])]);
    if (isParent[node]) continue;
    leaves.push(node);
    for (const ancestor of upwards[node]!) leavesUnder[ancestor]!.push(node);
  }
  return { sums, leaves, upwards, leavesUnder };
}

function sumsByParent({ parent }: Hierarchy): Sum[] {
  const children = new Map<number, number[]>();
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node]!;
    if (above < 0) continue;
    const siblings = children.get(above);
    if (siblings) siblings.push(node);
    else children.set(above, [node]);
  }
  return [...children].map(([above, below]) => ({ parent: above, children: below }));
}
