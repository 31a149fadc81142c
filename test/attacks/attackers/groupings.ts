import { Cube, MemberList } from '@datakube/contract';
import type { Attack } from '../bounty.ts';
import type { Evidence } from '../evidence.ts';
import { beginWith, claimsFrom, type Learned, learnSum } from './learned.ts';
import { answerTo, tablesDown } from './tables.ts';

/** A group as the list of members names it. */
interface Group {
  readonly code: string;
  readonly grouping: string;
  readonly of: readonly string[];
}

/**
 * Family 48: groups that cross the levels, in rows and in filters, beside members and beside one another: every
 * answer is a sum of cells. The greatest group and the rest are sums of groups.
 */
export const groupings: Attack = {
  families: [48],
  name: 'groups across the levels, alone and together',
  run: async (evidence) => {
    const learned = beginWith(evidence.ofWhole, 'persons');
    const groups = { place: await groupsOf(evidence, 'place'), age: await groupsOf(evidence, 'age') };
    await inRows(evidence, groups, learned);
    await inFilters(evidence, groups, learned);
    return claimsFrom(learned);
  },
};

type Groups = Readonly<Record<'place' | 'age', readonly Group[]>>;

async function groupsOf({ anonymous, whole }: Evidence, dimension: string): Promise<Group[]> {
  const cube = Cube.parse(await (await anonymous(`/v1/cubes/${whole}`)).json());
  const known = cube.dimensions.find(({ id }) => id === dimension)!.groupings.map(({ id }) => id);
  const path = `/v1/cubes/${whole}/dimensions/${dimension}/members`;
  const { members } = MemberList.parse(await (await anonymous(path)).json());
  const found = members.flatMap(({ code, level, of }) => (of ? [{ code, grouping: level, of }] : []));
  if (found.length < 2 || found.some(({ grouping }) => !known.includes(grouping)))
    throw new Error(`There are no groups of ${dimension} to attack`);
  return found;
}

async function inRows(evidence: Evidence, groups: Groups, learned: Learned): Promise<void> {
  for (const { down, filters, cellOf } of tablesDown(evidence)) {
    for (const grouping of new Set(groups[down].map((group) => group.grouping))) {
      const own = groups[down].filter((group) => group.grouping === grouping);
      for (const top of [undefined, { count: 1, by: 'persons', others: true }]) {
        const answer = await answerTo(evidence, {
          measures: ['persons'],
          rows: [{ dimension: down, level: grouping, ...(top && { top }) }],
          filters: [...filters],
        });
        const codes = answer.axes.rows.map(([entry]) => entry!.code);
        const rest = own.filter(({ code }) => !codes.includes(code));
        codes.forEach((code, row) => {
          const members = own.find((group) => group.code === code)?.of ?? rest.flatMap((group) => group.of);
          learnSum(learned, answer.cells['persons']!.value[row]!, members.map(cellOf));
        });
      }
    }
  }
}

/** A group, or a group and a member of another, of each dimension at once. */
async function inFilters(evidence: Evidence, groups: Groups, learned: Learned): Promise<void> {
  const { ofWhole } = evidence;
  const years = ['2023', '2024'];
  for (const place of choices(groups.place)) {
    for (const age of choices(groups.age)) {
      for (const sex of ['M', 'K']) {
        for (const year of years) {
          const named: Record<string, Choice> = {
            place,
            age,
            sex: { codes: [sex], members: [sex] },
            time: { codes: [year], members: [year] },
          };
          const filters = Object.entries(named).map(([dimension, { codes }]) => ({
            dimension,
            members: codes,
          }));
          const answer = await answerTo(evidence, { measures: ['persons'], filters });
          const parts = ofWhole.dimensions.reduce<string[][]>(
            (some, id) =>
              some.flatMap((cell) => (named[id]?.members ?? ['*']).map((code) => [...cell, code])),
            [[]],
          );
          learnSum(
            learned,
            answer.cells['persons']!.value[0]!,
            parts.map((cell) => cell.join('|')),
          );
        }
      }
    }
  }
}

interface Choice {
  readonly codes: string[];
  /** The members the codes hold, each once. */
  readonly members: string[];
}

function choices(groups: readonly Group[]): Choice[] {
  return groups.flatMap((group) => {
    const members = groups.flatMap(({ of }) => of).filter((code) => !group.of.includes(code));
    return [
      { codes: [group.code], members: [...group.of] },
      ...[...new Set(members)].map((code) => ({
        codes: [group.code, code],
        members: [...group.of, code],
      })),
    ];
  });
}
