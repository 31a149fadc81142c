import { OTHERS, type Tuple, type TupleEntry } from '@datakube/contract';

/**
 * One dimension of an axis as a forest of nodes. A node is a member (or the total) in its place: the same
 * member under another member of the dimension outside is another node. Nodes are numbered in the order
 * in which they come, parents before children.
 */
export interface AxisDimension {
  readonly dimension: string;
  /** Levels in use, from the coarsest to the finest, as far as the tuples show. */
  readonly levels: readonly string[];
  /** Tuple → its node in this dimension. */
  readonly nodeOf: Int32Array;
  /** Node → the first tuple in which it occurs. */
  readonly first: Int32Array;
  /** Node → the node of the dimension outside, −1 in the outermost dimension. */
  readonly outer: Int32Array;
  /** Node → the node of the coarser member it belongs to, −1 where the axis has none. */
  readonly parent: Int32Array;
  /** Node → number of ancestors. */
  readonly depth: Uint8Array;
  /** Node → 1 where it is the total. */
  readonly total: Uint8Array;
  /** Node → 1 where it is what a choice of the greatest leaves out, taken together. */
  readonly others: Uint8Array;
  /** Node → 1 where finer members follow below it. */
  readonly branch: Uint8Array;
  /** The greatest depth of any node. */
  readonly maxDepth: number;
}

/** An axis of a cell set, analysed once: which header nodes it has and how they hang together. */
export interface Axis {
  readonly tuples: readonly Tuple[];
  readonly dimensions: readonly AxisDimension[];
}

const analysed = new WeakMap<readonly Tuple[], Axis>();

/**
 * The axis over an array of tuples, remembered for as long as the array lives, so that sorting, swapping
 * and expanding do not read the tuples again.
 *
 * A coarser member directly before finer ones is their parent: that is how a query with `parents` is answered.
 */
export function axisOf(tuples: readonly Tuple[]): Axis {
  let axis = analysed.get(tuples);
  if (!axis) {
    axis = analyse(tuples);
    analysed.set(tuples, axis);
  }
  return axis;
}

/** The entry a node stands for. */
export function entryOf(axis: Axis, dimension: number, node: number): TupleEntry {
  return axis.tuples[axis.dimensions[dimension]!.first[node]!]![dimension]!;
}

function analyse(tuples: readonly Tuple[]): Axis {
  const count = tuples[0]?.length ?? 0;
  const changed = new Uint8Array(tuples.length);
  changed.fill(1, 0, 1);
  const dimensions: AxisDimension[] = [];
  for (let d = 0; d < count; d++) dimensions.push(dimensionOf(tuples, d, changed, dimensions[d - 1]));
  return { tuples, dimensions };
}

/** `changed` carries over from the dimensions outside: 1 where a tuple begins a new node there. */
function dimensionOf(
  tuples: readonly Tuple[],
  d: number,
  changed: Uint8Array,
  outside: AxisDimension | undefined,
): AxisDimension {
  const nodeOf = new Int32Array(tuples.length);
  const first: number[] = [];
  for (let t = 0; t < tuples.length; t++) {
    if (changed[t] || !sameMember(tuples[t]![d]!, tuples[t - 1]![d]!)) {
      changed[t] = 1;
      first.push(t);
    }
    nodeOf[t] = first.length - 1;
  }
  const outer = new Int32Array(first.length).fill(-1);
  if (outside) for (let node = 0; node < first.length; node++) outer[node] = outside.nodeOf[first[node]!]!;
  return {
    dimension: tuples[0]![d]!.dimension,
    nodeOf,
    first: Int32Array.from(first),
    outer,
    ...forest(tuples, d, first, outer),
  };
}

function forest(
  tuples: readonly Tuple[],
  d: number,
  first: readonly number[],
  outer: Int32Array,
): Pick<AxisDimension, 'levels' | 'parent' | 'depth' | 'total' | 'others' | 'branch' | 'maxDepth'> {
  const parent = new Int32Array(first.length).fill(-1);
  const depth = new Uint8Array(first.length);
  const total = new Uint8Array(first.length);
  const others = new Uint8Array(first.length);
  const branch = new Uint8Array(first.length);
  const rankOf = new Map<string, number>();
  const open: { node: number; rank: number }[] = [];
  let maxDepth = 0;
  for (let node = 0; node < first.length; node++) {
    const entry = tuples[first[node]!]![d]!;
    if (node > 0 && outer[node] !== outer[node - 1]) open.length = 0;
    if (standsAlone(entry)) {
      (entry.kind === 'total' ? total : others)[node] = 1;
      open.length = 0;
      continue;
    }
    let rank = rankOf.get(entry.level);
    if (rank === undefined) rankOf.set(entry.level, (rank = rankOf.size));
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop();
    const above = open.at(-1);
    if (above) {
      parent[node] = above.node;
      branch[above.node] = 1;
      depth[node] = open.length;
      maxDepth = Math.max(maxDepth, open.length);
    }
    open.push({ node, rank });
  }
  return { levels: [...rankOf.keys()], parent, depth, total, others, branch, maxDepth };
}

/** True for the total, and for what a choice of the greatest leaves out: neither has a place in the code list. */
export function standsAlone({ kind, level }: TupleEntry): boolean {
  return kind === 'total' || level === OTHERS;
}

function sameMember(a: TupleEntry, b: TupleEntry): boolean {
  return a === b || (a.code === b.code && a.level === b.level && a.kind === b.kind);
}
