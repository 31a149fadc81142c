import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATUSES, type Status } from '@datakube/contract';
import { makeProtectedTable, type ProtectedTable } from './protected-table.ts';
import { deriveRate, sliceTable } from './slice.ts';

/** One row: persons as given, beside a published population. */
function row(cells: readonly (readonly [Status, number])[]): ProtectedTable {
  const status = Uint8Array.from(cells, ([each]) => STATUSES.indexOf(each));
  const value = Float64Array.from(cells, ([, each]) => each);
  const population = {
    value: new Float64Array(cells.length).fill(200),
    status: new Uint8Array(cells.length),
  };
  return makeProtectedTable(
    { dimensions: [{ id: 'rows', size: cells.length }], measures: ['persons', 'population'] },
    [{ value, status }, population],
  );
}

const table = row([
  ['published', 10],
  ['rounded', 20],
  ['perturbed', 30],
  ['suppressed', 0],
]);

test('a rate has the status of its numerator', () => {
  const rates = deriveRate(table, {
    id: 'share',
    numerator: 'persons',
    denominator: 'population',
    per: 100,
    decimals: 1,
  });
  assert.deepEqual(
    [0, 1, 2, 3].map((cell) => [rates.status(2, cell), rates.value(2, cell)]),
    [
      ['published', 5],
      ['rounded', 10],
      ['perturbed', 15],
      ['suppressed', null],
    ],
  );
});

test('a sum is as exact as the least exact of its parts, and hidden with a hidden one', () => {
  const together = (...cells: number[]): unknown => {
    const picks = { start: Int32Array.of(0, cells.length), cells: Int32Array.from(cells) };
    const sum = sliceTable(table, { rows: 1, columns: 1 }, [picks, picks]);
    return [sum.status(0, 0), sum.value(0, 0)];
  };
  assert.deepEqual(together(0, 0), ['published', 20]);
  assert.deepEqual(together(0, 1), ['rounded', 30]);
  assert.deepEqual(together(1, 2), ['perturbed', 50]);
  assert.deepEqual(together(2, 1, 0), ['perturbed', 60]);
  assert.deepEqual(together(2, 3), ['suppressed', null]);
  assert.deepEqual(together(), ['not-applicable', null]);
});
