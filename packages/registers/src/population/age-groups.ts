import { leavesOf } from '../code-lists.ts';
import { HIGHEST_AGE } from '../rates/age-curve.ts';

const lowerBounds = leavesOf('age').map((member) => Number.parseInt(member.code, 10));
const broadCodes = [...new Set(leavesOf('age').map((member) => member.parent))];

/** Number of age groups on the coarse level. */
export const BROAD_GROUPS = broadCodes.length;

const groups = Uint8Array.from({ length: HIGHEST_AGE + 1 }, (_, age) =>
  lowerBounds.findLastIndex((from) => from <= age),
);
const broadGroups = groups.map((group) => broadCodes.indexOf(leavesOf('age')[group]!.parent));

/** Position of the five-year group of an age in the code list. */
export function ageGroup(age: number): number {
  return groups[age]!;
}

/** Position of the broad group of an age. */
export function broadGroup(age: number): number {
  return broadGroups[age]!;
}
