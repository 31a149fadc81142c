import type { Hierarchy, RawRelease } from '@datakube/disclosure';
import { type BenchDimension, type BenchTable, groupOf, innerCounts } from './bench-tables.ts';

/** The full table with all marginals, as a release of one cuboid of persons. */
export function fullRelease(table: BenchTable): RawRelease {
  const hierarchies = table.dimensions.map(hierarchyOf);
  const sizes = table.dimensions.map(({ members }) => members);
  let values = Float64Array.from(innerCounts(table));
  hierarchies.forEach((hierarchy, at) => {
    values = withMarginals(values, sizes, at, hierarchy);
    sizes[at] = hierarchy.parent.length;
  });
  return {
    hierarchies,
    measures: [{ id: 'persons', kind: 'persons', additiveOver: hierarchies.map(() => true) }],
    cuboids: [
      {
        dimensions: hierarchies.map((_, at) => at),
        depth: hierarchies.map(({ nodesTo }) => nodesTo.length - 1),
        values: [values],
      },
    ],
  };
}

function hierarchyOf({ column, members, groups }: BenchDimension): Hierarchy {
  const groupCount = groups?.count ?? 0;
  const first = 1 + groupCount;
  const parent = Int32Array.from({ length: first + members }, (_, node) => {
    if (node === 0) return -1;
    return node < first || !groups ? 0 : 1 + groupOf(node - first, members, groupCount);
  });
  const leafDepth = groups ? 2 : 1;
  return {
    id: column,
    parent,
    depth: Uint8Array.from(parent, (_, node) => (node === 0 ? 0 : node < first ? 1 : leafDepth)),
    nodesTo: groups ? [1, first, parent.length] : [1, parent.length],
  };
}

/** Replaces the members of one dimension by all its nodes. */
function withMarginals(
  inner: Float64Array,
  sizes: readonly number[],
  at: number,
  { parent }: Hierarchy,
): Float64Array<ArrayBuffer> {
  const stride = sizes.slice(at + 1).reduce((product, size) => product * size, 1);
  const members = sizes[at]!;
  const nodes = parent.length;
  const full = new Float64Array((inner.length / members) * nodes);
  for (let outer = 0; outer < inner.length / (members * stride); outer++) {
    const from = outer * members * stride;
    const to = outer * nodes * stride;
    full.set(inner.subarray(from, from + members * stride), to + (nodes - members) * stride);
    for (let node = nodes - 1; node > 0; node--) {
      const child = to + node * stride;
      const above = to + parent[node]! * stride;
      for (let cell = 0; cell < stride; cell++) full[above + cell]! += full[child + cell]!;
    }
  }
  return full;
}
