import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Derivation, DERIVATIONS, type Query } from '@datakube/contract';
import fc from 'fast-check';
import { findCuboid } from '../outside/find-cuboid.ts';
import { planQuery } from '../plan/plan-query.ts';
import { slice } from '../plan/slice.ts';
import { Refusal } from '../problem/refusal.ts';
import { tinyRelease } from '../testing/tiny-release.ts';

const { cube, manifest, releases } = await tinyRelease(800);

type Cells = ReturnType<typeof slice>['table'];

async function ask(query: Query): Promise<Cells> {
  const plan = planQuery(query, cube, manifest, { cells: 400_000 });
  return slice(plan, (await findCuboid(plan, manifest, { releases, outside: undefined }))!.table).table;
}

/** What a cell is where it stands: a member of a dimension, or what is kept of it. */
type Place = ReadonlyMap<string, readonly string[]>;

/** The one number there is at a place, asked for alone, or why there is none. */
async function plain(measure: string, place: Place): Promise<number | string> {
  const filters = [...place].map(([dimension, members]) => ({ dimension, members: [...members] }));
  try {
    const table = await ask({ measures: [measure], filters });
    return table.value(0, 0) ?? table.status(0, 0);
  } catch (error) {
    // Of members that do not add up, there is no such number.
    if (error instanceof Refusal && error.code === 'ERR_QUERY_NOT_ADDITIVE') return 'not-applicable';
    throw error;
  }
}

const PERIODS: Readonly<Record<string, readonly string[]>> = {
  year: ['2023', '2024'],
  quarter: ['2023', '2024'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)),
};

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  place: ['Aa', 'Bo', 'Ca', 'Do', 'Ek'],
  age: ['0', '30', '60', '80'],
  sex: ['M', 'K'],
  sector: ['gp', 'specialist', 'ward'],
  disease: ['copd', 'diabetes', 'asthma'],
};

interface Entry {
  readonly id: string;
  readonly level: string;
  readonly codes: readonly string[];
  readonly kept: readonly string[] | undefined;
}

/** Dimensions that a released cuboid has together, each at a level, with some of its members kept. */
const tables: readonly (readonly (readonly [id: string, level: string])[])[] = [
  [
    ['place', 'town'],
    ['sex', 'sex'],
    ['time', 'year'],
  ],
  [
    ['age', 'narrow'],
    ['place', 'town'],
    ['time', 'year'],
  ],
  [
    ['disease', 'disease'],
    ['time', 'quarter'],
    ['sex', 'sex'],
  ],
];
const anyTable = fc
  .record({
    table: fc.constantFrom(...tables),
    across: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    kept: fc.array(fc.option(fc.array(fc.nat(10), { minLength: 1, maxLength: 3 })), {
      minLength: 3,
      maxLength: 3,
    }),
    totals: fc.boolean(),
    measure: fc.constantFrom('persons', 'visits', 'share'),
  })
  .map(({ table, across, kept, totals, measure }) => {
    const entries = table.map(([id, level], at): Entry => {
      const all = id === 'time' ? PERIODS[level]! : MEMBERS[id]!;
      const named = kept[at]?.map((index) => all[index % all.length]!);
      return { id, level, codes: all.filter((code) => !named || named.includes(code)), kept: named };
    });
    const axis = (wanted: boolean): Entry[] => entries.filter((_, at) => across[at] === wanted);
    return { rows: axis(false), columns: axis(true), totals, measure };
  });

const TOTAL = 'total';

function positions(entries: readonly Entry[], totals: boolean): ReadonlyMap<string, string>[] {
  let some: ReadonlyMap<string, string>[] = [new Map()];
  for (const { id, codes } of entries) {
    const own = totals && id !== 'time' ? [...codes, TOTAL] : codes;
    some = some.flatMap((before) => own.map((code) => new Map([...before, [id, code]])));
  }
  return some;
}

/** Where a cell stands, and where what it is compared with stands; undefined where there is no such thing. */
function places(
  derivation: Derivation,
  cell: ReadonlyMap<string, string>,
  rows: readonly Entry[],
  columns: readonly Entry[],
): { own: Place; other: Place | undefined } {
  const whole = ({ id, kept }: Entry): [string, readonly string[]][] => (kept ? [[id, kept]] : []);
  const own = [...rows, ...columns].flatMap((entry): [string, readonly string[]][] =>
    cell.get(entry.id) === TOTAL ? whole(entry) : [[entry.id, [cell.get(entry.id)!]]],
  );
  const moved = (
    derivation === 'row-share' ? columns : derivation === 'column-share' ? rows : [...rows, ...columns]
  ).filter(({ id }) => id !== 'time');
  const time = [...rows, ...columns].find(({ id }) => id === 'time')!;
  const period = cell.get('time')!;
  switch (derivation) {
    case 'row-share':
    case 'column-share':
    case 'total-share': {
      const kept = own.filter(([id]) => !moved.some((entry) => entry.id === id));
      return { own: new Map(own), other: new Map([...kept, ...moved.flatMap(whole)]) };
    }
    case 'change':
    case 'growth': {
      const all = PERIODS[time.level]!;
      const before = all[all.indexOf(period) - 1];
      return {
        own: new Map(own),
        other: before === undefined ? undefined : new Map([...own, ['time', [before]]]),
      };
    }
    case 'index':
      return { own: new Map(own), other: new Map([...own, ['time', [time.codes[0]!]]]) };
  }
}

function expected(derivation: Derivation, own: number | string, other: number | string): number | string {
  if (own === 'suppressed' || other === 'suppressed') return 'suppressed';
  if (typeof own === 'string' || typeof other === 'string') return 'not-applicable';
  if (derivation === 'change') return Math.round((own - other) * 10) / 10;
  if (other === 0) return 'not-applicable';
  return derivation === 'growth' ? (own / other - 1) * 100 : (own / other) * 100;
}

describe('derived measures', () => {
  it('are made from the two numbers that can be asked for one by one, and from nothing else', async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.constantFrom(...DERIVATIONS),
        fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
        async ({ rows, columns, totals, measure }, derivation, wanted) => {
          if (measure === 'share' && derivation.endsWith('share')) return;
          const entry = ({ id, level }: Entry) => ({ dimension: id, level });
          const filters = [...rows, ...columns].flatMap(({ id, kept }) =>
            kept ? [{ dimension: id, members: [...kept] }] : [],
          );
          const table = await ask({
            measures: [`${measure}.${derivation}`],
            rows: rows.map(entry),
            columns: columns.map(entry),
            filters,
            totals,
          });
          const cells = positions(rows, totals).flatMap((row) =>
            positions(columns, totals).map((column) => new Map([...row, ...column])),
          );
          assert.equal(cells.length, table.cells);
          for (const at of wanted.map((index) => index % cells.length)) {
            const { own, other } = places(derivation, cells[at]!, rows, columns);
            const should = expected(
              derivation,
              await plain(measure, own),
              other ? await plain(measure, other) : 'not-applicable',
            );
            const is = table.value(0, at) ?? table.status(0, at);
            const said = `${measure}.${derivation} at ${JSON.stringify([...cells[at]!])}: ${is}, not ${should}`;
            if (typeof is === 'number' && typeof should === 'number') {
              assert.ok(Math.abs(is - should) < 1e-9, said);
            } else assert.equal(is, should, said);
            const kind = `${derivation} ${typeof is === 'number' ? 'number' : is}`;
            met.set(kind, (met.get(kind) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 200, seed: 20261121 },
    );
    for (const derivation of DERIVATIONS) {
      for (const kind of ['number', 'suppressed'])
        assert.ok(
          met.get(`${derivation} ${kind}`)! > 5,
          `${derivation} ${kind}: ${JSON.stringify([...met])}`,
        );
    }
  });
});
