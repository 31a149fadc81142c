import { nodesOf } from '../table/joint-cells.ts';
import type { Lattice } from './perturbation.ts';
import { type ProductPrice, productPrice } from './product-price.ts';
import type { RandomStream } from './random-stream.ts';

/** A perturbation through a cell: the cells it changes, and what hiding them costs. */
export interface Proof {
  readonly cells: Int32Array;
  readonly cost: number;
}

/** Ways to free a cell. */
export interface PerturbationSearch {
  /**
   * A cheap perturbation that changes a cell.
   *
   * @param alone may a leaf stand without a partner, so that its own totals are hidden with it?
   * @returns undefined when every one that was tried runs through a published zero
   */
  cheapest(cell: number, alone: boolean): Proof | undefined;
  /**
   * The way out that always exists: one person more at a leaf under the cell, with nothing to balance it.
   * Hides the cell with everything above that leaf; only leaves where people live can be meant.
   *
   * @returns undefined when none was found within the budget
   */
  ownMarginals(cell: number, budget?: number): Proof | undefined;
}

/** What cannot be hidden is dearer than anything, so that a search leaves it. */
export const PRICE_OF_ZERO = 1e9;

/** Starts that have led to a way, after which the best is taken; and starts in all, where none does. */
const GOOD_STARTS = 3;
const STARTS = 24;
const SWEEPS = 4;

/**
 * Looks for perturbations by coordinate descent from random starts.
 *
 * @param price of hiding each joint cell: 0 for hidden ones, {@link PRICE_OF_ZERO} for what cannot be
 *   hidden. May change between searches
 */
export function perturbationSearch(
  lattice: Lattice,
  price: Float64Array,
  random: RandomStream,
): PerturbationSearch {
  const products = productPrice(lattice, price);
  return {
    cheapest(cell, alone) {
      const descent = descentFrom(lattice, products, cell, alone, random);
      let best: Proof | undefined;
      for (let started = 0, good = 0; started < STARTS && good < GOOD_STARTS; started++) {
        const cost = descent.run();
        if (cost >= PRICE_OF_ZERO) continue;
        good++;
        if (!best || cost < best.cost) best = { cells: products.cells(descent.nodes), cost };
      }
      return best;
    },
    ownMarginals: (cell, budget = 100_000) => ownMarginals(lattice, products, cell, budget),
  };
}

interface Descent {
  readonly nodes: readonly Int32Array[];
  /** Draws a start and improves it until nothing gets better. Returns the cost of `nodes`. */
  run(): number;
}

function descentFrom(
  lattice: Lattice,
  products: ProductPrice,
  cell: number,
  alone: boolean,
  random: RandomStream,
): Descent {
  const at = nodesOf(lattice.shape, lattice.cells, cell);
  const choices = choicesOf(lattice, at, alone);
  const nodes: Int32Array[] = Array.from(at, (node) => Int32Array.of(node));
  const leaf = new Int32Array(at.length);
  const partner = new Int32Array(at.length);
  const pick = (list: readonly number[]): number => list[random.below(list.length)] ?? -1;

  /** Tries each option for one end of a move; the other end stays. */
  const vary = (hierarchy: number, end: Int32Array, options: readonly number[], cost: number): number => {
    let least = cost;
    let kept = end[hierarchy]!;
    for (let i = 0; i < options.length; i++) {
      const option = options[i]!;
      if (option === kept) continue;
      end[hierarchy] = option;
      const changed = lattice.changed(hierarchy, leaf[hierarchy]!, partner[hierarchy]!);
      const now = products.price(changed, least);
      if (now >= least) continue;
      least = now;
      kept = option;
    }
    end[hierarchy] = kept;
    return least;
  };

  const run = (): number => {
    for (const { hierarchy, leaves, partners } of choices) {
      leaf[hierarchy] = pick(leaves);
      partner[hierarchy] = pick(partners);
      nodes[hierarchy] = lattice.changed(hierarchy, leaf[hierarchy], partner[hierarchy]);
    }
    products.hold(nodes, 0);
    let cost = products.price(nodes[0]!, Infinity);
    for (let sweep = 0, before = Infinity; cost < before && sweep < SWEEPS; sweep++) {
      before = cost;
      for (const { hierarchy, leaves, partners } of choices) {
        if (leaves.length + partners.length <= 2) continue;
        products.hold(nodes, hierarchy);
        cost = vary(hierarchy, partner, partners, cost);
        cost = vary(hierarchy, leaf, leaves, cost);
        nodes[hierarchy] = lattice.changed(hierarchy, leaf[hierarchy]!, partner[hierarchy]!);
      }
    }
    return cost;
  };
  return { nodes, run };
}

interface Choice {
  readonly hierarchy: number;
  readonly leaves: readonly number[];
  readonly partners: readonly number[];
}

function choicesOf(lattice: Lattice, at: Int32Array, alone: boolean): Choice[] {
  return lattice.relations.flatMap((relations, hierarchy) => {
    if (!lattice.additive[hierarchy]) return [];
    const node = at[hierarchy]!;
    const leaves = relations.leavesUnder[node]!;
    if (relations.upwards[node]!.length === 1) return [{ hierarchy, leaves, partners: [-1] }];
    const inside = new Set(leaves);
    const outside = relations.leaves.filter((leaf) => !inside.has(leaf));
    return [{ hierarchy, leaves, partners: alone ? [...outside, -1] : outside }];
  });
}

function ownMarginals(
  lattice: Lattice,
  products: ProductPrice,
  cell: number,
  budget: number,
): Proof | undefined {
  const at = nodesOf(lattice.shape, lattice.cells, cell);
  const nodes = lattice.relations.map<Int32Array>(({ upwards }, hierarchy) =>
    Int32Array.from(lattice.additive[hierarchy] ? upwards[at[hierarchy]!]! : [at[hierarchy]!]),
  );
  let left = budget;
  const settle = (hierarchy: number): boolean => {
    products.hold(nodes, 0);
    if (left-- <= 0 || products.price(nodes[0]!, PRICE_OF_ZERO) >= PRICE_OF_ZERO) return false;
    if (hierarchy === nodes.length) return true;
    if (!lattice.additive[hierarchy]) return settle(hierarchy + 1);
    const before = nodes[hierarchy]!;
    for (const leaf of lattice.relations[hierarchy]!.leavesUnder[at[hierarchy]!]!) {
      nodes[hierarchy] = lattice.changed(hierarchy, leaf, -1);
      if (settle(hierarchy + 1)) return true;
    }
    nodes[hierarchy] = before;
    return false;
  };
  if (!settle(0)) return undefined;
  const cells = products.cells(nodes);
  return { cells, cost: cells.length };
}
