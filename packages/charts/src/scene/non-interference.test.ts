import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chartLegend, chartNotices, chartTable, describeChart } from '../index.ts';
import { cellSetOf, member, total, type CellLike } from '../testing/cell-set.fixture.ts';
import { barScene } from './bar-scene.ts';
import { lineScene } from './line-scene.ts';

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  fc.constantFrom<CellLike>('suppressed', 'missing', 'not-applicable'),
);
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
const smuggled = fc.infiniteStream(fc.integer({ min: -1e6, max: 1e6 }));

describe('what lies in a cell without a number', () => {
  it('changes nothing that is drawn or said', () => {
    fc.assert(
      fc.property(table, smuggled, (rows, numbers) => {
        const tuples = rows.map((_, index) => [
          index === rows.length - 1 ? total('residence') : member('residence', `m${index}`),
        ]);
        const columns = ['2023', '2024', '2025'].map((year) => [member('time', year)]);
        const clean = cellSetOf(tuples, columns, rows);
        const dirty = cellSetOf(tuples, columns, rows, () => Number(numbers.next().value));
        const options = { id: 'c', reference: true };
        assert.deepEqual(barScene(dirty, options), barScene(clean, options));
        assert.deepEqual(lineScene(dirty, options), lineScene(clean, options));
        for (const type of ['bar', 'line'] as const) {
          assert.equal(describeChart(dirty, type, options), describeChart(clean, type, options));
          assert.deepEqual(chartTable(dirty, type, options), chartTable(clean, type, options));
          assert.deepEqual(chartLegend(dirty, type, options), chartLegend(clean, type, options));
          assert.deepEqual(chartNotices(dirty, type, options), chartNotices(clean, type, options));
        }
      }),
    );
  });
});
