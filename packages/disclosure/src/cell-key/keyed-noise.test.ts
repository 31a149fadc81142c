import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { describe, it } from 'node:test';
import { deviationAt, keyedFractions } from './keyed-noise.ts';
import { perturbationTable } from './perturbation-table.ts';

const secret = Uint8Array.from({ length: 32 }, (_, at) => 11 * at + 5);

describe('noise by key', () => {
  it('is a word of ChaCha20 at the key', () => {
    const fractionOf = keyedFractions(secret);
    for (const key of [0, 1, 77, 2 ** 31 - 2]) {
      const start = Buffer.alloc(16);
      start.writeUInt32LE(key, 0);
      start.write('oise', 8, 'latin1');
      const word = createCipheriv('chacha20', secret, start).update(Buffer.alloc(4)).readUInt32LE(0);
      assert.equal(fractionOf(key, 'persons'), word / 2 ** 32);
    }
  });

  it('is another for another purpose or secret, and the same whatever was asked before', () => {
    const fractionOf = keyedFractions(secret);
    const first = fractionOf(5, 'persons');
    const visits = fractionOf(5, { measure: 'visits' });
    assert.equal(
      new Set([first, visits, fractionOf(5, { measure: 'days' }), fractionOf(6, 'persons')]).size,
      4,
    );
    assert.equal(fractionOf(5, { measure: 'visits' }), visits);
    assert.equal(keyedFractions(secret)(5, 'persons'), first);
    assert.notEqual(keyedFractions(secret.with(0, 1))(5, 'persons'), first);
  });

  it('falls on the deviations as often as the table says', () => {
    const table = perturbationTable({ most: 6, variance: 4, hidden: 4 });
    const fractionOf = keyedFractions(secret);
    for (const count of [1, 3, 5, 8, 500]) {
      const { deviations, probabilities } = table.rows[Math.min(count, table.rows.length - 1)]!;
      const times = new Map<number, number>();
      const draws = 20_000;
      for (let key = 0; key < draws; key++) {
        const by = deviationAt(table, count, fractionOf(key, 'persons'));
        times.set(by, (times.get(by) ?? 0) + 1);
      }
      deviations.forEach((by, at) => {
        const expected = draws * probabilities[at]!;
        const found = times.get(by) ?? 0;
        assert.ok(
          Math.abs(found - expected) <= 5 * Math.sqrt(expected) + 1,
          `${count} ${by}: ${found} of ${expected}`,
        );
      });
    }
    const { deviations } = table.rows.at(-1)!;
    assert.equal(deviationAt(table, 500, 0), deviations[0]);
    assert.equal(deviationAt(table, 500, 1 - 2 ** -32), deviations.at(-1));
  });
});
