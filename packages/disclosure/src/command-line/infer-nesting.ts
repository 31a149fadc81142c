import { type CodeSum, TOTAL } from './dimension.ts';

/** The numbers of a code over all combinations of the other columns. */
export type Profile = readonly number[];

/**
 * Finds out from the numbers alone how the codes of a column nest: in every combination of the other
 * columns a parent is the sum of its children, and its finest members stand next to one another.
 *
 * @param profiles numbers per code, without the total, in the order of the table
 * @param total numbers of the total
 * @returns the relations, or undefined when the numbers do not tell
 */
export function inferNesting(profiles: ReadonlyMap<string, Profile>, total: Profile): CodeSum[] | undefined {
  const size = (code: string): number => profiles.get(code)!.reduce((sum, number) => sum + number, 0);
  const complete = (): boolean =>
    addsUp(
      left.map((code) => profiles.get(code)!),
      total,
    );
  let left = [...profiles.keys()];
  const groups = new Map<string, readonly string[]>();
  // Small codes first, so that fine groups are found before the coarse ones that hold them.
  const bySize = left.toSorted((a, b) => size(a) - size(b));
  // A parent with a single child looks like the child, so runs of one are tried last.
  for (const shortest of [2, 1]) {
    for (const parent of bySize) {
      if (groups.has(parent) || complete()) continue;
      const run = runOf(parent, left, profiles, shortest);
      if (!run) continue;
      groups.set(parent, run);
      left = left.filter((code) => code !== parent);
    }
  }
  return complete() ? relationsAmong(new Map([...groups, [TOTAL, left]])) : undefined;
}

/** True when the profiles add up to the total. */
export function addsUp(profiles: readonly Profile[], total: Profile): boolean {
  return total.every((number, at) => profiles.reduce((sum, profile) => sum + profile[at]!, 0) === number);
}

/** Consecutive codes that add up to a parent, other than the parent itself. */
function runOf(
  parent: string,
  codes: readonly string[],
  profiles: ReadonlyMap<string, Profile>,
  shortest: number,
): string[] | undefined {
  const wanted = profiles.get(parent)!;
  const others = codes.filter((code) => code !== parent);
  for (let from = 0; from < others.length; from++) {
    const sum = wanted.map(() => 0);
    for (let to = from; to < others.length; to++) {
      const profile = profiles.get(others[to]!)!;
      for (let at = 0; at < sum.length; at++) sum[at]! += profile[at]!;
      if (sum.some((number, at) => number > wanted[at]!)) break;
      const whole = sum.every((number, at) => number === wanted[at]);
      if (whole && to - from + 1 >= shortest) return others.slice(from, to + 1);
    }
  }
  return undefined;
}

/** Each group as the sum of the largest groups inside it and of the members that are in none. */
function relationsAmong(groups: ReadonlyMap<string, readonly string[]>): CodeSum[] {
  // A group that was found early can hold codes that turned out to be groups themselves.
  const leavesOf = (codes: readonly string[]): string[] =>
    codes.flatMap((code) => (groups.has(code) ? leavesOf(groups.get(code)!) : [code]));
  const leaves = new Map([...groups].map(([code, children]) => [code, new Set(leavesOf(children))]));
  const larger = [...groups.keys()].sort((a, b) => leaves.get(b)!.size - leaves.get(a)!.size);
  return larger.map((parent, at) => {
    const rest = new Set(leaves.get(parent));
    const children: string[] = [];
    for (const inner of larger.slice(at + 1)) {
      if (![...leaves.get(inner)!].every((leaf) => rest.has(leaf))) continue;
      children.push(inner);
      for (const leaf of leaves.get(inner)!) rest.delete(leaf);
    }
    return { parent, children: [...children, ...rest] };
  });
}
