import type { Equations } from '../system/equations.ts';
import {
  type PerturbationSearch,
  perturbationSearch,
  PRICE_OF_ZERO,
  type Proof,
} from './cheapest-perturbation.ts';
import type { Pattern } from './pattern.ts';
import type { Lattice } from './perturbation.ts';
import type { RandomStream } from './random-stream.ts';

/** Thrown when a release cannot be made safe. Nothing of it may be published. */
export class ProtectionError extends Error {
  override readonly name: string = 'ProtectionError';
}

/**
 * Frees determined cells by hiding all cells of a perturbation through each. A balanced one is preferred;
 * failing that the cell's own marginals are hidden. What is hidden here is proven free by its
 * perturbation, so repair cannot run in circles.
 *
 * @param determined cells, and groups of nested codes (numbered after the cells)
 * @returns cells that had to be hidden beyond balanced perturbations
 * @throws ProtectionError when a cell cannot be freed at all
 */
export function repair(
  lattice: Lattice,
  nested: Equations,
  pattern: Pattern,
  determined: readonly number[],
  random: RandomStream,
): number[] {
  if (determined.length === 0) return [];
  const price = pricesOf(pattern, lattice.cells.count);
  const search = perturbationSearch(lattice, price, random);
  const free = new Uint8Array(lattice.cells.count);
  const withheld: number[] = [];
  for (const target of determined) {
    const ways = target < lattice.cells.count ? [target] : codesOf(lattice, nested, pattern, target);
    if (ways.some((cell) => free[cell] === 1)) continue;
    const balanced = cheapest(ways.map((cell) => search.cheapest(cell, false)));
    const proof = balanced ?? unbalanced(search, ways);
    if (!proof) throw new ProtectionError('A cell cannot be protected, so the release cannot be published');
    for (const cell of proof.cells) {
      free[cell] = 1;
      if (pattern.hidden[cell] === 1) continue;
      pattern.hidden[cell] = 1;
      price[cell] = 0;
      if (!balanced) withheld.push(cell);
    }
  }
  return withheld;
}

function unbalanced(search: PerturbationSearch, ways: readonly number[]): Proof | undefined {
  return (
    cheapest(ways.map((cell) => search.cheapest(cell, true))) ??
    cheapest(ways.map((cell) => search.ownMarginals(cell)))
  );
}

/** What it costs to hide each joint cell now. */
export function pricesOf({ hidden, cost }: Pattern, cells: number): Float64Array {
  const price = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++)
    if (hidden[cell] === 0) price[cell] = Math.min(cost[cell]!, PRICE_OF_ZERO);
  return price;
}

/** Cells of a group that are tried: a year has twelve months, and each search takes its time. */
const WAYS = 3;

/** Cheap cells among those that give the number of a group of nested codes: freeing one frees the group. */
function codesOf(lattice: Lattice, nested: Equations, pattern: Pattern, group: number): number[] {
  const row = group - lattice.cells.count;
  const codes = [...nested.cell.subarray(nested.start[row], nested.start[row + 1]! - 1)];
  return codes.sort((a, b) => pattern.cost[a]! - pattern.cost[b]!).slice(0, WAYS);
}

function cheapest(proofs: readonly (Proof | undefined)[]): Proof | undefined {
  return proofs.reduce(
    (best, proof) => (proof && (!best || proof.cost < best.cost) ? proof : best),
    undefined,
  );
}
