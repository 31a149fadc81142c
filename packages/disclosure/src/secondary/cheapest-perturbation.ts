import { nodesOf } from '../table/joint-cells.ts';
import type { Pattern } from './pattern.ts';
import { changedNodes, type Lattice, type Perturbation, visitProduct } from './perturbation.ts';
import type { RandomStream } from './random-stream.ts';

/** A perturbation through a cell, and the cells it changes. */
export interface Proof {
  readonly cells: readonly number[];
  readonly cost: number;
}

/** Starts that have led to a way, after which the best is taken; and starts in all, where none does. */
const GOOD_STARTS = 3;
const STARTS = 24;
const SWEEPS = 4;
/** A published zero in the way is dearer than anything, so that the search leaves it. */
const PRICE_OF_ZERO = 1e9;

/**
 * Looks for a cheap perturbation that changes a given cell: coordinate descent from random starts.
 *
 * @param alone may a leaf stand without a partner, so that its own totals are hidden with it?
 * @returns undefined when every one that was tried runs through a published zero
 */
export function cheapestPerturbation(
  lattice: Lattice,
  pattern: Pattern,
  cell: number,
  alone: boolean,
  random: RandomStream,
): Proof | undefined {
  const at = nodesOf(lattice.shape, lattice.cells, cell);
  const choices = choicesOf(lattice, at, alone);
  const seen = new Int32Array(lattice.cells.count);
  let stamp = 0;
  const nodes = lattice.relations.map((_, hierarchy) => [at[hierarchy]!]);

  const price = (limit: number): number => {
    stamp++;
    let cost = 0;
    visitProduct(lattice, nodes, (changed) => {
      if (seen[changed] !== stamp) {
        seen[changed] = stamp;
        if (!pattern.hidden[changed]) cost += Math.min(pattern.cost[changed]!, PRICE_OF_ZERO);
      }
      return cost < limit;
    });
    return cost;
  };

  let best: { nodes: readonly (readonly number[])[]; cost: number } | undefined;
  for (let started = 0, good = 0; started < STARTS && good < GOOD_STARTS; started++) {
    const chosen = start(choices, random);
    const place = (hierarchy: number): void => {
      nodes[hierarchy] = changedNodes(
        lattice.relations[hierarchy]!,
        chosen.leaf[hierarchy]!,
        chosen.partner[hierarchy]!,
      );
    };
    for (const { hierarchy } of choices) place(hierarchy);
    let cost = price(Infinity);
    for (let sweep = 0, better = true; better && sweep < SWEEPS; sweep++) {
      better = false;
      for (const { hierarchy, leaves, partners } of choices) {
        for (const [side, options] of [
          [chosen.partner, partners],
          [chosen.leaf, leaves],
        ] as const) {
          let kept = side[hierarchy]!;
          for (const option of options) {
            if (option === kept) continue;
            side[hierarchy] = option;
            place(hierarchy);
            const now = price(cost);
            if (now >= cost) continue;
            cost = now;
            kept = option;
            better = true;
          }
          side[hierarchy] = kept;
          place(hierarchy);
        }
      }
    }
    if (cost >= PRICE_OF_ZERO) continue;
    good++;
    if (!best || cost < best.cost) best = { nodes: [...nodes], cost };
  }
  return best && { cells: cellsAt(lattice, best.nodes), cost: best.cost };
}

/**
 * The way out that always exists: one person more at a leaf under the cell, with nothing to balance it.
 * Hides the cell with everything above that leaf; only leaves where people live can be meant.
 *
 * @returns undefined when none was found within the budget
 */
export function ownMarginals(
  lattice: Lattice,
  pattern: Pattern,
  cell: number,
  budget = 100_000,
): Proof | undefined {
  const at = nodesOf(lattice.shape, lattice.cells, cell);
  const nodes: (readonly number[])[] = lattice.relations.map(({ upwards }, hierarchy) =>
    lattice.additive[hierarchy] ? upwards[at[hierarchy]!]! : [at[hierarchy]!],
  );
  let left = budget;
  const blocked = (): boolean => {
    let zero = false;
    visitProduct(lattice, nodes, (changed) => {
      zero ||= !pattern.hidden[changed] && pattern.cost[changed] === Infinity;
      return !zero;
    });
    return zero;
  };
  const settle = (hierarchy: number): boolean => {
    if (left-- <= 0 || blocked()) return false;
    if (hierarchy === nodes.length) return true;
    if (!lattice.additive[hierarchy]) return settle(hierarchy + 1);
    const before = nodes[hierarchy]!;
    for (const leaf of lattice.relations[hierarchy]!.leavesUnder[at[hierarchy]!]!) {
      nodes[hierarchy] = lattice.relations[hierarchy]!.upwards[leaf]!;
      if (settle(hierarchy + 1)) return true;
    }
    nodes[hierarchy] = before;
    return false;
  };
  if (!settle(0)) return undefined;
  const cells = cellsAt(lattice, nodes);
  return { cells, cost: cells.length };
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

function start(choices: readonly Choice[], random: RandomStream): Perturbation {
  const size = Math.max(0, ...choices.map(({ hierarchy }) => hierarchy)) + 1;
  const chosen: Perturbation = {
    leaf: new Int32Array(size).fill(-1),
    partner: new Int32Array(size).fill(-1),
  };
  for (const { hierarchy, leaves, partners } of choices) {
    chosen.leaf[hierarchy] = leaves[random.below(leaves.length)]!;
    chosen.partner[hierarchy] = partners.length > 0 ? partners[random.below(partners.length)]! : -1;
  }
  return chosen;
}

function cellsAt(lattice: Lattice, nodes: readonly (readonly number[])[]): number[] {
  const cells = new Set<number>();
  visitProduct(lattice, nodes, (cell) => {
    cells.add(cell);
    return true;
  });
  return [...cells];
}
