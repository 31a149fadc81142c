import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { CellSetAnswer, Cube, MemberEntry } from '@datakube/contract';
import { createMocks } from '@datakube/mocks';
import {
  estimate,
  firstLayout,
  obey,
  plainField,
  queryOf,
  settled,
  type AxisField,
  type ExplorerState,
  type FilterField,
} from '@datakube/components/state';
import fc from 'fast-check';
import { meet, type Environment } from './environment.ts';

const CUBE = 'sundhedsdata-paa-tvaers';
const RUNS = { numRuns: 60, seed: 20261121 };

/** The explorer says how large a table will be before it asks; the environment says how large it is. */
describe('the estimate of a table', () => {
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

  it('is that of the first layout', async () => {
    const state = firstLayout(cube);
    const { rows, columns, cells, exact } = estimate(state, cube);
    assert.deepEqual([rows, columns, cells], await sizeOf(state));
    assert.equal(exact, true);
  });

  it('is the size of the answer where members are known, and no less where they are not', async () => {
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

  it('leads on from the first layout by every step that is offered', async () => {
    const state = obey(firstLayout(cube), cube, { kind: 'level', dimension: 'time', level: 'month' });
    const size = await sizeOf(state);
    assert.deepEqual(size?.[2], estimate(state, cube).cells);
  });
});
