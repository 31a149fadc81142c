import { CellSetAnswer, type Filter } from '@datakube/contract';
import type { Attack, Claim } from '../bounty.ts';
import { type Draw, drawsFrom } from '../draws.ts';
import { type Evidence, finestHidden } from '../evidence.ts';
import { filtersOf, type Knowledge, TOTAL } from '../knowledge.ts';
import { beginWith, claimsFrom, learnSum } from './learned.ts';

type Ask = (filters: readonly Filter[], parts: readonly string[]) => Promise<void>;

/** Asks something, and puts the answers beside what is published: new cells that are sums of old ones. */
async function question(
  { ofWhole, anonymous, whole }: Evidence,
  measure: 'persons' | 'visits',
  put: (ask: Ask) => Promise<void>,
): Promise<Claim[]> {
  const learned = beginWith(ofWhole, measure);
  await put(async (filters, parts) => {
    const response = await anonymous(`/v1/cubes/${whole}/query`, { measures: [measure], filters });
    if (!response.ok) return void (await response.arrayBuffer());
    learnSum(learned, CellSetAnswer.parse(await response.json()).cells[measure]!.value[0]!, parts);
  });
  return claimsFrom(learned);
}

/** Members of a dimension on the level of a code. */
function beside({ children }: Knowledge, dimension: string, code: string): readonly string[] {
  const all = children.get(dimension)!;
  const depth = (of: string): number => {
    const parent = [...all].find(([, codes]) => codes.includes(of))?.[0];
    return parent === undefined || parent === TOTAL ? 0 : 1 + depth(parent);
  };
  return [...all.values()].flat().filter((other) => depth(other) === depth(code));
}

/** Families 10 to 12: everybody but those in a hidden cell, by a filter on all others. */
export const complements: Attack = {
  families: [10, 11, 12],
  name: 'all members but one, in each dimension of each hidden cell',
  run: (evidence) =>
    question(evidence, 'persons', async (ask) => {
      const { ofWhole } = evidence;
      const additive = ofWhole.additiveOver.get('persons')!;
      for (const cell of finestHidden(ofWhole, 100)) {
        const codes = cell.split('|');
        for (const [at, dimension] of ofWhole.dimensions.entries()) {
          if (codes[at] === TOTAL || !additive.includes(dimension)) continue;
          const others = beside(ofWhole, dimension, codes[at]!).filter((code) => code !== codes[at]);
          const filters = filtersOf(ofWhole, cell).map((filter) =>
            filter.dimension === dimension ? { dimension, members: others } : filter,
          );
          await ask(
            filters,
            others.map((code) => codes.with(at, code).join('|')),
          );
        }
      }
    }),
};

/** Families 12, 14, 15 and 29: random unions of several dimensions and levels at once, and of months. */
export function unions(seed: number, measure: 'persons' | 'visits'): Attack {
  return {
    families: measure === 'persons' ? [12, 14, 15, 29] : [19],
    name:
      measure === 'persons'
        ? 'unions of several dimensions and levels'
        : 'unions of months, windows that move',
    run: (evidence) =>
      question(evidence, measure, async (ask) => {
        const { ofWhole } = evidence;
        const draw = drawsFrom(seed);
        for (let turn = 0; turn < 150; turn++) {
          const codes = ofWhole.dimensions.map((dimension) =>
            chosen(ofWhole, dimension, draw, measure === 'visits' || dimension !== 'time'),
          );
          const filters = ofWhole.dimensions.flatMap((dimension, at) =>
            codes[at]![0] === TOTAL ? [] : [{ dimension, members: codes[at]! }],
          );
          const parts = codes.reduce<string[][]>(
            (some, own) => some.flatMap((each) => own.map((code) => [...each, code])),
            [[]],
          );
          await ask(
            filters,
            parts.map((each) => each.join('|')),
          );
        }
      }),
  };
}

/** One to four members of one level of a dimension over which the measure adds up, or the total. */
function chosen(knowledge: Knowledge, dimension: string, draw: Draw, several: boolean): string[] {
  const codes = [...knowledge.children.get(dimension)!.values()].flat();
  const first = codes[draw(codes.length)]!;
  if (dimension === 'time') {
    const level = beside(knowledge, dimension, first);
    const from = level.indexOf(first);
    return several ? level.slice(from, from + 1 + draw(12)) : [first];
  }
  const adds = knowledge.additiveOver.get('persons')!.includes(dimension);
  if (draw(3) === 0 || !adds) return [TOTAL];
  const level = beside(knowledge, dimension, first);
  return [...new Set([first, level[draw(level.length)]!, level[draw(level.length)]!])];
}
