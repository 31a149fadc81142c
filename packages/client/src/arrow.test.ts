import assert from 'node:assert/strict';
import { it } from 'node:test';
import { FORMATS } from '@datakube/contract';
import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { toArrowTable } from './arrow.ts';
import { decodeAnswer } from './cell-set/decode.ts';
import { asBytes, CUBE, makeAnswer, QUERY } from './testing/answers.ts';

it('toArrowTable gives a row for each cell, with its codes, its number or null, its status and its flags', () => {
  const answer = makeAnswer();
  const cells = decodeAnswer({ type: FORMATS.json, bytes: asBytes(answer) }, { cube: CUBE, query: QUERY });
  const table = tableFromIPC(tableToIPC(toArrowTable(cells)));
  const { rows, columns } = answer.axes;
  const expected = rows.flatMap((row, r) =>
    columns.map((column, c) => ({
      ...Object.fromEntries([...row, ...column].map(({ dimension, code }) => [dimension, code])),
      ...Object.fromEntries(
        Object.entries(answer.cells).flatMap(([measure, { value, status, flags }]) => [
          [measure, value[r * columns.length + c]],
          [`${measure}_status`, status[r * columns.length + c]],
          // 4 is the bit of the third flag.
          ...(flags
            ? [[`${measure}_flags`, flags.unreliable!.includes(r * columns.length + c) ? 4 : 0]]
            : []),
        ]),
      ),
    })),
  );
  assert.deepEqual(
    table.toArray().map((row) => row.toJSON()),
    expected,
  );
});
