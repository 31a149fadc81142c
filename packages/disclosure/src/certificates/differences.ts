import type { Ground, Perturbation, Reach } from './ground.ts';
import { reachOf } from './reach.ts';
import type { Target } from './target.ts';

/**
 * What a perturbation shows about a target. Where persons do not add up, the part of it with some codes (one
 * quarter, or one sector in all periods) leaves every sum of persons as it is as well: a slice. It hides
 * nothing that the perturbation does not hide, and need not be possible for other measures.
 */
export interface Showing extends Reach {
  /** By how much a step changes the target. */
  readonly change: number;
  readonly cells: Int32Array;
}

/** Everything a perturbation shows about a target: as a whole, and for a difference of codes slice by slice. */
export function showingsOf(
  ground: Ground,
  perturbation: Perturbation,
  target: Target,
  reach: Reach = reachOf(ground, perturbation),
): Showing[] {
  const whole = showing(perturbation, target, () => reach);
  return [
    ...whole,
    ...slicesOf(ground, perturbation, target).flatMap((slice) =>
      showing(slice, target, () => reachOf(ground, slice)),
    ),
  ];
}

function showing(part: Perturbation, target: Target, reach: () => Reach): Showing[] {
  const change = changeOf(part, target);
  return change === 0 ? [] : [{ ...reach(), change, cells: part.cells }];
}

/** Slices of a perturbation that may show more about a difference of codes; none for a single cell. */
export function slicesOf(
  places: Pick<Ground, 'code' | 'node'>,
  perturbation: Perturbation,
  target: Target,
): Perturbation[] {
  const slices: Perturbation[] = [];
  if (target.cells.length === 1) return slices;
  const seen = new Set<number>();
  for (const cell of target.cells) {
    if (!perturbation.cells.includes(cell)) continue;
    const code = places.code[cell]!;
    if (!seen.has(code)) slices.push(sliceOf(perturbation, (one) => places.code[one] === code));
    seen.add(code);
    const node = places.node(cell, target.along);
    if (!seen.has(-1 - node))
      slices.push(sliceOf(perturbation, (one) => places.node(one, target.along) === node));
    seen.add(-1 - node);
  }
  return slices;
}

function sliceOf({ cells, change }: Perturbation, isPart: (cell: number) => boolean): Perturbation {
  const inside = (_: number, at: number): boolean => isPart(cells[at]!);
  return { cells: cells.filter(inside), change: change.filter(inside) };
}

/** By how much a perturbation changes a target. */
export function changeOf({ cells, change }: Perturbation, target: Target): number {
  let by = 0;
  for (let at = 0; at < target.cells.length; at++) {
    const place = cells.indexOf(target.cells[at]!);
    if (place >= 0) by += target.factors[at]! * change[place]!;
  }
  return by;
}

/** Adds what so many steps up and down make of a change. */
export function addDifferences(found: Set<number>, { up, down }: Reach, change: number): void {
  if (change === 0) return;
  for (let step = 1; step <= up; step++) found.add(step * change);
  for (let step = 1; step <= down; step++) found.add(-step * change);
}
