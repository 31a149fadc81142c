import { CellSetAnswer, type MembersFilter } from '@datakube/contract';
import { type Ask, type Knowledge, TOTAL } from './knowledge.ts';

export interface Unions {
  readonly shown: number;
  readonly kept: number;
  /** Answers that are not the sum of published cells, and so say something new. */
  readonly wrong: string[];
}

/** Dimensions over which persons add up and a union is therefore answered, and one that picks the period. */
const TOGETHER = ['residence', 'age', 'sex'];

/**
 * Families 10–15: asks for members taken together, of several dimensions and levels at once, some of them
 * inside others. Whatever is answered must be the sum of published cells.
 */
export async function askForUnions(
  ask: Ask,
  cube: string,
  knowledge: Knowledge,
  questions: number,
  seed: number,
): Promise<Unions> {
  const below = drawsFrom(seed);
  const cells = knowledge.measures.get('persons')!;
  const years = knowledge.children.get('time')!.get(TOTAL)!;
  const result = { shown: 0, kept: 0, wrong: [] as string[] };
  for (let question = 0; question < questions; question++) {
    const filters: MembersFilter[] = [{ dimension: 'time', members: [years[below(years.length)]!] }];
    for (const dimension of TOGETHER) {
      const codes = [...knowledge.children.get(dimension)!].flatMap(([, children]) => children);
      if (below(3) === 0) continue;
      const members = new Set(Array.from({ length: 1 + below(4) }, () => codes[below(codes.length)]!));
      filters.push({ dimension, members: [...members] });
    }
    const response = await ask(`/v1/cubes/${cube}/query`, { measures: ['persons'], filters });
    if (!response.ok) continue;
    const answer = CellSetAnswer.parse(await response.json()).cells['persons']!.value[0]!;
    const sums = sumsOf(knowledge, filters).map((parts) => addUp(parts.map((part) => cells.get(part))));
    if (answer === null) result.kept++;
    else result.shown++;
    if (answer === null ? sums.every((sum) => sum !== null) : !sums.includes(answer)) {
      result.wrong.push(JSON.stringify({ filters, answer, sums }));
    }
  }
  return result;
}

/** Lists of cells that make up the union: as named, and with whole families replaced by their parent. */
function sumsOf(knowledge: Knowledge, filters: readonly MembersFilter[]): string[][] {
  return [false, true].map((joined) => {
    const choices = knowledge.dimensions.map((dimension) => {
      const named = filters.find((filter) => filter.dimension === dimension)?.members ?? [TOTAL];
      return cover(knowledge.children.get(dimension)!, named, joined);
    });
    return choices
      .reduce<string[][]>((some, codes) => some.flatMap((each) => codes.map((code) => [...each, code])), [[]])
      .map((codes) => codes.join('|'));
  });
}

function cover(
  children: ReadonlyMap<string, readonly string[]>,
  named: readonly string[],
  joined: boolean,
): string[] {
  const inside = (code: string): string[] =>
    (children.get(code) ?? []).flatMap((child) => [child, ...inside(child)]);
  const held = new Set(named);
  for (const code of named) for (const narrower of inside(code)) held.delete(narrower);
  if (!joined) return [...held];
  for (const [parent, codes] of [...children].toReversed()) {
    if (!codes.every((code) => held.has(code))) continue;
    for (const code of codes) held.delete(code);
    held.add(parent);
  }
  return [...held];
}

function addUp(values: readonly (number | null | undefined)[]): number | null {
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value == null ? null : sum + value),
    0,
  );
}

/** Whole numbers below a limit that depend on the seed alone (mulberry32). */
function drawsFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit) | 0;
  };
}
