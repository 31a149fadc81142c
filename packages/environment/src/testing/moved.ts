import type { ProtectedTable, RawRelease } from '@datakube/disclosure';

/**
 * Another release that differs in hidden cells alone: some of a measure is moved around them so that all sums
 * still hold.
 *
 * @param tables the release as it was protected
 * @param id of the measure
 * @param random a number from 0 up to, not including, 1
 * @returns undefined when this try does not come out even
 */
export function moved(
  release: RawRelease,
  tables: readonly ProtectedTable[],
  id: string,
  random: () => number,
): RawRelease | undefined {
  const below = (limit: number): number => Math.floor(random() * limit);
  const measure = release.measures.findIndex((each) => each.id === id);
  const amount = id === 'persons' ? 1 : 1 + below(3);
  const through = hiddenCell(release, tables, random);
  // One factor per hierarchy; a cell changes by their product. Sums hold as they hold in every factor.
  const factors = release.hierarchies.map(({ parent }, hierarchy) => {
    const factor = new Float64Array(parent.length);
    if (!release.measures[measure]!.additiveOver[hierarchy]) {
      factor[through[hierarchy]!] = 1;
      return factor;
    }
    const leafUnder = (start: number): number => {
      let node = start;
      for (let next = node; next !== undefined;) {
        node = next;
        const children = [...parent.keys()].filter((child) => parent[child] === node);
        next = children[below(children.length)]!;
      }
      return node;
    };
    for (let node = leafUnder(through[hierarchy]!); node >= 0; node = parent[node]!) factor[node]!++;
    if (through[hierarchy]! === 0) return factor;
    const roots = [...parent.keys()].filter((node) => parent[node]! < 0);
    for (let node = leafUnder(roots[below(roots.length)]!); node >= 0; node = parent[node]!) factor[node]!--;
    return factor;
  });
  let changes = 0;
  const cuboids = [];
  for (const [position, cuboid] of release.cuboids.entries()) {
    const values = cuboid.values[measure]!.slice();
    const sizes = cuboid.dimensions.map((h, at) => release.hierarchies[h]!.nodesTo[cuboid.depth[at]!]!);
    const resting = factors.reduce(
      (all, factor, h) => (cuboid.dimensions.includes(h) ? all : all * factor[0]!),
      amount,
    );
    for (let cell = 0; cell < values.length; cell++) {
      let change = resting;
      for (let at = sizes.length - 1, rest = cell; at >= 0 && change !== 0; at--) {
        change *= factors[cuboid.dimensions[at]!]![rest % sizes[at]!]!;
        rest = Math.floor(rest / sizes[at]!);
      }
      if (change === 0) continue;
      values[cell]! += change;
      changes++;
      const persons = id === 'persons' ? values[cell]! : cuboid.values[0]![cell]!;
      if (tables[position]!.status(measure, cell) !== 'suppressed' || persons < 1 || values[cell]! < 0)
        return undefined;
    }
    cuboids.push({ ...cuboid, values: cuboid.values.with(measure, values) });
  }
  return changes > 0 ? { ...release, cuboids } : undefined;
}

/** A hidden cell, as its node in every hierarchy. */
function hiddenCell(
  { hierarchies, cuboids }: RawRelease,
  tables: readonly ProtectedTable[],
  random: () => number,
): Int32Array {
  const position = Math.floor(random() * cuboids.length);
  const { dimensions, depth } = cuboids[position]!;
  const hidden = [...tables[position]!.columns(0).status.keys()].filter(
    (cell) => tables[position]!.status(0, cell) === 'suppressed',
  );
  let rest = hidden[Math.floor(random() * hidden.length)]!;
  const nodes = new Int32Array(hierarchies.length);
  for (let at = dimensions.length - 1; at >= 0; at--) {
    const size = hierarchies[dimensions[at]!]!.nodesTo[depth[at]!]!;
    nodes[dimensions[at]!] = rest % size;
    rest = Math.floor(rest / size);
  }
  return nodes;
}
