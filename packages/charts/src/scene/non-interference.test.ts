import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LOADERS } from '../load-chart.ts';
import { cellSetOf, member, total, type CellLike } from '../testing/cell-set.fixture.ts';

const country = { dimension: 'residence', member: 'total' };

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  fc.constantFrom<CellLike>('suppressed', 'missing', 'not-applicable'),
);
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
const smuggled = fc.infiniteStream(fc.integer({ min: -1e6, max: 1e6 }));

describe('what lies in a cell without a number', () => {
  for (const [type, load] of Object.entries(LOADERS)) {
    it(`changes nothing that is drawn or said: ${type}`, async () => {
      const chart = await load();
      fc.assert(
        fc.property(table, smuggled, (rows, numbers) => {
          const tuples = rows.map((_, index) => [
            index === rows.length - 1 ? total('residence') : member('residence', `m${index}`),
          ]);
          const columns = ['2023', '2024', '2025'].map((year) => [member('time', year)]);
          const clean = cellSetOf(tuples, columns, rows);
          const dirty = cellSetOf(tuples, columns, rows, () => Number(numbers.next().value));
          const options = { id: 'c', references: [country] };
          for (const made of ['scene', 'describe', 'table', 'legend', 'notices'] as const) {
            assert.deepEqual(chart[made](dirty, options), chart[made](clean, options), made);
          }
        }),
      );
    });
  }
});
