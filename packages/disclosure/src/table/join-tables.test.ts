import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { auditRelease } from '../attack/audit-release.ts';
import { flatHierarchy, timeHierarchy } from '../fixtures/hierarchies.ts';
import { drawRelease } from '../fixtures/population.ts';
import { protect } from '../protect.ts';
import { cutTable, joinTables } from './join-tables.ts';
import { makeProtectedTable, PUBLISHED, type ProtectedTable, SUPPRESSED } from './protected-table.ts';
import { nodesUnder, sectionOf } from './release-sections.ts';

const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
const TIME = 2;

/** A table of sex × two years with quarters; cell i holds 10 + i, every seventh is hidden. */
function smallTable(): ProtectedTable {
  const cells = 3 * 10;
  const status = Uint8Array.from({ length: cells }, (_, i) => (i % 7 === 3 ? SUPPRESSED : PUBLISHED));
  const value = Float64Array.from(status, (mark, i) => (mark === SUPPRESSED ? 0 : 10 + i));
  const dimensions = [
    { id: 'sex', size: 3 },
    { id: 'time', size: 10 },
  ];
  return makeProtectedTable({ dimensions, measures: ['persons'] }, [{ value, status }]);
}

describe('sections of a release', () => {
  it('are years with what is below them', () => {
    const time = timeHierarchy('time', 2);
    assert.deepEqual([...nodesUnder(time, [1])], [1, 6, 7, 8, 9]);
    assert.deepEqual([...nodesUnder(time, [0, 1])], [...Array(10).keys()]);
    const { hierarchies, cuboids } = sectionOf(drawRelease(1, 30), TIME, nodesUnder(time, [1]));
    assert.deepEqual({ ...hierarchies[TIME] }, { ...timeHierarchy('time', 1) });
    const [whole] = drawRelease(1, 30).cuboids;
    // Residence 0, both sexes, then the year and its quarters.
    assert.deepEqual(
      [...cuboids[0]!.values[0]!.subarray(0, 5)],
      [1, 6, 7, 8, 9].map((node) => whole!.values[0]![node]),
    );
  });

  it('take with them who contributes and how many provide', () => {
    const release = drawRelease(1, 30);
    const nodes = nodesUnder(timeHierarchy('time', 2), [1]);
    const cuboids = release.cuboids.map((cuboid) => {
      const [first] = cuboid.values;
      return { ...cuboid, providers: first!, contributions: cuboid.values.map(() => [first!, first!]) };
    });
    for (const { values, providers, contributions } of sectionOf({ ...release, cuboids }, TIME, nodes)
      .cuboids) {
      assert.deepEqual(providers, values[0]);
      for (const ranks of contributions!) assert.deepEqual(ranks, [values[0], values[0]]);
    }
  });

  it('are not to be had where members hang together', () => {
    const release = drawRelease(1, 30);
    assert.throws(() => sectionOf(release, 0, Int32Array.of(0)), /has a total/);
    const cuboids = [{ ...release.cuboids[0]!, dimensions: [0, 1], depth: [2, 1] }];
    assert.throws(() => sectionOf({ ...release, cuboids }, TIME, Int32Array.of(0)), /lacks time/);
    const time = { ...timeHierarchy('time', 2), sums: [{ parent: 0, children: [2, 6] }] };
    const across = { ...release, hierarchies: release.hierarchies.with(TIME, time) };
    assert.throws(() => sectionOf(across, TIME, nodesUnder(time, [0])), /over the cut/);
    assert.deepEqual([...nodesUnder(flatHierarchy('sex', 2), [0])], [0, 1, 2]);
  });

  it('protected apart and put together are a safe release of the same shape, with the same numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 20, max: 300 }), (seed, persons) => {
        const release = drawRelease(seed, persons);
        const sections = [0, 1].map((year) => {
          const nodes = nodesUnder(release.hierarchies[TIME]!, [year]);
          const made = protect(sectionOf(release, TIME, nodes), {
            policy,
            seed: new Uint8Array(32).fill(3),
            effort: 0.1,
          });
          return { nodes, tables: made.tables };
        });
        const tables = release.cuboids.map((cuboid, position) => {
          const time = cuboid.dimensions.indexOf(TIME);
          const size = release.hierarchies[TIME]!.nodesTo[cuboid.depth[time]!]!;
          return joinTables(
            'time',
            size,
            sections.map(({ nodes, tables: own }) => ({ nodes, table: own[position]! })),
          );
        });
        const { determined, givenAway, tooSmall, differences } = auditRelease(release, tables, 5);
        assert.deepEqual([determined, givenAway, tooSmall, differences], [0, 0, 0, 0]);
        release.cuboids.forEach(({ values }, position) => {
          const table = tables[position]!;
          assert.equal(table.cells, values[0]!.length);
          values.forEach((column, measure) =>
            column.forEach((number, cell) => {
              const shown = table.value(measure, cell);
              assert.ok(shown === null || shown === number);
            }),
          );
        });
      }),
      { numRuns: 6 },
    );
  });
});

describe('joining tables', () => {
  it('undoes cutting, to the last status', () => {
    const table = smallTable();
    const roots = [0, 1].map((year) => nodesUnder(timeHierarchy('time', 2), [year]));
    const sections = roots.map((nodes) => ({ nodes, table: cutTable(table, 'time', nodes) }));
    assert.deepEqual(
      sections.map(({ table: { cells } }) => cells),
      [15, 15],
    );
    for (const order of [sections, sections.toReversed()]) {
      const joined = joinTables('time', 10, order);
      assert.deepEqual(joined.shape, table.shape);
      assert.deepEqual(joined.columns(0), table.columns(0));
    }
  });

  it('leaves out nodes below the depth of a table', () => {
    const table = smallTable();
    assert.equal(cutTable(table, 'time', Int32Array.of(1, 6, 12)).cells, 6);
    const all = Int32Array.from({ length: 20 }, (_, node) => node);
    assert.deepEqual(joinTables('time', 10, [{ table, nodes: all }]).columns(0), table.columns(0));
  });

  it('refuses nodes that are missing or come twice, and tables of other form', () => {
    const table = smallTable();
    const nodes = Int32Array.from({ length: 10 }, (_, node) => node);
    const half = { nodes: nodes.subarray(0, 5), table: cutTable(table, 'time', nodes.subarray(0, 5)) };
    assert.throws(() => joinTables('time', 10, []), /nothing to join/);
    assert.throws(() => joinTables('time', 10, [half]), /Each node/);
    assert.throws(() => joinTables('time', 5, [half, half]), /Each node/);
    assert.throws(() => joinTables('time', 10, [{ ...half, nodes }]), /has 5 nodes, not 10/);
    const rest = nodes.subarray(5);
    const other = makeProtectedTable({ ...half.table.shape, measures: ['visits'] }, [half.table.columns(0)]);
    assert.throws(() => joinTables('time', 10, [half, { table: other, nodes: rest }]), /different form/);
    assert.throws(() => joinTables('place', 10, [half]), /no dimension place/);
  });
});
