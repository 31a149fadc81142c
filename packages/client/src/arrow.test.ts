import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FORMATS } from '@datakube/contract';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { toArrowTable } from './arrow.ts';
import { decodeAnswer } from './cell-set/decode.ts';
import { asBytes, CUBE, makeAnswer, QUERY } from './testing/answers.ts';

it('toArrowTable gives a row for each cell, with its codes, its number or null, and its status', () => {
  const answer = makeAnswer();
  const cells = decodeAnswer({ type: FORMATS.json, bytes: asBytes(answer) }, { cube: CUBE, query: QUERY });
  const table = tableFromIPC(tableToIPC(toArrowTable(cells)));
  const { rows, columns } = answer.axes;
  const expected = rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      ...Object.fromEntries([...row, ...column].map(({ dimension, code }) => [dimension, code])),
      ...Object.fromEntries(
        Object.entries(answer.cells).flatMap(([measure, { value, status }]) => [
          [measure, value[r * columns.length + c]],
          [`${measure}_status`, status[r * columns.length + c]],
        ]),
      ),
    })),
  );
  assert.deepEqual(
    table.toArray().map((row) => row.toJSON()),
    expected,
  );
});
