import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeProtectedTable, type ProtectedTable, PUBLISHED, SUPPRESSED } from './protected-table.ts';
import { decodeTable, encodeTable } from './table-format.ts';

function tableOf(...columns: readonly (readonly number[])[]): ProtectedTable {
  const size = columns[0]!.length;
  return makeProtectedTable(
    { dimensions: [{ id: 'place', size }], measures: columns.map((_, measure) => `m${measure}`) },
    columns.map((numbers) => ({
      value: Float64Array.from(numbers),
      status: new Uint8Array(size).fill(PUBLISHED),
    })),
  );
}

/** Bytes that a column takes, beside status and everything that does not depend on its numbers. */
function widthOf(numbers: readonly number[]): number {
  const [bytes, least] = [numbers, numbers.map(() => 0)].map((each) => encodeTable(tableOf(each)));
  // The name of the type stands in the header: uint8, uint16, uint32, float64.
  const header = (of: Uint8Array): number => new DataView(of.buffer).getUint32(27, true);
  return 1 + (bytes!.length - header(bytes!) - (least!.length - header(least!))) / numbers.length;
}

test('numbers take the narrowest type that holds all of them, and come back exactly', () => {
  const cases: readonly (readonly [number, number])[] = [
    [0, 1],
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 4],
    [4_294_967_295, 4],
    [4_294_967_296, 8],
    [Number.MAX_SAFE_INTEGER, 8],
    [-1, 8],
    [0.5, 8],
    [-0, 8],
  ];
  for (const [number, width] of cases) {
    for (const numbers of [
      [number, 3],
      [3, number],
    ]) {
      assert.equal(widthOf(numbers), width, `${number}`);
      const back = decodeTable(encodeTable(tableOf(numbers, [1, 2])));
      assert.deepEqual([...back.columns(0).value], numbers);
      assert.deepEqual([...back.columns(1).value], [1, 2]);
    }
  }
});

test('starts with the name of the format, and says nothing about hidden cells but that they are', () => {
  const shape = { dimensions: [{ id: 'place', size: 2 }], measures: ['persons'] };
  const table = makeProtectedTable(shape, [
    { value: Float64Array.of(9, 0), status: Uint8Array.of(PUBLISHED, SUPPRESSED) },
  ]);
  const bytes = encodeTable(table);
  assert.match(new TextDecoder().decode(bytes), /^datakube\/protected-table\/1\n/);
  assert.deepEqual([...bytes.subarray(-4)], [PUBLISHED, SUPPRESSED, 9, 0]);
  assert.deepEqual(decodeTable(bytes).shape, shape);
});

test('reads bytes that lie inside others', () => {
  const bytes = encodeTable(tableOf([1, 70_000], [2, 3]));
  const around = new Uint8Array(bytes.length + 20).fill(255);
  around.set(bytes, 7);
  const back = decodeTable(around.subarray(7, 7 + bytes.length));
  assert.deepEqual([...back.columns(0).value], [1, 70_000]);
});

test('refuses another format, and another length', () => {
  const bytes = encodeTable(tableOf([1, 2]));
  const other = bytes.slice();
  other[25]! += 1;
  assert.throws(() => decodeTable(other), { name: 'RangeError', message: /version 1/ });
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  assert.throws(() => decodeTable(longer), { name: 'RangeError', message: /another length/ });
  assert.throws(() => decodeTable(bytes.slice(0, -1)), RangeError);
});

test('several dimensions have as many cells as their sizes say', () => {
  const shape = {
    dimensions: [
      { id: 'place', size: 2 },
      { id: 'sex', size: 3 },
    ],
    measures: ['persons'],
  };
  const value = Float64Array.of(1, 2, 3, 4, 5, 600);
  const back = decodeTable(encodeTable(makeProtectedTable(shape, [{ value, status: new Uint8Array(6) }])));
  assert.equal(back.cells, 6);
  assert.deepEqual(back.columns(0).value, value);
});
