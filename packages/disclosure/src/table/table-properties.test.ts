import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATUSES, type Status } from '@datakube/contract';
import fc from 'fast-check';
import { manyRuns } from '../fixtures/many-runs.ts';
import { makeProtectedTable, type ProtectedTable } from './protected-table.ts';
import { openTable, SealError, sealTable } from './sealed-table.ts';
import { sliceTable } from './slice.ts';

const SHOWN: readonly Status[] = ['published', 'rounded', 'perturbed'];

/** Cells of one measure, any status and number. */
const anyColumn = fc.array(fc.tuple(fc.constantFrom(...STATUSES), fc.integer({ min: -5, max: 70_000 })), {
  minLength: 1,
  maxLength: 6,
});

function tableOf(cells: readonly (readonly [Status, number])[]): ProtectedTable {
  return makeProtectedTable({ dimensions: [{ id: 'rows', size: cells.length }], measures: ['persons'] }, [
    {
      value: Float64Array.from(cells, ([status, number]) => (SHOWN.includes(status) ? number : 0)),
      status: Uint8Array.from(cells, ([status]) => STATUSES.indexOf(status)),
    },
  ]);
}

test('a sealed table comes back as it was, and with any bit changed not at all', async (t) => {
  const secret = new Uint8Array(32).fill(7);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, hmac, false, ['sign', 'verify']);
  await fc.assert(
    fc.asyncProperty(anyColumn, fc.nat(), async (cells, where) => {
      const table = tableOf(cells);
      const sealed = await sealTable(table, key);
      const back = await openTable(sealed, key);
      assert.deepEqual(back.columns(0), table.columns(0));
      assert.deepEqual(back.shape, table.shape);
      const bit = where % (8 * sealed.length);
      sealed[bit >> 3]! ^= 1 << (bit & 7);
      await assert.rejects(openTable(sealed, key), SealError);
    }),
    manyRuns(t),
  );
});

test('a slice never shows a hidden cell, nor a sum that has one in it', (t) => {
  const anyPicks = fc.array(fc.array(fc.nat(1000), { maxLength: 3 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyColumn, anyPicks, (cells, wanted) => {
      const unions = wanted.map((picked) => picked.map((cell) => cell % cells.length));
      const start = Int32Array.from([0, ...unions.map((_, at) => unions.slice(0, at + 1).flat().length)]);
      const picks = { start, cells: Int32Array.from(unions.flat()) };
      const slice = sliceTable(tableOf(cells), { rows: unions.length, columns: 1 }, [picks]);
      unions.forEach((picked, at) => {
        const parts = picked.map((cell) => cells[cell]!);
        const needsHidden = parts.some(([status]) => status === 'suppressed');
        const shows = parts.length > 0 && parts.every(([status]) => SHOWN.includes(status));
        assert.equal(slice.value(0, at), shows ? parts.reduce((sum, [, number]) => sum + number, 0) : null);
        assert.equal(slice.status(0, at) === 'suppressed', needsHidden);
        if (!shows) assert.equal(slice.columns(0).value[at], 0);
      });
    }),
    manyRuns(t),
  );
});
