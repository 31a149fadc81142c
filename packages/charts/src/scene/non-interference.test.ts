import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc, { type Stream } from 'fast-check';
import { carriesNumber, type CellSet, STATUSES } from '@datakube/contract';
import { LOADERS } from '../load-chart.ts';
import { cellSetOf, member, total, type CellLike } from '../testing/cell-set.fixture.ts';

const country = { dimension: 'residence', member: 'total' };

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  fc.constantFrom<CellLike>('suppressed', 'missing', 'not-applicable'),
);
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
const smuggled = fc.infiniteStream(fc.integer({ min: -1e6, max: 1e6 }));

const shapes = {
  'over time': ['2023', '2024', '2025'].map((year) => [member('time', year)]),
  'parts of a whole': [[member('sex', 'K')], [member('sex', 'M')], [total('sex')]],
};

/** The cell set with other numbers, and all flags, where a cell carries no number. */
function withSmuggled(cellSet: CellSet, numbers: Stream<number>): CellSet {
  const { value, status } = cellSet.measures.get('persons')!;
  const carried = (index: number): boolean => carriesNumber(STATUSES[status[index]!]!);
  const dirty = {
    value: value.map((each, index) => (carried(index) ? each : Number(numbers.next().value))),
    status,
    flags: Uint8Array.from(status, (_, index) => (carried(index) ? 0 : 7)),
  };
  return { ...cellSet, measures: new Map([['persons', dirty]]) };
}

const options = {
  id: 'c',
  references: [country],
  annotations: [
    { at: 500, text: 'Mål' },
    { at: '2024', text: 'Ny metode' },
    { at: 'm1', text: 'Nyt hospital' },
  ],
};

describe('what lies in a cell without a number', () => {
  for (const [type, load] of Object.entries(LOADERS)) {
    for (const [shape, columns] of Object.entries(shapes)) {
      it(`changes nothing that is drawn or said: ${type}, ${shape}`, async () => {
        const chart = await load();
        fc.assert(
          fc.property(table, smuggled, (rows, numbers) => {
            const tuples = rows.map((_, index) => [
              index === rows.length - 1 ? total('residence') : member('residence', `m${index}`),
            ]);
            // A whole that is at least its parts, so that shares are drawn.
            const cells = rows.map(([one, other, last]) => [
              one!,
              other!,
              typeof last === 'number' ? last + 6000 : last!,
            ]);
            const clean = cellSetOf(tuples, columns, cells);
            const dirty = withSmuggled(clean, numbers);
            for (const made of ['scene', 'describe', 'table', 'legend', 'notices'] as const) {
              assert.deepEqual(chart[made](dirty, options), chart[made](clean, options), made);
            }
          }),
          { numRuns: 60 },
        );
      });
    }
  }
});
