import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FORMATS, STATUSES } from '@datakube/contract';
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
      assert.deepEqual([...read.status].map((index) => STATUSES[index]), status);
      assert.deepEqual([...read.value].map((number) => (Number.isNaN(number) ? null : number)), value);
    }
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
    assert.throws(() => decodeAnswer({ type: 'text/html', bytes: asBytes('<p>') }, asked), DatakubeProtocolError);
  });

  it('refuses an answer that is right for another query', () => {
    const others = [
      { cube: 'other-cube', query: QUERY },
      { cube: CUBE, query: { ...QUERY, measures: ['bed-days'] } },
      { cube: CUBE, query: { ...QUERY, rows: [...QUERY.rows!].reverse() } },
      { cube: CUBE, query: { ...QUERY, columns: [] } },
    ];
    for (const other of others) {
      for (const [type, bytes] of [[FORMATS.json, asBytes(makeAnswer())], [FORMATS.arrow, asArrow(makeAnswer())]] as const) {
        assert.throws(() => decodeAnswer({ type, bytes }, other), DatakubeProtocolError);
      }
    }
  });

  it('reads the single cell of a query without axes', () => {
    const { axes: _, cells: __, ...head } = makeAnswer();
    const answer = { ...head, axes: { rows: [[]], columns: [[]] }, cells: { persons: { value: [7], status: ['published'] } } };
    const cells = decodeAnswer({ type: FORMATS.json, bytes: asBytes(answer) }, { cube: CUBE, query: { measures: ['persons'] } });
    assert.deepEqual([...cells.measures.get('persons')!.value], [7]);
  });
});
