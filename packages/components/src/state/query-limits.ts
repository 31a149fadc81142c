/** What the contract lets a query hold; a query with more would only be refused. */
export const CONTRACT = {
  onAxis: 4,
  filters: 16,
  measures: 16,
  members: 1000,
  latest: 1000,
  top: 100,
  /** Less than the contract's 1000: a finer level is the better choice long before. */
  open: 100,
} as const;

/** So many folded members are kept in a link; a table with more opens unfolded. */
export const MOST_FOLDED = 100;

/** As the contract has it. */
export function isMemberCode(code: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}+._-]{0,31}$/u.test(code);
}
