import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeProtectedTable, PUBLISHED, SUPPRESSED } from './protected-table.ts';
import { openTable, SealError, sealTable } from './sealed-table.ts';

function keyFrom(byte: number) {
  const secret = new Uint8Array(32).fill(byte);
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function tableOf(numbers: readonly number[], rates: readonly number[]) {
  const hidden = (cell: number): boolean => cell % 3 === 1;
  const column = (values: readonly number[]) => ({
    value: Float64Array.from(values, (value, cell) => (hidden(cell) ? 0 : value)),
    status: Uint8Array.from(values, (_, cell) => (hidden(cell) ? SUPPRESSED : PUBLISHED)),
  });
  const shape = { dimensions: [{ id: 'alder-æ', size: numbers.length }], measures: ['persons', 'rate'] };
  return makeProtectedTable(shape, [column(numbers), column(rates)]);
}

test('comes back as it was, whatever the numbers', async () => {
  const key = await keyFrom(1);
  const whole = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(), fc.maxSafeNat());
  const pair = fc.tuple(whole, fc.double({ noNaN: true }));
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 40 }), async (pairs) => {
      const table = tableOf(
        pairs.map(([count]) => count),
        pairs.map(([, rate]) => rate),
      );
      const back = await openTable(await sealTable(table, key), key);
      assert.deepEqual(back.shape, table.shape);
      for (const measure of [0, 1]) assert.deepEqual(back.columns(measure), table.columns(measure));
    }),
  );
});

test('counts take as few bytes as they need', async () => {
  const key = await keyFrom(1);
  const numbers = Array.from({ length: 3000 }, (_, cell) => cell % 200);
  const sealed = await sealTable(tableOf(numbers, numbers), key);
  assert.ok(sealed.length < 3000 * 4 + 400, `${sealed.length} bytes`);
});

test('opens nothing that was altered, in any bit', async () => {
  const key = await keyFrom(1);
  const sealed = await sealTable(tableOf([1, 2, 300], [0.5, 1, 2]), key);
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const altered = sealed.slice();
    altered[bit >> 3]! ^= 1 << (bit & 7);
    await assert.rejects(openTable(altered, key), SealError);
  }
});

test('opens nothing that is shorter, longer, empty, or sealed with another key', async () => {
  const [key, other] = await Promise.all([keyFrom(1), keyFrom(2)]);
  const sealed = await sealTable(tableOf([7], [7]), key);
  const changed = [
    sealed.slice(1),
    sealed.slice(0, -1),
    Uint8Array.of(...sealed, 0),
    new Uint8Array(0),
    new Uint8Array(32),
  ];
  for (const bytes of changed) await assert.rejects(openTable(bytes, key), SealError);
  await assert.rejects(openTable(sealed, other), SealError);
});

test('nothing at all is no table, however well it is sealed', async () => {
  const key = await keyFrom(1);
  const seal = new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(0)));
  await assert.rejects(openTable(seal, key), {
    name: 'SealError',
    message: 'The table is damaged or was sealed with another key',
  });
});
