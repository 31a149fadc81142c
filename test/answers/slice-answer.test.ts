import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createClient, type DatakubeClient } from '@datakube/client';
import {
  derivationsOf,
  referTo,
  type AxisEntry,
  type CellSet,
  type Cube,
  type Filter,
  type MemberEntry,
  type Query,
} from '@datakube/contract';
import { sliceAnswer } from '@datakube/components/answers';
import { createMocks } from '@datakube/mocks';
import fc from 'fast-check';

const CUBE = 'sundhedsdata-paa-tvaers';

/** What the environment says is the measure: whatever is answered without asking it has to be the same. */
describe('an answer out of another answer', () => {
  let client: DatakubeClient;
  let cube: Cube;
  let members: Map<string, readonly MemberEntry[]>;

  before(async () => {
    const mocks = await createMocks({ citizens: 6_000, cubes: [CUBE] });
    client = createClient({ url: 'https://environment.example', fetch: mocks.fetch });
    cube = await client.cube(CUBE);
    const lists = cube.dimensions.map(
      async ({ id }) => [id, (await client.members(CUBE, id)).members] as const,
    );
    members = new Map(await Promise.all(lists));
  });

  const answerTo = async (query: Query): Promise<CellSet | null> => {
    try {
      return await client.query(CUBE, query, { format: 'json' });
    } catch {
      return null;
    }
  };

  /** Queries over one released cuboid: each of its dimensions on rows, on columns, filtered or left out. */
  const anyQuery = (): fc.Arbitrary<Query> =>
    fc.constantFrom(...cube.release.cuboids).chain(({ dimensions }) => {
      const parts = dimensions.map(({ dimension, level }) => {
        const { levels, groupings } = cube.dimensions.find(({ id }) => id === dimension)!;
        const allowed = levels.slice(0, levels.findIndex(({ id }) => id === level) + 1);
        const grouped = groupings.filter((grouping) => allowed.some(({ id }) => id === grouping.level));
        return fc.record({
          dimension: fc.constant(dimension),
          level: fc.constantFrom(...allowed, ...grouped).map(({ id }) => id),
          top: fc.boolean(),
          place: fc.constantFrom('rows', 'columns', 'filter', 'nowhere'),
          parents: fc.boolean(),
          open: fc.boolean(),
          keep: fc.constantFrom('all', 'all', 'some', 'one', 'range', 'latest'),
          seed: fc.nat(1000),
        });
      });
      const shown = cube.measures.flatMap(({ id, kind }) =>
        [null, ...derivationsOf(kind)].map((derivation) => referTo(id, derivation)),
      );
      const plain = cube.measures.map(({ id }) => id);
      const measures = fc.oneof(
        fc.shuffledSubarray(plain, { minLength: 1, maxLength: 3 }),
        fc.shuffledSubarray(shown, { minLength: 1, maxLength: 3 }),
      );
      return fc
        .tuple(fc.tuple(...parts), measures, fc.boolean())
        .chain(([all, asked, totals]) =>
          fc.shuffledSubarray(all, { minLength: all.length }).map((order) => queryOf(order, asked, totals)),
        );
    });

  interface Part {
    readonly dimension: string;
    readonly level: string;
    readonly place: string;
    readonly parents: boolean;
    /** Shows what is below some of its members. */
    readonly open: boolean;
    /** Shows the greatest alone. */
    readonly top: boolean;
    readonly keep: string;
    readonly seed: number;
  }

  function queryOf(parts: readonly Part[], measures: readonly string[], totals: boolean): Query {
    const on = (place: string): AxisEntry[] =>
      parts
        .filter((part) => part.place === place)
        .map(({ dimension, level, parents, open, top, seed }) => {
          const by = measures[seed % measures.length]!;
          if (top && seed % 2 === 0)
            return { dimension, level, top: { count: 1 + (seed % 4), by, others: seed % 3 === 0 } };
          const entry = { dimension, level, ...(parents ? { parents } : {}) };
          const codes = members.get(dimension)!.filter((member) => member.level === level);
          const some = codes.filter((_, at) => (at * seed) % 3 === 1).map(({ code }) => code);
          const { levels } = cube.dimensions.find(({ id }) => id === dimension)!;
          const deeper = open && levels.at(-1)!.id !== level;
          return deeper && some.length > 0 ? { ...entry, open: some } : entry;
        });
    const filters = parts.flatMap((part): Filter[] => {
      const { dimension, level, place, keep, seed } = part;
      const codes = members
        .get(dimension)!
        .filter((member) => member.level === level)
        .map(({ code }) => code);
      const at = seed % codes.length;
      if (place === 'nowhere' || (keep === 'all' && place !== 'filter')) return [];
      if (place === 'filter' || keep === 'one') return [{ dimension, members: [codes[at]!] }];
      if (keep === 'some') return [{ dimension, members: codes.filter((_, i) => (i * seed) % 3 !== 1) }];
      if (keep === 'range') return [{ dimension, level, from: codes[at]! }];
      return dimension === 'time' ? [{ dimension, level, latest: 1 + (seed % 4) }] : [];
    });
    return { measures: [...measures], rows: on('rows'), columns: on('columns'), filters, totals };
  }

  /** Something a user does to a table, most of it within what is shown already. */
  const acts = [
    'swap',
    'move',
    'drop',
    'coarser',
    'childless',
    'totals',
    'measures',
    'some',
    'one',
    'pin',
    'fold',
  ] as const;

  function changed(query: Query, act: (typeof acts)[number], seed: number, answer: CellSet): Query {
    const { rows = [], columns = [], filters = [] } = query;
    const entry = [...rows, ...columns][seed % Math.max(1, rows.length + columns.length)];
    const codes = [...answer.rows, ...answer.columns].flatMap((tuple) =>
      tuple.filter(
        ({ dimension, kind, level }) =>
          dimension === entry?.dimension && kind === 'member' && level === entry.level,
      ),
    );
    const code = codes[seed % Math.max(1, codes.length)]?.code;
    const other = (entries: readonly AxisEntry[]): AxisEntry[] => entries.filter((each) => each !== entry);
    const others = filters.filter(({ dimension }) => dimension !== entry?.dimension);
    switch (act) {
      case 'swap':
        return { ...query, rows: columns, columns: rows };
      case 'move':
        return entry ? { ...query, rows: [...other(rows), entry], columns: other(columns) } : query;
      case 'drop':
        return { ...query, rows: other(rows), columns: other(columns) };
      case 'coarser': {
        const level = cube.dimensions.find(({ id }) => id === entry?.dimension)?.levels[0]?.id;
        const coarser = (each: AxisEntry): AxisEntry =>
          each === entry && level ? { dimension: each.dimension, level } : each;
        return { ...query, rows: rows.map(coarser), columns: columns.map(coarser) };
      }
      case 'childless': {
        const alone = ({ dimension, level }: AxisEntry): AxisEntry => ({ dimension, level });
        return { ...query, rows: rows.map(alone), columns: columns.map(alone) };
      }
      case 'fold': {
        const folded = (each: AxisEntry): AxisEntry =>
          each.open ? { ...each, open: each.open.filter((_, at) => at % 2 === seed % 2) } : each;
        return { ...query, rows: rows.map(folded), columns: columns.map(folded) };
      }
      case 'totals':
        return { ...query, totals: false };
      case 'measures':
        return { ...query, measures: [...query.measures].reverse().slice(0, 1 + (seed % 3)) };
      case 'some':
        return code && entry
          ? { ...query, filters: [...others, { dimension: entry.dimension, members: [code] }] }
          : query;
      case 'one':
        return code && entry
          ? {
              ...query,
              rows: other(rows),
              columns: other(columns),
              filters: [...others, { dimension: entry.dimension, members: [code] }],
            }
          : query;
      case 'pin':
        return entry && code
          ? { ...query, filters: [...others, { dimension: entry.dimension, level: entry.level, from: code }] }
          : query;
    }
  }

  it('is the answer the environment gives', async () => {
    let answered = 0;
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(10_000)), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(anyQuery(), steps, async (query, way) => {
        const known = await answerTo(query);
        if (!known) return;
        const wanted = way.reduce((at, [act, seed]) => changed(at, act, seed, known), query);
        const found = sliceAnswer({ query, cells: known }, wanted, cube);
        if (!found) return;
        answered++;
        const said = await answerTo(wanted);
        assert.ok(said, `the environment refuses ${JSON.stringify(wanted)}`);
        assert.deepEqual({ ...found, notes: byText(found) }, { ...said, notes: byText(said) });
      }),
      { numRuns: 300, seed: 1 },
    );
    assert.ok(answered > 90, `answered only ${answered}`);
  });

  const byText = ({ notes }: CellSet): unknown[] =>
    [...notes].sort((a, b) => a.text.da.localeCompare(b.text.da));

  it('is always there for a swap, a move and a dimension left out at its total', async () => {
    const query: Query = {
      measures: ['persons'],
      rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
      columns: [
        { dimension: 'time', level: 'year' },
        { dimension: 'sex', level: 'sex' },
      ],
      totals: true,
    };
    const known = await answerTo(query);
    assert.ok(known);
    for (const wanted of [
      { ...query, rows: query.columns, columns: query.rows },
      { ...query, rows: [...query.rows!, query.columns![1]!], columns: [query.columns![0]!] },
      { ...query, columns: [query.columns![0]!] },
      { ...query, rows: [{ dimension: 'residence', level: 'region' }] },
      { ...query, rows: [{ dimension: 'residence', level: 'region', open: ['1081', '1084'] }] },
      { ...query, totals: false },
    ] satisfies Query[]) {
      assert.deepEqual(
        sliceAnswer({ query, cells: known }, wanted, cube)?.measures,
        (await answerTo(wanted))?.measures,
        JSON.stringify(wanted),
      );
    }
  });
});
