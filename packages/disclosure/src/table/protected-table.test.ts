import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATUSES } from '@datakube/contract';
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

test('each status says whether a cell has a number', () => {
  const statuses = ['published', 'suppressed', 'rounded', 'perturbed', 'missing', 'not-applicable'] as const;
  for (const status of statuses) {
    const column = (number: number) => [
      { value: Float64Array.of(number), status: Uint8Array.of(STATUSES.indexOf(status)) },
    ];
    const one = { dimensions: [{ id: 'sex', size: 1 }], measures: ['persons'] };
    const shows = ['published', 'rounded', 'perturbed'].includes(status);
    if (shows) assert.equal(makeProtectedTable(one, column(7)).value(0, 0), 7);
    else assert.throws(() => makeProtectedTable(one, column(7)), /holds a number/);
    const empty = makeProtectedTable(one, column(0));
    assert.equal(empty.value(0, 0), shows ? 0 : null);
    assert.equal(empty.status(0, 0), status);
  }
});

test('says why a table cannot be made', () => {
  const Open = ProtectedTable as unknown as new (...parts: readonly unknown[]) => ProtectedTable;
  assert.throws(() => new Open(undefined, shape, columns), /made by protect\(\) alone/);
  const short = { value: new Float64Array(2), status: new Uint8Array(3) };
  assert.throws(() => makeProtectedTable(shape, [short]), /one entry for each cell/);
  assert.throws(
    () => makeProtectedTable(shape, [{ value: new Float64Array(3), status: new Uint8Array(4) }]),
    /one entry for each cell/,
  );
});

test('has as many cells as its dimensions together', () => {
  const two = { dimensions: [...shape.dimensions, { id: 'age', size: 2 }], measures: ['persons'] };
  const table = makeProtectedTable(two, [{ value: new Float64Array(6), status: new Uint8Array(6) }]);
  assert.equal(table.cells, 6);
  assert.deepEqual(table.shape, two);
});
