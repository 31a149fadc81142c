import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type Data,
  Dictionary,
  Field,
  Float32,
  Float64,
  Int32,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { readColumns } from './arrow-columns.ts';

/** A count that stands nowhere in a stream but where it is one of rows. */
const ROWS = 4321;
const NULLS = 1234;

type Column = readonly [name: string, data: Data];

/** An Arrow stream of these columns, in one batch for each list of them. */
function stream(...batches: readonly (readonly Column[])[]): Uint8Array {
  const fields = batches[0]!.map(([name, { type }]) => new Field(name, type, true));
  const schema = new Schema(fields);
  const writer = new RecordBatchStreamWriter();
  for (const columns of batches) {
    const children = columns.map(([, data]) => data);
    const data = makeData({ type: new Struct(fields), length: children[0]!.length, nullCount: 0, children });
    writer.write(new RecordBatch(schema, data));
  }
  return new Uint8Array(writer.finish().toUint8Array(true));
}

const counting = Float64Array.from({ length: ROWS }, (_, row) => row + 0.5);
const numbers = (): Data => makeData({ type: new Float64(), data: counting.slice() });

function withNulls(below = 0): Data {
  const data = counting.slice();
  const nullBitmap = new Uint8Array(Math.ceil(ROWS / 8));
  data.forEach((_, row) => {
    if (row < NULLS) data[row] = below;
    else nullBitmap[row >> 3]! |= 1 << (row & 7);
  });
  return makeData({ type: new Float64(), data, nullCount: NULLS, nullBitmap });
}

const type = new Dictionary(new Utf8(), new Int32(), 7);
function codes(texts = ['a', 'b'], more: object = {}): Data {
  const data = Int32Array.from({ length: ROWS }, (_, row) => row % 2);
  return makeData({ type, data, dictionary: vectorFromArray(texts, new Utf8()), ...more });
}

/** Puts another count in the nth place where a count stands. */
function recount(bytes: Uint8Array, from: number, to: number, nth: number): Uint8Array {
  const [before, after] = [from, to].map((count) => Buffer.from(new BigInt64Array([BigInt(count)]).buffer));
  let place = -1;
  for (let found = 0; found <= nth; found++) place = Buffer.from(bytes).indexOf(before!, place + 1);
  assert.ok(place >= 0);
  const copy = bytes.slice();
  copy.set(after!, place);
  return copy;
}

describe('readColumns', () => {
  it('reads numbers, nulls and codes, in one batch or in two', () => {
    const batch: Column[] = [['n', numbers()], ['m', withNulls()], ['c', codes()]]; // prettier-ignore
    for (const times of [1, 2]) {
      const { rows, columns } = readColumns(stream(...Array.from({ length: times }, () => batch)));
      const [n, m, c] = ['n', 'm', 'c'].map((name) => columns.get(name)!);
      assert.equal(rows, ROWS * times);
      assert.ok(n?.kind === 'numbers' && m?.kind === 'numbers' && c?.kind === 'codes');
      for (let row = 0; row < rows; row++) {
        const at = row % ROWS;
        assert.equal(n.values[row], at + 0.5);
        assert.ok(Object.is(m.values[row], at < NULLS ? NaN : at + 0.5));
        assert.equal(c.dictionary[c.indices[row]!], at % 2 === 0 ? 'a' : 'b');
      }
    }
  });

  const other = codes(['b', 'a']);
  const validity = new Uint8Array(Math.ceil(ROWS / 8)).fill(255).fill(0, 0, 1);
  const wrong: [string, Uint8Array][] = [
    ['numbers of 32 bits', stream([['n', makeData({ type: new Float32(), data: new Float32Array(ROWS) })]])],
    ['whole numbers', stream([['n', makeData({ type: new Int64(), data: new BigInt64Array(ROWS) })]])],
    ['two columns of one name', stream([['n', numbers()], ['n', numbers()]])], // prettier-ignore
    ['another dictionary in another batch', stream([['c', codes()]], [['c', other]])],
    ['a row without a code', stream([['c', codes(undefined, { nullCount: 8, nullBitmap: validity })]])],
    ['a number below a null', stream([['m', withNulls(3)]])],
    ['more nulls than it says', recount(stream([['m', withNulls()]]), NULLS, NULLS - 1, 0)],
    // The first count of a batch is its own, the others are those of its columns.
    ['a column shorter than it says', recount(stream([['n', numbers()]]), ROWS, ROWS + 8, 1)],
    ['a column longer than the other', recount(stream([['n', numbers()], ['m', numbers()]]), ROWS, ROWS - 8, 2)], // prettier-ignore
  ];
  for (const [what, bytes] of wrong) it(`refuses ${what}`, () => assert.throws(() => readColumns(bytes)));
});
