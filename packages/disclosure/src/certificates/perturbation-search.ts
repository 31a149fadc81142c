import type { RandomStream } from '../secondary/random-stream.ts';
import { nodesOf } from '../table/joint-cells.ts';
import { FIXED, type Ground, MOST_CHANGE, type Perturbation, type Reach } from './ground.ts';
import { choicesOf, type MoveSpace, type Option } from './move-space.ts';
import { productWalk } from './product-walk.ts';
import { shuffled } from './shuffled.ts';

/** A perturbation with what its cells cost that are not hidden yet. */
export interface Found extends Perturbation {
  readonly cost: number;
}

export interface SearchEffort {
  /** Chains that are tried. */
  readonly starts: number;
  /** Moves in a chain at most. */
  readonly chain: number;
  /** Also partners outside the own group? Inside it everything above stays as it is. */
  readonly wide: boolean;
}

export interface PerturbationSearch {
  /** Cost of changing each cell now: 0 where it is hidden. Kept by the caller. */
  readonly price: Float64Array;
  /**
   * Looks for a cheap perturbation that adds at least an amount to a cell and can be made as often as asked.
   *
   * @param accepts what else it must do. Default: nothing
   * @returns undefined when none was found that costs less than the limit
   */
  find(
    cell: number,
    amount: number,
    reach: Reach,
    effort: SearchEffort,
    limit: number,
    accepts?: (found: Perturbation) => boolean,
  ): Found | undefined;
  /** Is it sure that nobody can be counted in a cell without changing one that is fixed? */
  isClosed(cell: number): boolean;
  /** Cells looked at so far: a measure of work that depends on the seed alone. */
  work(): number;
}

/**
 * The price of a cell that must not change, in hidden cells: at first hardly more than a way round it costs,
 * so that chains through such a cell are tried, then more with every move until it is certain to be left.
 */
const FIRST_PRICE = 3;
const PRICE_RANGE = 4;
const PRICE_GROWTH = 1.15;
/** Among equals the perturbation with fewer cells. */
const PER_CELL = 0.003;
/** More than any chain costs: the cell itself would not change enough any more. */
const LOST = 1e7;
/** Less than any cell costs that is not hidden yet. */
export const FREE = 0.9;
const SWEEPS = 4;
const LEAF_TRIES = 2000;

/**
 * Searches by chains of moves. A move is an alternating cube: persons moved between two members of every
 * dimension, so that no sum changes. A single move often runs into a published zero, or takes a person from
 * a cell that has none to spare; the next move then mends that cell, until nothing is wrong. Each move is
 * found by coordinate descent over its members from a random start.
 */
export function perturbationSearch(
  space: MoveSpace,
  ground: Ground,
  random: RandomStream,
): PerturbationSearch {
  const { cells, shape, relations, additive } = space;
  const { room, roof, fixed, tight } = ground;
  const price = new Float64Array(cells.count);
  const change = new Int32Array(cells.count);
  const isTouched = new Uint8Array(cells.count);
  const touched: number[] = [];
  // Most cells are in no inequality, have no roof and are not changed yet: a visit to them takes little.
  const isSimple = Uint8Array.from(room, (_, cell) =>
    tight.rowStart[cell] === tight.rowStart[cell + 1] && roof[cell]! >= MOST_CHANGE ? 1 : 0,
  );
  const isPlain = isSimple.slice();
  const rowChange = new Int32Array(tight.rows);
  const rowTrial = new Int32Array(tight.rows);
  const rowsTried: number[] = [];
  const { hold, walk, each } = productWalk(space);
  const options: Option[] = relations.map((_, h) => space.staying(h, 0));
  const leaf = new Int32Array(relations.length);
  const partner = new Int32Array(relations.length);
  const choiceAt = choicesOf(space);
  const leavesOf = new Map<number, Int32Array>();
  let up = 1;
  let down = 1;
  let pivot = -1;
  let amount = 1;
  let direction = 1;
  let forbidden = FIRST_PRICE;
  let seen = 0;
  let gaveUp = false;

  /** What it costs that a cell changes by so much; its price alone where that is possible. */
  const costOf = (cell: number, by: number): number => {
    if (by === 0) return 0;
    const size = by > 0 ? by : -by;
    if (fixed[cell]) return forbidden * size;
    const below = (by > 0 ? down : up) * size - room[cell]!;
    const above = (by > 0 ? up : down) * size - roof[cell]!;
    let cost = price[cell]! + PER_CELL * size;
    if (below > 0) cost += 0.5 * forbidden * below;
    if (above > 0) cost += 0.5 * forbidden * above;
    return cost;
  };

  const costOfRow = (row: number, by: number): number => {
    const short = (by < 0 ? -up * by : down * by) - tight.slack[row]!;
    return short > 0 && by !== 0 ? 0.5 * forbidden * short : 0;
  };

  const visit = (cell: number, sign: number): number => {
    seen++;
    if (isPlain[cell] === 1 && fixed[cell] === 0) {
      const short = (sign * direction > 0 ? down : up) - room[cell]!;
      return price[cell]! + PER_CELL + (short > 0 ? 0.5 * forbidden * short : 0);
    }
    return visitOther(cell, sign);
  };

  const visitOther = (cell: number, sign: number): number => {
    const step = sign * direction;
    for (let at = tight.rowStart[cell]!; at < tight.rowStart[cell + 1]!; at++) {
      const row = tight.rowOf[at]!;
      if (rowTrial[row] === 0) rowsTried.push(row);
      rowTrial[row]! += step * tight.factorOf[at]!;
    }
    const before = change[cell]!;
    if (cell === pivot && before + step < amount) return LOST;
    return costOf(cell, before + step) - costOf(cell, before);
  };

  const evaluate = (option: Option, limit: number): number => {
    let sum = walk(option, visit, limit);
    for (const row of rowsTried) {
      const by = rowTrial[row]!;
      rowTrial[row] = 0;
      if (sum <= limit && by !== 0)
        sum += costOfRow(row, rowChange[row]! + by) - costOfRow(row, rowChange[row]!);
    }
    rowsTried.length = 0;
    return sum;
  };

  const changeCell = (cell: number, sign: number): void => {
    const step = sign * direction;
    if (!isTouched[cell]) {
      isTouched[cell] = 1;
      isPlain[cell] = 0;
      touched.push(cell);
    }
    change[cell]! += step;
    for (let at = tight.rowStart[cell]!; at < tight.rowStart[cell + 1]!; at++)
      rowChange[tight.rowOf[at]!]! += step * tight.factorOf[at]!;
  };

  const clear = (): void => {
    for (const cell of touched) {
      change[cell] = 0;
      isTouched[cell] = 0;
      isPlain[cell] = isSimple[cell]!;
      for (let at = tight.rowStart[cell]!; at < tight.rowStart[cell + 1]!; at++)
        rowChange[tight.rowOf[at]!] = 0;
    }
    touched.length = 0;
  };

  /** Coordinate descent: leaves the cheapest move found through a cell in `options`. */
  const chooseMove = (cell: number, wide: boolean): number => {
    const at = nodesOf(shape, cells, cell);
    const own = direction > 0 && random.below(2) === 0 ? ownLeaves(cell, at) : undefined;
    for (let h = 0; h < relations.length; h++) {
      if (!additive[h]) {
        // Whoever is counted with a code is counted with the wider ones, so these may change with it.
        options[h] = random.below(2) === 0 ? space.staying(h, at[h]!) : space.option(h, at[h]!, -1);
        continue;
      }
      const { leaves, partners } = choiceAt(h, at[h]!, wide);
      leaf[h] = own ? own[h]! : leaves[random.below(leaves.length)]!;
      partner[h] = partners[random.below(Math.max(1, partners.length - 1))]!;
      options[h] = space.option(h, leaf[h]!, partner[h]!);
    }
    let best = Infinity;
    for (let sweep = 0, isBetter = true; isBetter && sweep < SWEEPS; sweep++) {
      isBetter = false;
      for (let h = 0; h < relations.length; h++) {
        if (!additive[h]) {
          if (relations[h]!.upwards[at[h]!]!.length === 1) continue;
          hold(options, h);
          if (best === Infinity) best = evaluate(options[h]!, Infinity);
          for (const other of [space.staying(h, at[h]!), space.option(h, at[h]!, -1)]) {
            const cost = evaluate(other, best);
            if (cost >= best) continue;
            best = cost;
            options[h] = other;
            isBetter = true;
          }
          continue;
        }
        const { leaves, partners } = choiceAt(h, at[h]!, wide);
        if (leaves.length === 1 && partners.length === 1) continue;
        hold(options, h);
        if (best === Infinity) best = evaluate(options[h]!, Infinity);
        for (const one of partners) {
          if (one === partner[h]) continue;
          const cost = evaluate(space.option(h, leaf[h]!, one), best);
          if (cost >= best) continue;
          best = cost;
          partner[h] = one;
          isBetter = true;
        }
        for (const one of leaves) {
          if (one === leaf[h]) continue;
          const cost = evaluate(space.option(h, one, partner[h]!), best);
          if (cost >= best) continue;
          best = cost;
          leaf[h] = one;
          isBetter = true;
        }
        options[h] = space.option(h, leaf[h]!, partner[h]!);
      }
    }
    return best;
  };

  /** Leaves under a cell where somebody is counted: a person more there meets no published zero. */
  const ownLeaves = (cell: number, at: Int32Array): Int32Array | undefined => {
    const known = leavesOf.get(cell);
    if (known && random.below(4) > 0 && !isBlocked(known, at)) return known;
    const chosen = findLeaves(at);
    if (chosen) leavesOf.set(cell, chosen);
    return chosen;
  };

  /** What is closed for a try alone says nothing about who is counted where. */
  const isFixed = (cell: number): number => (fixed[cell] === FIXED ? 1 : 0);

  /** Does a person more at the leaves, with nobody fewer anywhere, change a cell that must not change? */
  const isBlocked = (leaves: Int32Array, at: Int32Array): boolean => {
    for (let h = 0; h < relations.length; h++) {
      if (additive[h] && leaves[h]! < 0) options[h] = space.staying(h, at[h]!);
      else options[h] = space.option(h, additive[h] ? leaves[h]! : at[h]!, -1);
    }
    hold(options, 0);
    return walk(options[0]!, isFixed, 0) > 0;
  };

  /** Depth first, hierarchies with few leaves first, leaves in random order; gives up after so many tries. */
  const findLeaves = (at: Int32Array): Int32Array | undefined => {
    const chosen = new Int32Array(relations.length).fill(-1);
    const under = relations.map((_, h) => (additive[h] ? choiceAt(h, at[h]!, false).leaves : []));
    const order = [...under.keys()].sort((a, b) => under[a]!.length - under[b]!.length);
    let tries = LEAF_TRIES;
    const settle = (depth: number): boolean => {
      if (tries-- <= 0 || isBlocked(chosen, at)) return false;
      if (depth === order.length) return true;
      const h = order[depth]!;
      if (!additive[h]) return settle(depth + 1);
      for (const one of shuffled(under[h]!, random)) {
        chosen[h] = one;
        if (settle(depth + 1)) return true;
      }
      chosen[h] = -1;
      return false;
    };
    const found = settle(0);
    gaveUp = tries < 0;
    return found ? chosen : undefined;
  };

  const isClosed = (cell: number): boolean => {
    const found = findLeaves(nodesOf(shape, cells, cell));
    return !found && !gaveUp;
  };

  /** The way that is always there: a person more, so that the totals above change too. */
  const aloneAt = (cell: number, limit: number): Found | undefined => {
    if (amount > 1 || down > 0 || !ownLeaves(cell, nodesOf(shape, cells, cell))) return undefined;
    direction = 1;
    hold(options, 0);
    each(options[0]!, changeCell);
    const found = cost() < limit && !fault() ? taken() : undefined;
    clear();
    return found;
  };

  const makeMove = (): void => {
    hold(options, 0);
    each(options[0]!, changeCell);
  };

  /** Something that is impossible now: a cell, and the direction in which it must move. */
  const fault = (): { readonly cell: number; readonly direction: number } | undefined => {
    const from = random.below(touched.length);
    for (let i = 0; i < touched.length; i++) {
      const cell = touched[(from + i) % touched.length]!;
      const by = change[cell]!;
      if (by === 0 || (!fixed[cell] && isPossible(cell, by))) continue;
      return { cell, direction: by > 0 ? -1 : 1 };
    }
    for (let i = 0; i < touched.length; i++) {
      const cell = touched[(from + i) % touched.length]!;
      for (let at = tight.rowStart[cell]!; at < tight.rowStart[cell + 1]!; at++) {
        const row = tight.rowOf[at]!;
        if (costOfRow(row, rowChange[row]!) === 0) continue;
        const member = tight.start[row]! + random.below(tight.start[row + 1]! - tight.start[row]!);
        return {
          cell: tight.cell[member]!,
          direction: (rowChange[row]! < 0 ? 1 : -1) * tight.factor[member]!,
        };
      }
    }
    return undefined;
  };

  const isPossible = (cell: number, by: number): boolean => {
    const size = Math.abs(by);
    if (size > MOST_CHANGE) return false;
    return (by > 0 ? down : up) * size <= room[cell]! && (by > 0 ? up : down) * size <= roof[cell]!;
  };

  const cost = (): number => {
    let sum = 0;
    for (const cell of touched) if (change[cell] !== 0) sum += price[cell]! + PER_CELL;
    return sum;
  };

  const taken = (): Found => {
    const changed = touched.filter((one) => change[one] !== 0);
    return {
      cells: Int32Array.from(changed),
      change: Int32Array.from(changed, (one) => change[one]!),
      cost: cost(),
    };
  };

  /** One chain; false when it ends with something impossible, or costs too much. */
  const chain = (cell: number, { chain: moves, wide }: SearchEffort, limit: number): boolean => {
    forbidden = FIRST_PRICE * PRICE_RANGE ** random.fraction();
    pivot = -1;
    direction = 1;
    for (let step = 0; step < amount; step++) {
      chooseMove(cell, wide);
      makeMove();
    }
    pivot = cell;
    for (let step = 1; step < moves; step++) {
      if (cost() >= limit) return false;
      const wrong = fault();
      if (!wrong) return change[cell]! >= amount;
      forbidden *= PRICE_GROWTH;
      direction = wrong.direction;
      if (chooseMove(wrong.cell, wide) >= LOST) return false;
      makeMove();
    }
    return false;
  };

  const find: PerturbationSearch['find'] = (cell, wanted, reach, effort, limit, accepts = () => true) => {
    ({ up, down } = reach);
    amount = wanted;
    let best: Found | undefined;
    for (let start = 0; start < effort.starts; start++) {
      if (chain(cell, effort, best?.cost ?? limit)) {
        const found = taken();
        if (accepts(found)) best = found;
      }
      clear();
      // Nothing more would be hidden: it does not get better.
      if (best && best.cost < FREE) break;
    }
    if (best) return best;
    const alone = aloneAt(cell, limit);
    return alone && accepts(alone) ? alone : undefined;
  };

  return { price, find, isClosed, work: () => seen };
}
