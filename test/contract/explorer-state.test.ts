import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { derivationsOf, referTo, type CellSetAnswer, type Cube, type MemberEntry } from '@datakube/contract';
import { createMocks } from '@datakube/mocks';
import {
  estimate,
  firstLayout,
  obey,
  plainField,
  queryOf,
  settled,
  type AxisField,
  type Command,
  type ExplorerState,
  type FilterField,
} from '@datakube/components/state';
import fc from 'fast-check';
import { meet, refusalOf, type Environment } from './environment.ts';

const CUBE = 'sundhedsdata-paa-tvaers';
const RUNS = { numRuns: 60, seed: 20261121 };

/** What the explorer's state promises of tables, held against the environment that answers. */
describe("the explorer's state", () => {
  let environment: Environment;
  let cube: Cube;
  const members = new Map<string, readonly MemberEntry[]>();

  before(async () => {
    const { fetch } = await createMocks();
    environment = await meet((path, init) => fetch(new URL(path, 'https://environment.example'), init));
    cube = environment.cubes.find(({ id }) => id === CUBE)!;
    for (const { id } of cube.dimensions) members.set(id, await environment.members(CUBE, id));
  });

  const membersOf = (dimension: string): readonly MemberEntry[] => members.get(dimension) ?? [];

  /** Rows, columns and cells of the answer; null where there is none, for another reason than size. */
  async function sizeOf(state: ExplorerState): Promise<readonly [number, number, number] | null> {
    const response = await environment.query(CUBE, queryOf(state));
    if (response.status !== 200) return null;
    const { axes } = (await response.json()) as CellSetAnswer;
    const [rows, columns] = [axes.rows.length, axes.columns.length];
    return [rows, columns, rows * columns * state.measures.length];
  }

  it('knows the size of the first layout', async () => {
    const state = firstLayout(cube);
    const { rows, columns, cells, exact } = estimate(state, cube);
    assert.deepEqual([rows, columns, cells], await sizeOf(state));
    assert.equal(exact, true);
  });

  it('knows the size of any answer where members are known, and a bound where they are not', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(anyTable(), async (state) => {
        const size = await sizeOf(state);
        if (size === null) return;
        answered++;
        const known = estimate(state, cube, membersOf);
        assert.deepEqual([known.rows, known.columns, known.cells], size, JSON.stringify(queryOf(state)));
        assert.equal(known.exact, true);
        const bound = estimate(state, cube);
        assert.ok(bound.cells >= known.cells, `${bound.cells} is less than ${known.cells}`);
        if (bound.exact) assert.equal(bound.cells, known.cells);
      }),
      RUNS,
    );
    assert.ok(answered > RUNS.numRuns / 3, `only ${answered} were answered`);
  });

  /** Tables of up to two dimensions with everything that changes their size, made of members that there are. */
  function anyTable(): fc.Arbitrary<ExplorerState> {
    const pairs = cube.release.cuboids.flatMap(({ dimensions }) =>
      dimensions.map((held) => [held, dimensions] as const),
    );
    return fc
      .constantFrom(...pairs)
      .chain(([one, all]) =>
        fc.constantFrom(...all).map((other) => [one.dimension, other.dimension] as const),
      )
      .chain(([one, other]) =>
        fc.record({
          rows: anyField(one),
          columns: anyField(other),
          filters: fc.tuple(fc.option(anyFilter(one)), fc.option(anyFilter(other))),
          totals: fc.boolean(),
        }),
      )
      .map(({ rows, columns, filters, totals }) => {
        const same = rows.dimension === columns.dimension;
        const state: ExplorerState = {
          ...firstLayout(cube),
          rows: [rows],
          columns: same ? [] : [columns],
          filters: filters.filter((each, at) => each !== null && !(same && at === 1)) as FilterField[],
          totals,
        };
        return settled(state, cube);
      });
  }

  function anyField(dimension: string): fc.Arbitrary<AxisField> {
    const { levels, groupings } = cube.dimensions.find(({ id }) => id === dimension)!;
    return fc
      .record({
        level: fc.constantFrom(...levels, ...groupings).map(({ id }) => id),
        parents: fc.boolean(),
        open: fc.option(
          fc.subarray(
            membersOf(dimension).map(({ code }) => code),
            { maxLength: Math.min(4, membersOf(dimension).length) },
          ),
        ),
        top: fc.option(
          fc.record({
            count: fc.integer({ min: 1, max: 12 }),
            by: fc.constant('persons'),
            others: fc.boolean(),
          }),
          { freq: 4 },
        ),
      })
      .map(({ level, parents, open, top }) => ({
        ...plainField(dimension, level),
        parents,
        open: (open ?? []).filter(
          (code) => membersOf(dimension).find((member) => member.code === code)!.level === level,
        ),
        top,
      }));
  }

  function anyFilter(dimension: string): fc.Arbitrary<FilterField> {
    const { levels, groupings, kind } = cube.dimensions.find(({ id }) => id === dimension)!;
    return fc.constantFrom(...levels, ...groupings).chain(({ id: level }) => {
      const codes = membersOf(dimension)
        .filter((member) => member.level === level)
        .map(({ code }) => code);
      const keep = fc.oneof(
        fc
          .subarray(codes, { minLength: 1, maxLength: Math.min(8, codes.length) })
          .map((kept) => ({ kind: 'members' as const, members: kept })),
        fc
          .tuple(fc.nat(codes.length - 1), fc.nat(codes.length - 1), fc.boolean(), fc.boolean())
          .map(([a, b, from, to]) => ({
            kind: 'range' as const,
            from: from ? codes[Math.min(a, b)]! : null,
            to: to ? codes[Math.max(a, b)]! : null,
          })),
        ...(kind === 'time'
          ? [fc.integer({ min: 1, max: 20 }).map((count) => ({ kind: 'latest' as const, count }))]
          : []),
      );
      return keep.map((kept) => ({ dimension, level, keep: kept }));
    });
  }

  it('asks nothing that cannot be answered, whatever is done', async () => {
    const cannotBe = ['ERR_QUERY_INVALID', 'ERR_NOT_RELEASABLE'];
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand(), { minLength: 1, maxLength: 8 }), async (commands) => {
        const state = commands.reduce((at, command) => obey(at, cube, command), firstLayout(cube));
        const response = await environment.query(CUBE, queryOf(state));
        if (response.status === 200) return;
        const { code } = await refusalOf(response);
        assert.ok(!cannotBe.includes(code), `${code}: ${JSON.stringify(queryOf(state))}`);
      }),
      RUNS,
    );
  });

  /** Commands as a user gives them: to dimensions and members that there are. */
  function anyCommand(): fc.Arbitrary<Command> {
    const dimension = fc.constantFrom(...cube.dimensions.map(({ id }) => id));
    const member = dimension.chain((id) =>
      fc.constantFrom(...membersOf(id)).map(({ code, level }) => ({ dimension: id, member: code, level })),
    );
    const placed = fc
      .constantFrom(...cube.dimensions)
      .chain(({ id, levels, groupings }) =>
        fc.constantFrom(...levels, ...groupings).map((level) => ({ dimension: id, level: level.id })),
      );
    const axis = fc.constantFrom('rows' as const, 'columns' as const);
    const measure = fc
      .constantFrom(...cube.measures)
      .chain(({ id, kind }) =>
        fc.option(fc.constantFrom(...derivationsOf(kind))).map((derivation) => referTo(id, derivation)),
      );
    return fc.oneof(
      fc.tuple(dimension, axis).map(([id, to]): Command => ({ kind: 'place', axis: to, dimension: id })),
      placed.map((at): Command => ({ kind: 'level', ...at })),
      fc
        .tuple(dimension, fc.boolean())
        .map(([id, parents]): Command => ({ kind: 'parents', dimension: id, parents })),
      dimension.chain(anyFilter).map((field): Command => ({ kind: 'filter', field, instead: false })),
      dimension.chain(anyFilter).map((field): Command => ({ kind: 'filter', field, instead: true })),
      measure.map((reference): Command => ({ kind: 'measure', measure: reference })),
      measure.map((reference): Command => ({ kind: 'remove', zone: 'measures', id: reference })),
      fc.tuple(axis, dimension).map(([zone, id]): Command => ({ kind: 'remove', zone, id })),
      member.map((at): Command => ({ kind: 'open', ...at, open: true })),
      dimension.map((id): Command => ({
        kind: 'top',
        dimension: id,
        top: { count: 3, by: 'persons', others: true },
      })),
      fc.tuple(member, fc.option(dimension)).map(([at, by]): Command => ({ kind: 'drill', ...at, by })),
      dimension.map((id): Command => ({ kind: 'drill-up', dimension: id })),
      fc.constantFrom<Command>({ kind: 'swap' }, { kind: 'totals' }, { kind: 'arrange' }),
    );
  }
});
