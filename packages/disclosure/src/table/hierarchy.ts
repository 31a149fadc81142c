/** One additive relation inside a dimension: the parent is the sum of the children. */
export interface Sum {
  readonly parent: number;
  readonly children: readonly number[];
}

/**
 * The members of one dimension as a forest, numbered breadth first: all nodes of a depth come before
 * those of the next. Depth 0 is the total. A dimension without a total has no node of depth 0 and
 * several roots. Because of the numbering, a cuboid that goes down to depth d holds the first
 * `nodesTo[d]` nodes.
 */
export interface Hierarchy {
  readonly id: string;
  /** Parent of each node, -1 for roots. A parent has a lower number than its children. */
  readonly parent: Int32Array;
  /** Depth of each node. */
  readonly depth: Uint8Array;
  /** Number of nodes with depth at most d. */
  readonly nodesTo: readonly number[];
  /**
   * All relations, where groupings of the same members overlap (municipality → region and municipality →
   * health cluster). Default: each node is the sum of the nodes whose `parent` it is.
   */
  readonly sums?: readonly Sum[];
}
