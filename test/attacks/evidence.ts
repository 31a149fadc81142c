import type { Ask, Knowledge } from './knowledge.ts';
import { joinKnowledge, learn, TOTAL } from './knowledge.ts';

/** What an attacker has in hand before he begins to think. */
export interface Evidence {
  readonly anonymous: Ask;
  readonly signedIn: Ask;
  /** The whole cube, and the cube of a part of its events: their names. */
  readonly whole: string;
  readonly part: string;
  /** All that is published of the whole cube. */
  readonly ofWhole: Knowledge;
  /** All that is published of either, under the names of the whole. */
  readonly all: Knowledge;
  /** Dimensions of which one person may have several members, or none. */
  readonly multiple: readonly string[];
}

/** Asks for everything that is published, through the front door. */
export async function gather(anonymous: Ask, signedIn: Ask): Promise<Evidence> {
  const [whole, part] = ['tiny', 'tiny-part'];
  const ofWhole = await learn(anonymous, whole);
  const ofPart = await learn(anonymous, part);
  const all = joinKnowledge(ofWhole, [{ knowledge: ofPart, dimension: 'sector', member: 'gp' }]);
  return { anonymous, signedIn, whole, part, ofWhole, all, multiple: ['disease'] };
}

/** Names of the cells of a measure that are hidden. */
export function hiddenCells({ measures }: Knowledge, measure: string): string[] {
  return [...measures.get(measure)!].flatMap(([cell, value]) => (value === null ? [cell] : []));
}

/** Hidden cells of few people most likely: those that are fine in most dimensions, at most so many. */
export function finestHidden(knowledge: Knowledge, limit: number): string[] {
  const fineness = (cell: string): number => cell.split('|').filter((code) => code !== TOTAL).length;
  return hiddenCells(knowledge, 'persons')
    .sort((a, b) => fineness(b) - fineness(a))
    .slice(0, limit);
}
