import type { ReleaseShape } from '../table/raw-release.ts';
import {
  type PublishedCell,
  type PublishedRow,
  type PublishedSystem,
  sumsByParent,
} from './published-system.ts';

/** Equations that stand for inequalities, over the unknowns of a system and slacks of their own. */
export interface NestedRows {
  readonly rows: readonly PublishedRow[];
  /** Unknowns with the slacks; slacks come last, and are 0 or more. */
  readonly unknowns: number;
}

/**
 * Writes down what persons obey where they do not add up: a parent has at least as many as each child,
 * and, where something counted with them adds up (so that everybody is in some child), at most as many as
 * all children together. Each inequality is an equation with a slack.
 *
 * @param measure position of the measure of persons
 */
export function nestedRows(
  { hierarchies, measures }: ReleaseShape,
  measure: number,
  { cells, weights, unknowns }: PublishedSystem,
): NestedRows {
  const adds = measures[measure]!.additiveOver;
  const rows: PublishedRow[] = [];
  let next = unknowns;
  /** The sum of the larger minus the smaller is 0 or more. */
  const atLeast = (larger: readonly PublishedCell[], smaller: PublishedCell): void => {
    const row = rowOf(larger, smaller, next);
    if (!row) return;
    rows.push(row);
    next++;
  };
  hierarchies.forEach((hierarchy, at) => {
    if (adds[at]) return;
    const covers = measures.some(({ kind, additiveOver }) => kind === 'events' && additiveOver[at]);
    const sums = sumsByParent(hierarchy);
    const weight = weights[at]!;
    for (const [name, parent] of cells) {
      const node = Math.floor(name / weight) % hierarchy.parent.length;
      for (const children of sums.get(node) ?? []) {
        const shown = children.flatMap((child) => cells.get(name + (child - node) * weight) ?? []);
        for (const child of shown) atLeast([parent], child);
        if (covers && shown.length === children.length) atLeast(shown, parent);
      }
    }
  });
  return { rows, unknowns: next };
}

function rowOf(
  larger: readonly PublishedCell[],
  smaller: PublishedCell,
  slack: number,
): PublishedRow | undefined {
  const unknowns: number[] = [];
  const signs: (1 | -1)[] = [];
  let total = 0;
  const add = ({ known, unknown }: PublishedCell, sign: 1 | -1): void => {
    if (known !== null) {
      total -= sign * known;
      return;
    }
    unknowns.push(unknown);
    signs.push(sign);
  };
  for (const cell of larger) add(cell, 1);
  add(smaller, -1);
  if (unknowns.length === 0) return undefined;
  return { unknowns: [...unknowns, slack], signs: [...signs, -1], total };
}
