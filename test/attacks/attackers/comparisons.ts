import type { Derivation, Query, Tuple } from '@datakube/contract';
import { type Knowledge, TOTAL } from '../knowledge.ts';

/** Where a number stands: members of each dimension, taken together. A dimension left out is at its total. */
export type Place = ReadonlyMap<string, readonly string[]>;

/** The two numbers a derived one is made from, as the documentation says. */
export interface Comparison {
  readonly own: Place;
  readonly other: Place;
}

/** @returns undefined where nothing is compared: before the first period */
export function comparisonAt(
  derivation: Derivation,
  knowledge: Knowledge,
  { filters = [], rows: down = [], columns: across = [] }: Query,
  [row, column]: readonly [Tuple, Tuple],
  [rows, columns]: readonly [readonly Tuple[], readonly Tuple[]],
): Comparison | undefined {
  const kept = new Map(
    filters.flatMap((filter) => ('members' in filter ? [[filter.dimension, filter.members] as const] : [])),
  );
  // The latest year where nothing is said.
  const own = new Map<string, readonly string[]>([['time', ['2024']], ...kept]);
  for (const { dimension, code, kind } of [...row, ...column]) {
    if (kind === 'member') own.set(dimension, [code]);
  }
  const other = new Map(own);
  const atTotal =
    derivation === 'row-share' ? across : derivation === 'column-share' ? down : [...down, ...across];
  const [period] = own.get('time')!;
  switch (derivation) {
    case 'row-share':
    case 'column-share':
    case 'total-share':
      for (const { dimension } of atTotal) {
        if (dimension !== 'time') other.set(dimension, kept.get(dimension) ?? [TOTAL]);
      }
      return { own, other };
    case 'change':
    case 'growth': {
      const level = levelOf(knowledge, period!);
      const before = level[level.indexOf(period!) - 1];
      return before === undefined ? undefined : { own, other: other.set('time', [before]) };
    }
    case 'index': {
      const level = levelOf(knowledge, period!);
      const shown = [...rows, ...columns].flatMap((tuple) =>
        tuple.flatMap(({ dimension, code }) => (dimension === 'time' && level.includes(code) ? code : [])),
      );
      const first = level.find((code) => shown.includes(code))!;
      return { own, other: other.set('time', [first]) };
    }
  }
}

/** All periods of the level of one of them, in order. */
function levelOf({ children }: Knowledge, period: string): readonly string[] {
  const all = children.get('time')!;
  let level = all.get(TOTAL)!;
  while (!level.includes(period)) level = level.flatMap((code) => all.get(code) ?? []);
  return level;
}

/** What one of the two numbers must be, if the other is known. */
export function solve(
  derivation: Derivation,
  made: number,
  own: number | null,
  other: number | null,
): { readonly of: 'own' | 'other'; readonly value: number } | undefined {
  const ratio = derivation === 'growth' ? 1 + made / 100 : made / 100;
  if (own !== null) {
    if (derivation === 'change') return { of: 'other', value: Math.round(own - made) };
    return ratio === 0 ? undefined : { of: 'other', value: Math.round(own / ratio) };
  }
  if (other === null) return undefined;
  return { of: 'own', value: Math.round(derivation === 'change' ? other + made : other * ratio) };
}
