import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { STATUSES, type Status } from '@datakube/contract';
import fc from 'fast-check';
import { manyRuns } from '../fixtures/many-runs.ts';
import { compareCells, type Comparison } from './compare-cells.ts';
import { makeProtectedTable, type ProtectedTable } from './protected-table.ts';

type Cell = readonly [Status, number];

function tableOf(cells: readonly Cell[]): ProtectedTable {
  const status = Uint8Array.from(cells, ([each]) => STATUSES.indexOf(each));
  const value = Float64Array.from(cells, ([, each]) => each);
  const shape = { dimensions: [{ id: 'rows', size: cells.length }], measures: ['persons'] };
  return makeProtectedTable(shape, [{ value, status }]);
}

/** What becomes of one cell that is compared with another. */
function compared(own: Cell, other: Cell, by: Comparison['by'], decimals = 0): unknown {
  const table = compareCells(
    tableOf([own]),
    { id: 'made', measure: 'persons', by, decimals },
    { table: tableOf([other]), with: Int32Array.of(0) },
  );
  return table.value(1, 0) ?? table.status(1, 0);
}

const shown = (value: number): Cell => ['published', value];

describe('compareCells', () => {
  it('gives a number in per cent of another, not rounded', () => {
    assert.equal(compared(shown(12), shown(48), 'per-cent'), 25);
    assert.equal(compared(shown(1), shown(3), 'per-cent'), 100 / 3);
    assert.equal(compared(shown(0), shown(7), 'per-cent'), 0);
  });

  it('gives what a number has grown by, as a number and in per cent', () => {
    assert.equal(compared(shown(60), shown(48), 'difference'), 12);
    assert.equal(compared(shown(60), shown(48), 'growth'), 25);
    assert.equal(compared(shown(0), shown(48), 'growth'), -100);
    assert.equal(compared(shown(12.3), shown(12.1), 'difference', 1), 0.2);
    assert.ok(Object.is(compared(shown(0.1), shown(0.1), 'difference', 1), 0), 'no minus before 0');
  });

  it('has nothing in per cent of nothing', () => {
    for (const by of ['per-cent', 'growth'] as const) {
      assert.equal(compared(shown(7), shown(0), by), 'not-applicable');
      assert.equal(compared(shown(0), shown(0), by), 'not-applicable');
    }
    assert.equal(compared(shown(7), shown(0), 'difference'), 7);
  });

  it('compares each cell with its own, of a table of another shape', () => {
    const made = compareCells(
      tableOf([shown(5), ['suppressed', 0], shown(20), shown(30)]),
      { id: 'made', measure: 'persons', by: 'per-cent', decimals: 0 },
      { table: tableOf([shown(50), shown(100)]), with: Int32Array.of(0, 0, 1, 1) },
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((cell) => made.value(1, cell)),
      [10, null, 20, 30],
    );
    assert.deepEqual(made.shape.measures, ['persons', 'made']);
  });

  it('refuses measures and cells that are not there', () => {
    const table = tableOf([shown(1)]);
    const comparison = { id: 'made', measure: 'persons', by: 'per-cent', decimals: 0 } as const;
    for (const at of [[], [0, 0], [1], [-1]]) {
      assert.throws(() => compareCells(table, comparison, { table, with: Int32Array.from(at) }), RangeError);
    }
    const moons = { ...comparison, measure: 'moons' };
    assert.throws(() => compareCells(table, moons, { table, with: Int32Array.of(0) }), RangeError);
  });
});

/** From the one that says most to the one that says least. */
const ORDER: readonly Status[] = [
  'suppressed',
  'missing',
  'not-applicable',
  'perturbed',
  'rounded',
  'published',
];

test('any two cells: what is made of them says no more than the one of them that says less', (t) => {
  const cell = fc
    .tuple(fc.constantFrom(...STATUSES), fc.nat(100))
    .map(([status, value]): Cell => [status, ORDER.indexOf(status) < 3 ? 0 : value]);
  const by = fc.constantFrom('per-cent' as const, 'difference' as const, 'growth' as const);
  fc.assert(
    fc.property(cell, cell, by, (own, other, how) => {
      const less = Math.min(ORDER.indexOf(own[0]), ORDER.indexOf(other[0]));
      const table = compareCells(
        tableOf([own]),
        { id: 'made', measure: 'persons', by: how, decimals: 0 },
        { table: tableOf([other]), with: Int32Array.of(0) },
      );
      const dividesByNothing = less >= 3 && how !== 'difference' && other[1] === 0;
      assert.equal(table.status(1, 0), dividesByNothing ? 'not-applicable' : ORDER[less]);
      assert.equal(table.value(1, 0) === null, less < 3 || dividesByNothing);
    }),
    manyRuns(t),
  );
});
