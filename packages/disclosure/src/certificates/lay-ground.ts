import type { SuppressPolicy } from '@datakube/contract';
import { ProtectionError } from '../secondary/repair.ts';
import type { RandomStream } from '../secondary/random-stream.ts';
import type { Inequalities } from '../system/inequalities.ts';
import type { JointCells } from '../table/joint-cells.ts';
import type { ReleaseShape } from '../table/raw-release.ts';
import type { Relations } from '../table/relations.ts';
import { type Ground, tightRows } from './ground.ts';

/** Status a cell has from before, by cuboid and cell. */
export type Standing = (cuboid: number, cell: number) => 'published' | 'suppressed' | undefined;

/** What the ground is laid from. */
export interface GroundTask {
  readonly shape: ReleaseShape;
  readonly relations: readonly Relations[];
  readonly cells: JointCells;
  /** Persons per joint cell, one array per measure of persons. */
  readonly counts: readonly Float64Array[];
  readonly primary: Uint8Array;
  readonly inequalities: Inequalities;
  readonly policy: SuppressPolicy;
  readonly standing?: Standing | undefined;
}

/** More room than any perturbation takes. */
const AMPLE = 1 << 20;

/**
 * How far each cell can move as an attacker sees it. With zeros published a hidden cell has at least one
 * person. Where the attacker can tell small counts (`primaryKnown`), these stay below the threshold and all
 * other hidden cells stay at or above it.
 *
 * @throws ProtectionError when a small count has been published before
 */
export function layGround(task: GroundTask, random: RandomStream): Ground {
  const { cells, counts, primary, policy, inequalities } = task;
  const known = policy.primaryKnown ?? false;
  const least = policy.zeros === 'published' ? 1 : 0;
  const room = new Int32Array(cells.count).fill(AMPLE);
  const roof = new Int32Array(cells.count).fill(AMPLE);
  const fixed = new Uint8Array(cells.count);
  const hidden = primary.slice();
  const cost = new Float64Array(cells.count);
  for (let cell = 0; cell < cells.count; cell++) {
    let most = 0;
    for (const count of counts) most = Math.max(most, count[cell]!);
    if (most === 0 && least === 1) fixed[cell] = 1;
    for (const count of counts) {
      const floor = known && !primary[cell] ? policy.threshold : Math.min(least, count[cell]!);
      room[cell] = Math.min(room[cell]!, count[cell]! - floor);
      if (known && primary[cell]) roof[cell] = Math.min(roof[cell]!, policy.threshold - 1 - count[cell]!);
    }
    cost[cell] = costOf(most, cells, cell, task) * (1 + SECRET_PART * random.fraction());
  }
  cells.of.forEach((ids, cuboid) => {
    if (!task.standing) return;
    ids.forEach((id, cell) => {
      const status = task.standing!(cuboid, cell);
      if (status === 'suppressed') hidden[id] = 1;
      if (status !== 'published') return;
      if (primary[id]) throw new ProtectionError('A small count has been published before');
      fixed[id] = 1;
    });
  });
  return {
    room,
    roof,
    fixed,
    hidden,
    cost,
    tight: tightRows(inequalities, cells.count),
    code: codesOf(task),
    node: (cell, h) => nodeAt(task, cells.key[cell]!, h),
  };
}

function codesOf(task: GroundTask): Float64Array {
  const { shape, relations, cells } = task;
  const persons = shape.measures.find(({ kind }) => kind === 'persons')!;
  const nested = relations.flatMap((_, h) => (persons.additiveOver[h] ? [] : [h]));
  return cells.key.map((key) => {
    let code = 0;
    for (const h of nested) code = code * relations[h]!.upwards.length + nodeAt(task, key, h);
    return code;
  });
}

function nodeAt({ relations, cells }: GroundTask, key: number, h: number): number {
  return Math.floor(key / cells.stride[h]!) % relations[h]!.upwards.length;
}

/** Ties fall at random, so that the choice cannot be replayed. */
const SECRET_PART = 0.15;

/**
 * Every hidden cell is a loss; one with many persons is a greater loss, and a total more so: readers would
 * rather miss two kommuner than the country.
 */
function costOf(persons: number, cells: JointCells, cell: number, { shape, relations }: GroundTask): number {
  const cuboid = shape.cuboids[cells.cuboid[cell]!]!;
  let totals = 0;
  let rest = cells.place[cell]!;
  for (let at = cuboid.dimensions.length - 1; at >= 0; at--) {
    const hierarchy = cuboid.dimensions[at]!;
    const size = shape.hierarchies[hierarchy]!.nodesTo[cuboid.depth[at]!]!;
    if (relations[hierarchy]!.upwards[rest % size]!.length === 1) totals++;
    rest = Math.floor(rest / size);
  }
  return 1 + 0.1 * Math.log2(1 + persons) + 0.1 * totals;
}
