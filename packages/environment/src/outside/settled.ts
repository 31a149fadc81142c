import {
  type Attack,
  attackPattern,
  type ProtectedTable,
  publishedSystem,
  type PublishedSystem,
  type RawRelease,
} from '@datakube/disclosure';

/**
 * Are the hidden cells of a grain safe even from somebody who knows every number that is coarser, the hidden
 * ones too? That is more than is needed, and it makes the answer independent of everything outside the cuboid.
 *
 * @param release one cuboid, with its true numbers
 * @param table the same cuboid, protected
 * @param free 1 for the cells that were decided about here; all others count as known
 */
export function isSettled(
  release: RawRelease,
  table: ProtectedTable,
  free: Uint8Array,
  threshold: number,
): boolean {
  const attacked = new Set<string>();
  return release.measures.every(({ id, kind, additiveOver }, measure) => {
    const column = table.shape.measures.indexOf(id);
    const signature = additiveOver.join();
    if (kind === 'public' || column < 0) return true;
    if (attacked.has(signature) && kind !== 'persons') return true;
    attacked.add(signature);
    const system = publishedSystem(release, additiveOver, (_, cell) =>
      free[cell] === 1 && table.value(column, cell) === null ? null : 0,
    );
    // What is determined does not depend on the numbers.
    const rows = system.rows.map((row) => ({ ...row, total: 0 }));
    const attack = attackPattern(rows, system.unknowns);
    if (attack.determined.includes(1)) return false;
    return kind !== 'persons' || !tellsSeveralCodes(release, measure, system, attack, threshold);
  });
}

/**
 * Persons do not add up over some hierarchies. Do the parts of a cell, taken together, tell how many persons
 * have several of the codes, where that number is too small?
 */
function tellsSeveralCodes(
  { hierarchies, measures, cuboids }: RawRelease,
  measure: number,
  { unknownOf }: PublishedSystem,
  { solutions: [first, second], prime }: Attack,
  threshold: number,
): boolean {
  const { dimensions, depth, values } = cuboids[0]!;
  const counts = values[measure]!;
  const unknown = unknownOf[0]!;
  let stride = counts.length;
  return dimensions.some((dimension, at) => {
    const { parent, nodesTo } = hierarchies[dimension]!;
    const size = nodesTo[depth[at]!]!;
    stride /= size;
    if (measures[measure]!.additiveOver[dimension]) return false;
    const families = Map.groupBy(parent.subarray(0, size).keys(), (node) => parent[node]!);
    for (const [above, nodes] of families) {
      if (above < 0 || nodes.length < 2) continue;
      for (let cell = 0; cell < counts.length; cell++) {
        if (Math.floor(cell / stride) % size !== above) continue;
        const parts = nodes.map((node) => cell + (node - above) * stride);
        const several = parts.reduce((sum, part) => sum + counts[part]!, -counts[cell]!);
        if (several <= 0 || several >= threshold) continue;
        const hidden = parts.map((part) => unknown[part]!).filter((each) => each >= 0);
        const between = hidden.reduce((sum, each) => sum + first[each]! - second[each]!, 0);
        if (hidden.length > 0 && between % prime === 0) return true;
      }
    }
    return false;
  });
}
