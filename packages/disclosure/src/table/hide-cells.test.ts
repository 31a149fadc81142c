import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hideCells } from './hide-cells.ts';
import { makeProtectedTable, PERTURBED, PUBLISHED } from './protected-table.ts';

test('hides cells in the measures that are named, and in no others', () => {
  const shape = { dimensions: [{ id: 'sex', size: 3 }], measures: ['persons', 'population'] };
  const table = makeProtectedTable(shape, [
    { value: Float64Array.of(23, 6, 17), status: new Uint8Array(3).fill(PERTURBED) },
    { value: Float64Array.of(90, 40, 50), status: new Uint8Array(3).fill(PUBLISHED) },
  ]);
  const less = hideCells(table, Uint8Array.of(0, 1, 0), ['persons']);
  assert.deepEqual(
    [0, 1, 2].map((cell) => less.value(0, cell)),
    [23, null, 17],
  );
  assert.deepEqual(
    [0, 1, 2].map((cell) => less.status(0, cell)),
    ['perturbed', 'suppressed', 'perturbed'],
  );
  assert.deepEqual(
    [0, 1, 2].map((cell) => less.value(1, cell)),
    [90, 40, 50],
  );
  assert.equal(table.value(0, 1), 6);
  assert.throws(() => hideCells(table, new Uint8Array(2), ['persons']), RangeError);
});
