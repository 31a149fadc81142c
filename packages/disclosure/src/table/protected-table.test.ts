import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as disclosure from '../index.ts';
import { makeProtectedTable, ProtectedTable, PUBLISHED, SUPPRESSED } from './protected-table.ts';

const shape = { dimensions: [{ id: 'sex', size: 3 }], measures: ['persons'] };
const columns = [
  { value: Float64Array.of(23, 0, 20), status: Uint8Array.of(PUBLISHED, SUPPRESSED, PUBLISHED) },
];

test('cannot be made from outside, by whatever key', () => {
  const Open = ProtectedTable as unknown as new (...parts: readonly unknown[]) => ProtectedTable;
  for (const key of [undefined, Symbol('made behind the gate'), Symbol.for('made behind the gate'), {}]) {
    assert.throws(() => new Open(key, shape, columns), TypeError);
  }
  assert.ok(!('makeProtectedTable' in disclosure), 'the maker is not exported');
  class Forged extends Open {}
  assert.throws(() => new Forged(Symbol(), shape, columns), TypeError);
});

test('a hidden cell has no number, and may not be given one', () => {
  const table = makeProtectedTable(shape, columns);
  assert.deepEqual([table.value(0, 0), table.value(0, 1), table.value(0, 2)], [23, null, 20]);
  assert.equal(table.status(0, 1), 'suppressed');
  const leaking = [{ value: Float64Array.of(23, 3, 20), status: columns[0]!.status }];
  assert.throws(() => makeProtectedTable(shape, leaking), /holds a number/);
  assert.throws(
    () => makeProtectedTable(shape, [{ value: new Float64Array(2), status: new Uint8Array(2) }]),
    TypeError,
  );
});
