import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Query } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import fc from 'fast-check';
import { countByHand } from '../testing/count-by-hand.ts';
import { findCuboid } from '../outside/find-cuboid.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import type { AxisDimension, Position } from './axis-positions.ts';
import { type Plan } from './plan.ts';
import { planQuery } from './plan-query.ts';
import { slice } from './slice.ts';

const release = await tinyRelease();
const { cube, registers } = release;
/** So many persons that no sum is hidden, whatever the choice of cells. */
const crowded = await tinyRelease(20_000);
const limits = { cells: 400_000 };

async function answer(
  query: Query,
  { manifest, releases } = release,
): Promise<{ plan: Plan; whole: ProtectedTable; cut: ProtectedTable }> {
  const plan = planQuery(query, cube, manifest, limits);
  const whole = (await findCuboid(plan, manifest, { releases, outside: undefined }))!.table;
  return { plan, whole, cut: slice(plan, whole).table };
}

/** A cell of the cuboid, looked up by member codes the slow way. */
function lookUp(table: ProtectedTable, measure: string, place: ReadonlyMap<string, number>): number | string {
  let cell = 0;
  for (const { id, size } of table.shape.dimensions) cell = cell * size + (place.get(id) ?? 0);
  const index = table.shape.measures.indexOf(measure);
  return table.value(index, cell) ?? table.status(index, cell);
}

function tuples(axis: readonly AxisDimension[]): [string, Position][][] {
  return axis.reduce<[string, Position][][]>(
    (done, { dimension, positions }) =>
      done.flatMap((tuple) =>
        positions.map((p): [string, Position][] => [...tuple, [dimension.definition.id, p]]),
      ),
    [[]],
  );
}

/** Queries of one to three dimensions, some filtered to a single member, all of them released. */
const released: fc.Arbitrary<Query> = fc
  .record({
    cuboid: fc.constantFrom(...cube.definition.release.cuboids),
    use: fc.array(fc.constantFrom('rows', 'columns', 'filter', 'none'), { minLength: 4, maxLength: 4 }),
    up: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
    member: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
    parents: fc.boolean(),
    totals: fc.boolean(),
    measures: fc.shuffledSubarray(['persons', 'visits', 'days'], { minLength: 1 }),
  })
  .map(({ cuboid, use, up, member, parents, totals, measures }): Query => {
    const parts = cuboid.dimensions.map(({ dimension, level }, index) => {
      const { definition, members } = cube.dimension(dimension)!;
      const depth = Math.max(0, definition.levels.findIndex(({ id }) => id === level) - up[index]!);
      const atLevel = members.filter((each) => each?.level === definition.levels[depth]!.id);
      return {
        use: use[index]!,
        dimension,
        level: definition.levels[depth]!.id,
        code: atLevel[member[index]! % atLevel.length]!.code,
      };
    });
    const axis = (name: string) =>
      parts
        .filter((part) => part.use === name)
        .map(({ dimension, level }) => ({ dimension, level, parents }));
    const filters = parts
      .filter((part) => part.use === 'filter')
      .map(({ dimension, code }) => ({ dimension, members: [code] }));
    return { measures, rows: axis('rows'), columns: axis('columns'), filters, totals };
  });

describe('slice', () => {
  it('holds the cells of the cuboid that its tuples name', async () => {
    await fc.assert(
      fc.asyncProperty(released, async (query) => {
        const { plan, whole, cut } = await answer(query);
        const fixed = plan.filters.map(
          ({ dimension, nodes }) => [dimension.definition.id, nodes[0]!] as const,
        );
        assert.deepEqual(cut.shape.measures, query.measures);
        let cell = 0;
        for (const row of tuples(plan.rows)) {
          for (const column of tuples(plan.columns)) {
            const named = [...row, ...column].map(([id, position]) => [id, position.nodes[0]!] as const);
            for (const [index, measure] of query.measures.entries()) {
              const found = cut.value(index, cell) ?? cut.status(index, cell);
              assert.equal(found, lookUp(whole, measure, new Map([...fixed, ...named])));
            }
            cell++;
          }
        }
        assert.equal(cell, cut.cells);
      }),
      { numRuns: 200 },
    );
  });

  it('publishes what a count by hand of the registers gives', async () => {
    const by = [
      { dimension: 'place', level: 'town' },
      { dimension: 'age', level: 'narrow' },
      { dimension: 'time', level: 'year' },
    ];
    const { cut } = await answer({
      measures: ['persons', 'visits', 'days'],
      rows: by.slice(0, 2),
      columns: by.slice(2),
    });
    const groups = new Map(countByHand(cube, registers, by).map((group) => [group.codes.join(), group]));
    let published = 0;
    let hidden = 0;
    for (let cell = 0; cell < cut.cells; cell++) {
      const codes = [
        ['Aa', 'Bo', 'Ca', 'Do', 'Ek'][cell >> 3]!,
        ['0', '30', '60', '80'][(cell >> 1) & 3]!,
        ['2023', '2024'][cell & 1]!,
      ];
      const group = groups.get(codes.join()) ?? { persons: 0, visits: 0, days: 0 };
      if (cut.status(0, cell) === 'suppressed') {
        hidden++;
        for (const measure of [0, 1, 2]) assert.equal(cut.value(measure, cell), null);
        continue;
      }
      published++;
      assert.deepEqual(
        [0, 1, 2].map((measure) => cut.value(measure, cell)),
        [group.persons, group.visits, group.days],
      );
      assert.ok(group.persons === 0 || group.persons >= 5);
    }
    assert.ok(published > 20 && hidden > 0, `${published} published, ${hidden} hidden`);
  });

  it('adds the members of a union where the measure adds up, each member once', async () => {
    const union = (members: string[]): Promise<{ cut: ProtectedTable }> =>
      answer({ measures: ['visits', 'persons', 'share'], filters: [{ dimension: 'place', members }] });
    const one = async (code: string): Promise<number> => (await union([code])).cut.value(0, 0)!;
    const { cut } = await union(['Do', 'Ek', 'north', 'Aa']);
    assert.equal(cut.value(0, 0), (await one('Do')) + (await one('Ek')) + (await one('north')));
    assert.equal(cut.status(1, 0), 'published');
    const residents = (town: number): number => {
      const { columns, rows } = registers.citizen_year;
      let count = 0;
      for (let row = 0; row < rows; row++) {
        if (columns['year']![row] === 1 && columns['town']![row] === town)
          count += columns['resident']![row]!;
      }
      return count;
    };
    const denominator = residents(0) + residents(1) + residents(3) + residents(4);
    assert.equal(cut.value(2, 0), Math.round((cut.value(1, 0)! / denominator) * 1000) / 10);
  });

  it('hides a union as soon as one of its members is hidden', async () => {
    const rows = [
      { dimension: 'place', level: 'town' },
      { dimension: 'age', level: 'narrow' },
      { dimension: 'sex', level: 'sex' },
    ];
    const { cut } = await answer({ measures: ['visits'], rows });
    const hidden = Array.from({ length: cut.cells }, (_, cell) => cell).find(
      (cell) => cut.status(0, cell) === 'suppressed',
    )!;
    assert.notEqual(hidden, undefined);
    const [town, age, sex] = [
      ['Aa', 'Bo', 'Ca', 'Do', 'Ek'][hidden >> 3]!,
      ['0', '30', '60', '80'][(hidden >> 1) & 3]!,
      ['M', 'K'][hidden & 1]!,
    ];
    const other = town === 'Ek' ? 'Ca' : 'Ek';
    const filters = [
      { dimension: 'place', members: [town, other] },
      { dimension: 'age', members: [age] },
      { dimension: 'sex', members: [sex] },
    ];
    const together = await answer({ measures: ['visits'], filters });
    assert.equal(together.cut.status(0, 0), 'suppressed');
    assert.equal(together.cut.value(0, 0), null);
  });

  it('has no number where a measure does not add up over a union, and one beside it where it does', async () => {
    const query = {
      measures: ['persons', 'visits'],
      filters: [{ dimension: 'sector', members: ['specialist', 'ward'] }],
    };
    const { cut } = await answer(query, crowded);
    assert.equal(cut.status(0, 0), 'not-applicable');
    assert.equal(cut.status(1, 0), 'published');
  });

  it('keeps persons by row when only the total of a filtered axis does not add up', async () => {
    const query = {
      measures: ['persons'],
      rows: [{ dimension: 'sector', level: 'sector' }],
      filters: [{ dimension: 'sector', members: ['specialist', 'ward'] }],
      totals: true,
    };
    const { cut } = await answer(query, crowded);
    assert.deepEqual(
      [0, 1, 2].map((cell) => cut.status(0, cell)),
      ['published', 'published', 'not-applicable'],
    );
  });
});
