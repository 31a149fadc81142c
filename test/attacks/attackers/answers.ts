import { CellSetAnswer, Cube, MemberEntry } from '@datakube/contract';
import type { Attack, Claim } from '../bounty.ts';
import { type Evidence, finestHidden, hiddenCells } from '../evidence.ts';
import { type Ask, filtersOf, learn, TOTAL } from '../knowledge.ts';

async function answerTo(ask: Ask, cube: string, query: unknown): Promise<CellSetAnswer | undefined> {
  const response = await ask(`/v1/cubes/${cube}/query`, query);
  if (response.ok) return CellSetAnswer.parse(await response.json());
  await response.arrayBuffer();
  return undefined;
}

/** Families 21 to 24 and 36: a rate, a sum or a number of visits beside a hidden number of persons. */
export const derived: Attack = {
  families: [21, 22, 24],
  name: 'shares and counts that stand beside a hidden number',
  run: async ({ anonymous, whole, ofWhole }) => {
    const claims: Claim[] = [];
    const measures = ['persons', 'visits', 'days', 'share'];
    for (const cell of finestHidden(ofWhole, 150)) {
      const answer = await answerTo(anonymous, whole, { measures, filters: filtersOf(ofWhole, cell) });
      const shown = measures.filter((measure) => answer?.cells[measure]!.value[0] != null);
      if (shown.length > 0) claims.push({ cell, says: 'determined' });
    }
    return claims;
  },
};

/** Family 26: rows that are not in the order of the code list are in the order of something else. */
export const order: Attack = {
  families: [26],
  name: 'the order of rows',
  run: async ({ anonymous, whole, ofWhole }) => {
    const claims: Claim[] = [];
    for (const { down, across, column, own } of tablesOfOneColumn(ofWhole)) {
      const filters = Object.entries({ ...own, [across]: column }).map(([dimension, code]) => ({
        dimension,
        members: [code],
      }));
      const answer = await answerTo(anonymous, whole, {
        measures: ['persons'],
        rows: [{ dimension: down, level: FINEST[down] }],
        columns: [{ dimension: across, level: FINEST[across] }],
        filters,
      });
      const codes = answer!.axes.rows.map(([entry]) => entry!.code);
      const list = [...ofWhole.children.get(down)!.values()].flat().filter((code) => codes.includes(code));
      if (list.join() === codes.join()) continue;
      const rest: Record<string, string> = { ...own, [across]: column };
      claims.push(
        ...placed(answer!, (row) =>
          ofWhole.dimensions.map((id) => (id === down ? row : (rest[id] ?? TOTAL))).join('|'),
        ),
      );
    }
    return claims;
  },
};

const FINEST = { place: 'town', age: 'narrow' } as const;

interface OneColumn {
  readonly down: 'place' | 'age';
  readonly across: 'place' | 'age';
  readonly column: string;
  readonly own: { readonly sex: string; readonly time: string };
}

/** Towns of one age, and ages of one town, for each sex and year. */
function tablesOfOneColumn({ children }: Evidence['ofWhole']): OneColumn[] {
  return (['place', 'age'] as const).flatMap((down) => {
    const across = down === 'place' ? 'age' : 'place';
    const columns = [...children.get(across)!]
      .filter(([above]) => above !== TOTAL)
      .flatMap(([, below]) => below);
    return columns.flatMap((column) =>
      ['M', 'K'].flatMap((sex) =>
        ['2023', '2024'].map((time) => ({ down, across, column, own: { sex, time } }) as const),
      ),
    );
  });
}

/** In rows that fall, a hidden number with nothing but zeros below is small. */
function placed({ axes, cells }: CellSetAnswer, cellOf: (row: string) => string): Claim[] {
  const { value } = cells['persons']!;
  const shown = value.filter((each) => each !== null);
  if (shown.some((each, at) => at > 0 && each > shown[at - 1]!)) return [];
  return axes.rows.flatMap(([row], at): Claim[] => {
    const isLast = value.slice(at + 1).every((each) => each === null || each === 0);
    return value[at] === null && isLast ? [{ cell: cellOf(row!.code), says: 'small' }] : [];
  });
}

/** Family 30: members that are missing from an answer, or come in another number than the code list has. */
export const rowCounts: Attack = {
  families: [30, 31],
  name: 'rows that are missing because of what they hold',
  run: async ({ anonymous, whole, ofWhole }) => {
    const towns = [...ofWhole.children.get('place')!]
      .filter(([above]) => above !== TOTAL)
      .flatMap(([, below]) => below);
    const claims: Claim[] = [];
    for (const year of ['2023', '2024']) {
      for (const sex of ['M', 'K']) {
        for (const age of ['0', '30', '60', '80']) {
          const answer = await answerTo(anonymous, whole, {
            measures: ['persons'],
            rows: [{ dimension: 'place', level: 'town' }],
            filters: Object.entries({ time: year, sex, age }).map(([dimension, code]) => ({
              dimension,
              members: [code],
            })),
          });
          const there = answer!.axes.rows.map(([entry]) => entry!.code);
          const own: Record<string, string> = { age, sex, time: year };
          for (const town of towns.filter((code) => !there.includes(code))) {
            const cell = ofWhole.dimensions
              .map((id) => (id === 'place' ? town : (own[id] ?? TOTAL)))
              .join('|');
            claims.push({ cell, says: 'small' });
          }
        }
      }
    }
    return claims;
  },
};

/** Family 43: the same cell by other words: twice the same member, all children, a child with its parent. */
export const aliases: Attack = {
  families: [43],
  name: 'a hidden cell by other names',
  run: async (evidence) => {
    const { anonymous, whole, ofWhole } = evidence;
    const claims: Claim[] = [];
    for (const cell of finestHidden(ofWhole, 50)) {
      for (const filters of otherNames(evidence, cell)) {
        const answer = await answerTo(anonymous, whole, { measures: ['persons'], filters });
        const value = answer?.cells['persons']!.value[0];
        if (value != null) claims.push({ cell, says: 'range', measure: 'persons', low: value, high: value });
      }
    }
    return claims;
  },
};

function otherNames({ ofWhole }: Evidence, cell: string): { dimension: string; members: string[] }[][] {
  const filters = filtersOf(ofWhole, cell);
  return filters.flatMap(({ dimension, members }, at) => {
    const children = ofWhole.children.get(dimension)!;
    const below = children.get(members[0]!) ?? [];
    const ways = [[members[0]!, members[0]!], below, [...below.slice(0, 1), members[0]!]];
    return ways
      .filter((way) => way.length > 0)
      .map((way) => filters.with(at, { dimension, members: [...way] }));
  });
}

/** Family 17: two who ask for the same see the same, and what one sees helps the other to nothing. */
export const twoUsers: Attack = {
  families: [17],
  name: 'anonymous and signed in, together',
  run: async ({ signedIn, whole, ofWhole }) => {
    const theirs = await learn(signedIn, whole);
    const persons = theirs.measures.get('persons')!;
    return hiddenCells(ofWhole, 'persons').flatMap((cell): Claim[] => {
      const value = persons.get(cell);
      return value == null ? [] : [{ cell, says: 'range', measure: 'persons', low: value, high: value }];
    });
  },
};

/** Where others have left something: old versions, examples, plans, drafts, files. */
const DOORS = [
  '/v0/cubes',
  '/v2/cubes',
  '/graphql',
  '/debug',
  '/metrics',
  '/admin',
  '/preview',
  '/v1/explain',
  '/.git/config',
  '/v1/cubes/tiny/cells',
  '/v1/cubes/tiny/raw',
  '/v1/cubes/tiny/report',
  '/v1/cubes/tiny/draft',
  '/data/audit/audit.log',
  '/sdk/../data/audit/audit.log',
  '/examples/..%2f..%2fpackage.json',
];

/** Families 33 and 45: counts beside members, documents that say more when asked to, doors that somebody left open. */
export const documents: Attack = {
  families: [33, 45],
  name: 'counts in lists and documents, other doors',
  run: async ({ anonymous, whole, ofWhole }) => {
    const open: string[] = [];
    for (const door of DOORS) {
      const response = await anonymous(door);
      await response.arrayBuffer();
      if (response.ok) open.push(door);
    }
    const plain = await (await anonymous(`/v1/cubes/${whole}`)).text();
    for (const more of ['debug=1', 'totals=true', 'explain=true']) {
      if ((await (await anonymous(`/v1/cubes/${whole}?${more}`)).text()) !== plain) open.push(more);
    }
    for (const { id } of Cube.parse(JSON.parse(plain)).dimensions) {
      const path = `/v1/cubes/${whole}/dimensions/${id}/members`;
      const { members } = (await (await anonymous(path)).json()) as { members: object[] };
      for (const member of members) {
        open.push(...Object.keys(member).filter((key) => !(key in MemberEntry.shape)));
      }
    }
    if (open.length === 0) return [];
    return hiddenCells(ofWhole, 'persons').map((cell): Claim => ({ cell, says: 'small' }));
  },
};
