import type { Component } from './components.ts';
import type { LinearProgram } from './linear-program.ts';
import { type Bounds, narrowBounds } from './narrow-bounds.ts';
import { type SearchMeans, searchRanges } from './search-ranges.ts';
import { gatherWitnesses, type WitnessPool, type Witnesses } from './witnesses.ts';

/** What has come out about a component. */
export interface Settled {
  readonly proved: Bounds;
  readonly witnesses: Witnesses;
}

/** How often bounds that were rounded to whole numbers are put back in. */
const ROUNDS = 5;

/**
 * Searches a component until rounding to whole numbers narrows nothing more: bounds that it narrows rule
 * out points that were seen, so the search starts again from the rest.
 *
 * @param start what is known of its unknowns
 * @param pool points seen before, within bounds at least as wide; new ones are added
 * @param examine the unknowns to settle
 */
export function settleComponent(
  program: LinearProgram,
  { rows }: Component,
  start: Bounds,
  pool: WitnessPool,
  examine: readonly number[],
  means: SearchMeans,
): Settled {
  for (let proved = start, round = 1; ; round++) {
    program.setBounds(proved);
    const witnesses = gatherWitnesses(pool, proved, examine, means.possibilities);
    const narrowed = { low: proved.low.slice(), high: proved.high.slice() };
    const rounded = searchRanges({ program, proved: narrowed, witnesses, means }, examine);
    if (!rounded || round === ROUNDS || means.meter.isSpent()) return { proved: narrowed, witnesses };
    proved = narrowBounds(rows, narrowed);
  }
}
