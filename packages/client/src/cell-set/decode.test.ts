import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FLAGS, FORMATS, STATUSES } from '@datakube/contract';
import { tableFromIPC } from 'apache-arrow';
import { DatakubeProtocolError } from '../errors.ts';
import { asArrow, asBytes, CUBE, makeAnswer, QUERY } from '../testing/answers.ts';
import { decodeAnswer } from './decode.ts';

const asked = { cube: CUBE, query: QUERY };
const fromJson = () => decodeAnswer({ type: FORMATS.json, bytes: asBytes(makeAnswer()) }, asked);

describe('decodeAnswer', () => {
  it('reads each cell of JSON as it was written', () => {
    const answer = makeAnswer();
    const cells = fromJson();
    for (const [measure, { value, status }] of Object.entries(answer.cells)) {
      const read = cells.measures.get(measure)!;
      assert.deepEqual(
        [...read.status].map((index) => STATUSES[index]),
        status,
      );
      assert.deepEqual(
        [...read.value].map((number) => (Number.isNaN(number) ? null : number)),
        value,
      );
    }
    const unreliable = 1 << FLAGS.indexOf('unreliable');
    assert.deepEqual(
      [...cells.measures.get('persons')!.flags!],
      answer.cells['persons']!.value.map((_, cell) => (cell === 0 || cell === 3 ? unreliable : 0)),
    );
    assert.equal('flags' in cells.measures.get('contacts')!, false);
    assert.deepEqual(cells.rows, answer.axes.rows);
    assert.deepEqual(cells.columns, answer.axes.columns);
    assert.deepEqual(cells.declaration, answer.declaration);
    assert.deepEqual(cells.notes, answer.notes);
    assert.equal(cells.synthetic, true);
    assert.equal(cells.release, 'r1');
  });

  for (const batchRows of [Infinity, 10, 1]) {
    it(`reads the same cells from Arrow, in batches of ${batchRows} rows`, () => {
      const arrow = decodeAnswer({ type: FORMATS.arrow, bytes: asArrow(makeAnswer(), batchRows) }, asked);
      assert.deepEqual(arrow, fromJson());
    });
  }

  it('refuses an answer of another type', () => {
    assert.throws(
      () => decodeAnswer({ type: 'text/html', bytes: asBytes('<p>') }, asked),
      DatakubeProtocolError,
    );
  });

  it('refuses an answer that is right for another query', () => {
    const others = [
      { cube: 'other-cube', query: QUERY },
      { cube: CUBE, query: { ...QUERY, measures: ['bed-days'] } },
      { cube: CUBE, query: { ...QUERY, rows: [...QUERY.rows!].reverse() } },
      { cube: CUBE, query: { ...QUERY, columns: [] } },
    ];
    for (const other of others) {
      for (const [type, bytes] of [
        [FORMATS.json, asBytes(makeAnswer())],
        [FORMATS.arrow, asArrow(makeAnswer())],
      ] as const) {
        assert.throws(() => decodeAnswer({ type, bytes }, other), DatakubeProtocolError);
      }
    }
  });

  it('reads the numbers and codes that another reader of Arrow reads', () => {
    const bytes = asArrow(makeAnswer());
    const table = tableFromIPC(bytes);
    const cells = decodeAnswer({ type: FORMATS.arrow, bytes }, asked);
    for (const [measure, { value, status }] of cells.measures) {
      assert.deepEqual(
        [...value].map((number) => (Number.isNaN(number) ? null : number)),
        [...table.getChild(measure)!],
      );
      assert.deepEqual(
        [...status].map((index) => STATUSES[index]),
        [...table.getChild(`${measure}_status`)!],
      );
    }
    const residences = cells.rows.flatMap(([residence]) => cells.columns.map(() => residence!.code));
    assert.deepEqual(residences, [...table.getChild('residence')!]);
  });

  it('refuses an axis that has the same position twice', () => {
    const answer = makeAnswer();
    answer.axes.rows[1] = structuredClone(answer.axes.rows[0]!);
    for (const [type, bytes] of [
      [FORMATS.json, asBytes(answer)],
      [FORMATS.arrow, asArrow(answer)],
    ] as const) {
      assert.throws(() => decodeAnswer({ type, bytes }, asked), DatakubeProtocolError);
    }
  });

  it('refuses a number that is below a null in Arrow', () => {
    const bytes = asArrow(makeAnswer());
    const before = new Uint8Array(new Float64Array([101, 0, 103]).buffer);
    const place = Buffer.from(bytes).indexOf(before);
    assert.ok(place > 0);
    bytes.set(new Uint8Array(new Float64Array([3]).buffer), place + 8);
    assert.throws(() => decodeAnswer({ type: FORMATS.arrow, bytes }, asked), DatakubeProtocolError);
  });

  it('reads the single cell of a query without axes', () => {
    const answer = {
      ...makeAnswer(),
      axes: { rows: [[]], columns: [[]] },
      cells: { persons: { value: [7], status: ['published'] } },
    };
    const cells = decodeAnswer(
      { type: FORMATS.json, bytes: asBytes(answer) },
      { cube: CUBE, query: { measures: ['persons'] } },
    );
    assert.deepEqual([...cells.measures.get('persons')!.value], [7]);
  });
});
