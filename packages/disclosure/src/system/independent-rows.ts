import type { Equations } from './equations.ts';

/**
 * Rows from which all rows of a system follow. A cell that is a sum along two hierarchies of a cuboid, A
 * and B, needs one of the two rows: with a over its children i in A, and b over its children j in B,
 *
 *   R_A(a, b) = R_B(a, b) − Σ_i R_B(i, b) + Σ_j R_A(a, j),
 *
 * where R_A(a, b) is x(a, b) − Σ_i x(i, b), and all rows on the right are stated in that cuboid too. So
 * R_A(a, b) is left out where B comes first; what it follows from is along a hierarchy that comes first,
 * or along A with its first cell further down, so the argument does not run in circles. Hierarchies with
 * short sums come first: short rows make an elimination cheap.
 *
 * @param rows of the system: additive rows, and groups of nested codes, which are all kept
 * @param adds hierarchies over which the system adds up
 */
export function independentRows(
  equations: Equations,
  rows: Int32Array,
  adds: readonly boolean[],
): Int32Array {
  const entries = adds.map(() => 0);
  const sums = adds.map(() => 0);
  for (const row of rows) {
    const along = equations.along[row]!;
    entries[along]! += equations.start[row + 1]! - equations.start[row]!;
    sums[along]!++;
  }
  const length = entries.map((sum, hierarchy) => sum / Math.max(1, sums[hierarchy]!));
  const order = adds
    .flatMap((is, hierarchy) => (is ? [hierarchy] : []))
    .sort((a, b) => length[a]! - length[b]!);
  const before = new Int32Array(adds.length);
  let bits = 0;
  for (const hierarchy of order) {
    before[hierarchy] = bits;
    if (hierarchy < 31) bits |= 1 << hierarchy;
  }
  let kept = 0;
  const independent = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if ((equations.crossing[row]! & before[equations.along[row]!]!) === 0) independent[kept++] = row;
  }
  return independent.slice(0, kept);
}
