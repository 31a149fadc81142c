import type { Equations } from '../system/equations.ts';
import type { LinearSystem } from '../system/linear-system.ts';
import { type Attempt, freeDirections } from './free-directions.ts';
import type { Pattern } from './pattern.ts';
import type { RandomStream } from './random-stream.ts';

/** What a trim works on. */
export interface TrimTask {
  readonly systems: readonly LinearSystem[];
  readonly equations: Equations;
  readonly pattern: Pattern;
  /** 1 for joint cells that stay hidden: primary ones, and what was hidden before. */
  readonly kept: Uint8Array;
  readonly prime: number;
  readonly random: RandomStream;
  /** Entries the trim may look at before it ends. The outcome depends on it, and not on a clock. */
  readonly work: number;
}

/**
 * Publishes hidden cells again where that determines nothing, the costliest first. Cells that are
 * multiples of one another in every solution are published together or not at all; where several systems
 * hold, they must be the same cells in each.
 *
 * Afterwards nothing is determined over the prime if nothing was before.
 *
 * @returns how many cells were published
 */
export function rankTrim(task: TrimTask): number {
  const { systems, equations, pattern, kept, prime, random } = task;
  const { hidden, cost } = pattern;
  let candidates: number[] = [];
  for (let cell = 0; cell < kept.length; cell++)
    if (hidden[cell] === 1 && kept[cell] === 0) candidates.push(cell);
  candidates.sort((a, b) => cost[b]! - cost[a]!);

  let published = 0;
  for (let left = task.work; candidates.length > 0 && left > 0;) {
    const directions = systems.map((system) => freeDirections(system, equations, hidden, prime, random));
    const spent = (): number => directions.reduce((sum, { work }) => sum + work(), 0);
    const later: number[] = [];
    let next = 0;
    for (; next < candidates.length && spent() < left; next++) {
      if (directions.some(({ isWorn }) => isWorn())) break;
      const cell = candidates[next]!;
      if (hidden[cell] === 0) continue;
      const attempts = directions.map(({ attempt }) => attempt(cell));
      if (!attempts.every((attempt) => attempt !== undefined)) later.push(cell);
      else if (agree(attempts) && attempts[0]!.determined.every((other) => kept[other] === 0)) {
        directions.forEach(({ publish }, system) => publish(attempts[system]!));
        for (const other of attempts[0]!.determined) hidden[other] = 0;
        published += attempts[0]!.determined.length;
      }
    }
    left -= spent();
    candidates = [...later, ...candidates.slice(next)];
  }
  return published;
}

/** Do the attempts in all systems come to the same cells? */
function agree(attempts: readonly Attempt[]): boolean {
  const first = attempts[0]?.determined.join();
  return attempts.every(({ determined }) => determined.join() === first);
}
