import type { Counted } from '../arena/truth.ts';
import type { Claim } from '../bounty.ts';
import { byElimination } from '../elimination.ts';
import type { Knowledge } from '../knowledge.ts';
import { bySubtraction, type Relation, relations } from '../relations.ts';

/** What is published of a measure, and what answers have said since, as sums of the cells that were asked for. */
export interface Learned {
  readonly measure: Counted;
  readonly cells: Map<string, number | null>;
  readonly sums: Relation[];
}

export function beginWith(knowledge: Knowledge, measure: Counted): Learned {
  return {
    measure,
    cells: new Map(knowledge.measures.get(measure)!),
    sums: relations(knowledge, measure),
  };
}

/** Puts an answer beside what is known: a new cell that is the sum of old ones. A hidden one says nothing. */
export function learnSum({ cells, sums }: Learned, answer: number | null, parts: readonly string[]): void {
  if (answer === null || parts.some((part) => !cells.has(part))) return;
  const name = `question ${sums.length}`;
  cells.set(name, answer);
  sums.push({ whole: name, parts });
}

/** All that follows. */
export function claimsFrom({ measure, cells, sums }: Learned): Claim[] {
  return [
    ...[...bySubtraction(cells, sums)].map(([cell, value]): Claim => ({
      cell,
      says: 'range',
      measure,
      low: value,
      high: value,
    })),
    ...byElimination(cells, sums).map((cell): Claim => ({ cell, says: 'determined' })),
  ];
}
