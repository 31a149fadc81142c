import { determinedCells } from '../audit/determined-cells.ts';
import { PRIMES } from '../audit/prime-field.ts';
import { type Equations, rowsOfCells } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';
import { fillLocalDeficits } from './local-deficits.ts';
import type { Pattern } from './pattern.ts';
import { type Lattice, latticeOf } from './perturbation.ts';
import type { RandomStream } from './random-stream.ts';
import { rankTrim } from './rank-trim.ts';
import { ProtectionError, repair } from './repair.ts';

/** Everything a pattern is decided from. */
export interface PatternTask {
  readonly shape: ReleaseShape;
  /** Per hierarchy. */
  readonly relations: readonly Relations[];
  readonly cells: JointCells;
  /** 1 for joint cells that are hidden for their own sake. */
  readonly primary: Uint8Array;
  /** Groups of nested codes, one row each; numbered after the joint cells, and always hidden. */
  readonly nested: Equations;
  /** Persons per joint cell, one array per measure of persons. */
  readonly counts: readonly Float64Array[];
  /** Additive relations, then nested codes. */
  readonly equations: Equations;
  /** The systems the pattern must be safe in: each is some of the rows. */
  readonly systems: readonly LinearSystem[];
  /** Status a cell has from before, by cuboid and cell. Default: everything is open. */
  readonly standing?: ((cuboid: number, cell: number) => 'published' | 'suppressed' | undefined) | undefined;
  readonly random: RandomStream;
  /** Called before each audit. */
  readonly onAudit?: () => void;
}

/** A pattern of hidden cells none of which the published ones determine. */
export interface RankSafePattern {
  /** 1 for hidden: joint cells, then groups of nested codes. */
  readonly hidden: Uint8Array;
  /** Cells hidden because nothing less would do. */
  readonly withheld: number;
}

const ROUNDS = 40;
/** Larger patterns are not trimmed: it would take several times as long as everything else together. */
const MOST_UNKNOWNS = 10_000;
/** About half a second; tables of 17,000 cells take a third of it. */
const TRIM_WORK = 20_000_000;

/**
 * Hides primary cells and as many more as it takes that no combination of published cells gives a hidden
 * one, in any of the systems, checked over two prime fields. Safe against exact calculation only: how
 * closely a hidden number can be estimated is not bounded.
 *
 * @throws ProtectionError when there is no such pattern, or a small count has been published before
 */
export function rankSafePattern(task: PatternTask): RankSafePattern {
  const { shape, relations, cells, primary, nested, counts, equations, systems, random } = task;
  const pattern = startPattern(primary, nested.rows, counts, random);
  const kept = keepStanding(pattern, primary, cells, task.standing);
  fillLocalDeficits(equations, rowsOfCells(equations, cells.count + nested.rows), pattern);

  const lattice = latticeOf(shape, relations, cells);
  const withheld = makeSafe(task, pattern, lattice);
  if (hiddenCells(pattern) <= MOST_UNKNOWNS) {
    rankTrim({ systems, equations, pattern, kept, prime: PRIMES[0], random, work: TRIM_WORK });
    withheld.push(...makeSafe(task, pattern, lattice));
  }
  return {
    hidden: pattern.hidden,
    withheld: new Set(withheld.filter((cell) => pattern.hidden[cell] === 1)).size,
  };
}

/**
 * Repairs a pattern until nothing is determined over either prime. A repair does not undo what a prime
 * has shown: what it hides is free over every field, and what was free stays free.
 *
 * @returns cells hidden because nothing less would do
 */
function makeSafe(
  { nested, equations, systems, random, onAudit }: PatternTask,
  pattern: Pattern,
  lattice: Lattice,
): number[] {
  const withheld: number[] = [];
  for (let round = 0, shown = 0; shown < PRIMES.length; round++) {
    if (round === ROUNDS) throw new ProtectionError('The release could not be made safe in time');
    onAudit?.();
    const determined = determinedCells(systems, equations, pattern.hidden, PRIMES[round % 2]!, random);
    shown = determined.length === 0 ? shown + 1 : 1;
    withheld.push(...repair(lattice, nested, pattern, determined, random));
  }
  return withheld;
}

function hiddenCells({ hidden }: Pattern): number {
  let count = 0;
  for (let cell = 0; cell < hidden.length; cell++) count += hidden[cell]!;
  return count;
}

/**
 * What was published cannot be hidden any more, what was hidden stays hidden.
 *
 * @returns 1 for joint cells that stay hidden: primary ones and those hidden before
 * @throws ProtectionError when a cell that was published would have to be hidden for its own sake
 */
function keepStanding(
  { hidden, cost }: Pattern,
  primary: Uint8Array,
  cells: JointCells,
  standing: PatternTask['standing'],
): Uint8Array {
  const kept = primary.slice();
  if (!standing) return kept;
  cells.of.forEach((ids, cuboid) =>
    ids.forEach((id, cell) => {
      const status = standing(cuboid, cell);
      if (status === 'suppressed') hidden[id] = kept[id] = 1;
      if (status !== 'published') return;
      if (primary[id]) throw new ProtectionError('A small count has been published before');
      cost[id] = Infinity;
    }),
  );
  return kept;
}

/** Primary cells and differences hidden; costs log2(1 + v), with a secret part so that ties fall at random. */
function startPattern(
  primary: Uint8Array,
  differences: number,
  counts: readonly Float64Array[],
  random: RandomStream,
): Pattern {
  const hidden = new Uint8Array(primary.length + differences).fill(1, primary.length);
  hidden.set(primary);
  const cost = new Float64Array(hidden.length).fill(Infinity, primary.length);
  for (let cell = 0; cell < primary.length; cell++) {
    let most = 0;
    for (let measure = 0; measure < counts.length; measure++) most = Math.max(most, counts[measure]![cell]!);
    cost[cell] = most === 0 ? Infinity : Math.log2(1 + most) * (1 + 0.2 * random.fraction());
  }
  return { hidden, cost };
}
