import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AxisEntry, type Filter, OTHERS, type Query, type Top } from '@datakube/contract';
import fc from 'fast-check';
import { labelAxes } from '../encode/label-axes.ts';
import { findCuboid } from '../outside/find-cuboid.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { withGroupings } from '../testing/tiny-groupings.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import { chooseGreatest } from './choose-greatest.ts';
import { planQuery } from './plan-query.ts';
import { slice } from './slice.ts';

const cube = tinyCube(withGroupings);
/** Few persons, so that many cells are hidden; and many, so that hardly any is. */
const few = await tinyRelease(260, cube);
const many = await tinyRelease(1500, cube);

interface Read {
  /** Codes of the rows, each its dimensions joined. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By measure, row and column: the number, or why there is none. */
  readonly cells: ReadonlyMap<string, number | string>;
  readonly notes: readonly string[];
}

/** What a query is answered with. */
async function read(query: Query, { manifest, releases } = few): Promise<Read> {
  const plan = planQuery(query, cube, manifest, { cells: 400_000 });
  const { table } = (await findCuboid(plan, manifest, { releases, outside: undefined }))!;
  const chosen = chooseGreatest(plan, table);
  const cut = slice(chosen, table).table;
  const axes = labelAxes(chosen, 'da');
  const keys = (axis: typeof axes.rows): string[] =>
    axis.reduce<string[]>(
      (before, { entries }) => before.flatMap((key) => entries.map(({ code }) => `${key}/${code}`)),
      [''],
    );
  const [rows, columns] = [keys(axes.rows), keys(axes.columns)];
  assert.deepEqual(plan.size, { rows: rows.length, columns: columns.length });
  const cells = new Map<string, number | string>();
  query.measures.forEach((measure, index) => {
    rows.forEach((row, r) => {
      columns.forEach((column, c) => {
        const cell = r * columns.length + c;
        cells.set(`${measure} ${row} ${column}`, cut.value(index, cell) ?? cut.status(index, cell));
      });
    });
  });
  return { rows, columns, cells, notes: chosen.notes.map(({ code }) => code) };
}

const entry = (dimension: string, level: string, top?: Top): AxisEntry => ({
  dimension,
  level,
  ...(top && { top }),
});

const TOWNS = ['Aa', 'Bo', 'Ca', 'Do', 'Ek'];
const LEVELS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  place: { town: TOWNS, shore: ['coast', 'inland'], island: ['upper', 'lower'], region: ['north', 'south'] },
  age: { narrow: ['0', '30', '60', '80'], life: ['minor', 'grown'] },
  sex: { sex: ['M', 'K'] },
  time: { year: ['2023', '2024'] },
};
/** In Danish, where Aa is the last letter. */
const BY_NAME = [
  '0',
  '30',
  '60',
  '80',
  'Bo',
  'Ca',
  'coast',
  'Do',
  'Ek',
  'grown',
  'inland',
  'lower',
  'minor',
  'upper',
  'Aa',
];
/** What persons add up over. */
const ADDS = ['place', 'age', 'sex'];

/** A table of two or three dimensions, of which the first is reduced to its greatest, in rows or in columns. */
const question = fc
  .record({
    ranked: fc.constantFrom(
      ['place', 'town'],
      ['place', 'shore'],
      ['place', 'island'],
      ['age', 'narrow'],
      ['age', 'life'],
    ),
    beside: fc.shuffledSubarray(['place', 'age', 'sex', 'time'], { minLength: 1, maxLength: 2 }),
    kept: fc.option(fc.shuffledSubarray(['2023', '2024', 'M', 'K', '0', '60', 'Aa', 'Do'], { minLength: 1 })),
    count: fc.integer({ min: 1, max: 5 }),
    by: fc.constantFrom('persons', 'visits', 'share'),
    others: fc.boolean(),
    totals: fc.boolean(),
    turned: fc.boolean(),
  })
  .map(({ ranked: [dimension, level], beside, kept, ...rest }) => {
    const others = beside
      .filter((id) => id !== dimension)
      .map((id) => entry(id, Object.keys(LEVELS[id]!)[0]!));
    const filters = others.flatMap((each): Filter[] => {
      const members = kept?.filter((code) => LEVELS[each.dimension]![each.level]!.includes(code)) ?? [];
      return members.length > 0 ? [{ dimension: each.dimension, members }] : [];
    });
    return { dimension: dimension!, level: level!, beside: others, filters, ...rest };
  });

const measures = ['persons', 'visits', 'share'];

/** The numbers a member is ranked by, asked for on their own: nothing else on the axes. */
async function numbersOf({
  dimension,
  level,
  beside,
  filters,
  by,
}: Parameters<Parameters<typeof question.map>[0]>[0]): Promise<ReadonlyMap<string, number | string>> {
  const standing = beside.flatMap((each): Filter[] => {
    const kept = filters.find((filter) => filter.dimension === each.dimension);
    const codes = kept && 'members' in kept ? kept.members : undefined;
    const adds = by === 'visits' || ADDS.includes(each.dimension);
    if (each.dimension !== 'time' && (!codes || adds)) return codes ? [kept!] : [];
    const all = LEVELS[each.dimension]![each.level]!;
    return [
      { dimension: each.dimension, members: [all.findLast((code) => !codes || codes.includes(code))!] },
    ];
  });
  const { rows, cells } = await read({ measures: [by], rows: [entry(dimension, level)], filters: standing });
  return new Map(rows.map((row) => [row, cells.get(`${by} ${row} `)!]));
}

describe('the greatest', () => {
  it('are those with the greatest numbers, in that order, and the others are the sum of the rest', async () => {
    const seen = { summed: 0, hidden: 0, unranked: 0 };
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const { dimension, level, beside, filters, count, by, others, totals, turned } = asked;
        const both = (top?: Top): Query => {
          const [one, rest] = [[entry(dimension, level, top)], beside];
          const [rows, columns] = turned ? [rest, one] : [one, rest];
          return { measures, rows, columns, filters, totals };
        };
        const plain = await read(both());
        const greatest = await read(both({ count, by, others }));
        const numbers = await numbersOf(asked);
        const codes = LEVELS[dimension]![level]!;
        const order = codes.toSorted((a, b) => {
          const [x, y] = [numbers.get(`/${a}`)!, numbers.get(`/${b}`)!];
          if (typeof x === 'number' && typeof y === 'number') return y - x;
          if (typeof x === 'number') return -1;
          return typeof y === 'number' ? 1 : BY_NAME.indexOf(a) - BY_NAME.indexOf(b);
        });
        if (order.some((code) => typeof numbers.get(`/${code}`) === 'string')) seen.unranked++;
        const rest = order.slice(count);
        const shown = [
          ...order.slice(0, count),
          ...(others && rest.length > 0 ? [OTHERS] : []),
          ...(totals ? ['total'] : []),
        ].map((code) => `/${code}`);
        assert.deepEqual(turned ? greatest.columns : greatest.rows, shown);
        for (const [name, value] of greatest.cells) {
          const part = (code: string): number | string =>
            plain.cells.get(name.replace(`/${OTHERS}`, `/${code}`))!;
          if (!name.includes(`/${OTHERS}`)) {
            assert.equal(value, part(''), name);
            continue;
          }
          const parts = rest.map(part);
          const hidden = parts.includes('suppressed');
          seen[hidden ? 'hidden' : 'summed']++;
          if (hidden) assert.equal(value, 'suppressed', name);
          else if (!name.startsWith('share')) assert.equal(value, sum(parts), name);
          // A share of nobody is no number, and neither is that of nobody and nobody.
          else if (parts.some((each) => typeof each === 'number')) assert.equal(typeof value, 'number', name);
          else assert.equal(value, parts[0], name);
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(Math.min(...Object.values(seen)) >= 20, JSON.stringify(seen));
  });

  it('are ranked by what is derived too: by how much they grew', async () => {
    const query = {
      measures: ['visits', 'visits.growth'],
      rows: [entry('place', 'town', { count: 2, by: 'visits.growth' })],
    };
    const { rows } = await read(query, many);
    const years = await read(
      { measures: ['visits'], rows: [entry('place', 'town')], columns: [entry('time', 'year')] },
      many,
    );
    const visits = (town: string, year: string): number =>
      years.cells.get(`visits /${town} /${year}`) as number;
    const growth = (town: string): number => visits(town, '2024') / visits(town, '2023');
    const best = TOWNS.toSorted((a, b) => growth(b) - growth(a)).slice(0, 2);
    assert.deepEqual(
      rows,
      best.map((town) => `/${town}`),
    );
  });

  it('by an index are those that grew most since the first period that is shown', async () => {
    const top = { count: 3, by: 'visits.index' };
    const columns = [entry('time', 'year')];
    const table = (greatest?: Top): Promise<Read> =>
      read({ measures: ['visits.index'], rows: [entry('place', 'town', greatest)], columns }, many);
    const [{ rows }, plain] = [await table(top), await table()];
    const index = (town: string): number => {
      const value = plain.cells.get(`visits.index /${town} /2024`);
      return typeof value === 'number' ? value : -Infinity;
    };
    const best = TOWNS.toSorted((a, b) => index(b) - index(a)).slice(0, 3);
    assert.deepEqual(
      rows,
      best.map((town) => `/${town}`),
    );
  });

  it('have no others where the measure does not add up, and say so', async () => {
    const top = { count: 1, by: 'persons', others: true };
    const { cells, notes } = await read(
      { measures: ['persons', 'visits'], rows: [entry('sector', 'sector', top)] },
      many,
    );
    const [persons, visits] = ['persons', 'visits'].map((measure) => cells.get(`${measure} /${OTHERS} `));
    assert.equal(persons, 'not-applicable');
    assert.notEqual(visits, 'not-applicable');
    assert.ok(notes.includes('not-additive'), notes.join());
  });

  it('of two dimensions are chosen apart: each by its own totals', async () => {
    const [place, age] = [
      { count: 2, by: 'persons' },
      { count: 1, by: 'persons' },
    ];
    const alone = async (dimension: string, level: string, top: Top): Promise<readonly string[]> =>
      (await read({ measures: ['persons'], rows: [entry(dimension, level, top)] })).rows;
    const both = await read({
      measures: ['persons'],
      rows: [entry('place', 'town', place)],
      columns: [entry('age', 'narrow', age)],
    });
    assert.deepEqual(both.rows, await alone('place', 'town', place));
    assert.deepEqual(both.columns, await alone('age', 'narrow', age));
  });
});

/** What parts that are shown make together; a single part is itself, also one that has no number. */
function sum(parts: readonly (number | string)[]): number | string {
  if (parts.length === 1) return parts[0]!;
  return parts.reduce<number>((total, part) => total + (part as number), 0);
}
