import type { Hierarchy, RawRelease } from '@datakube/disclosure';

/**
 * A sparse frequency table to measure on: leaves are skewed counts, marginals their sums.
 *
 * @param size leaves and groups of the first dimension, leaves of two flat ones, leaves and groups of the last
 */
export function syntheticRelease(size: readonly number[]): RawRelease {
  const [municipalities, regions, ages, sexes, diagnoses, chapters] = size as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const hierarchies = [
    nested('residence', municipalities, regions),
    flat('age', ages),
    flat('sex', sexes),
    nested('diagnosis', diagnoses, chapters),
  ];
  const sizes = hierarchies.map(({ parent }) => parent.length);
  const values = new Float64Array(sizes.reduce((product, n) => product * n, 1));
  fillLeaves(values, hierarchies, sizes);
  hierarchies.forEach(({ parent }, dimension) => addUp(values, parent, sizes, dimension));
  return {
    hierarchies,
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [true, true, true, true] }],
    cuboids: [
      {
        dimensions: [0, 1, 2, 3],
        depth: hierarchies.map(({ nodesTo }) => nodesTo.length - 1),
        values: [values],
      },
    ],
  };
}

function flat(id: string, leaves: number): Hierarchy {
  const parent = Int32Array.from({ length: leaves + 1 }, (_, node) => (node ? 0 : -1));
  return { id, parent, depth: Uint8Array.from(parent, (above) => above + 1), nodesTo: [1, leaves + 1] };
}

function nested(id: string, leaves: number, groups: number): Hierarchy {
  const parent = new Int32Array(1 + groups + leaves).fill(0);
  parent[0] = -1;
  for (let leaf = 0; leaf < leaves; leaf++)
    parent[1 + groups + leaf] = 1 + Math.floor((leaf * groups) / leaves);
  const depth = Uint8Array.from(parent, (_, node) => (node === 0 ? 0 : node <= groups ? 1 : 2));
  return { id, parent, depth, nodesTo: [1, 1 + groups, 1 + groups + leaves] };
}

/** A third of the cells empty, the rest skewed: many small, few large, by a fixed sequence. */
function fillLeaves(values: Float64Array, hierarchies: readonly Hierarchy[], sizes: readonly number[]): void {
  const random = mulberry32(12345);
  for (let cell = 0; cell < values.length; cell++) {
    let rest = cell;
    let leaf = true;
    for (let dimension = sizes.length - 1; dimension >= 0; dimension--) {
      const node = rest % sizes[dimension]!;
      rest = Math.floor(rest / sizes[dimension]!);
      leaf &&= hierarchies[dimension]!.depth[node] === hierarchies[dimension]!.nodesTo.length - 1;
    }
    const draw = random();
    if (leaf && random() > 0.3) values[cell] = Math.floor(60 * draw ** 3);
  }
}

function addUp(values: Float64Array, parent: Int32Array, sizes: readonly number[], dimension: number): void {
  const stride = sizes.slice(dimension + 1).reduce((product, n) => product * n, 1);
  const block = stride * sizes[dimension]!;
  for (let start = 0; start < values.length; start += block) {
    for (let node = sizes[dimension]! - 1; node > 0; node--) {
      const above = start + parent[node]! * stride;
      for (let i = 0; i < stride; i++) values[above + i]! += values[start + node * stride + i]!;
    }
  }
}

/** Tommy Ettinger's mulberry32: small, fast, and good enough to make tables with. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
