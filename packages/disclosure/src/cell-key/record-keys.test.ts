import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { drawsFrom } from '../fixtures/population.ts';
import { addKeys, KEY_MODULUS, recordKey, recordKeys } from './record-keys.ts';

const secret = new Uint8Array(32).fill(3);

describe('record keys', () => {
  it('are the polynomial they are said to be', () => {
    const prime = BigInt(KEY_MODULUS);
    const coefficient = fc.integer({ min: 0, max: KEY_MODULUS - 1 });
    fc.assert(
      fc.property(
        fc.tuple(coefficient, coefficient, coefficient, coefficient),
        fc.integer({ min: 0, max: KEY_MODULUS - 1 }),
        (keys, person) => {
          const [a, b, c, d] = keys.map(BigInt) as [bigint, bigint, bigint, bigint];
          const x = BigInt(person);
          assert.equal(recordKey(keys, person), Number((a * x ** 3n + b * x ** 2n + c * x + d) % prime));
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('depend on the secret, and on all 32 bytes of it', () => {
    assert.deepEqual(recordKeys(secret), recordKeys(new Uint8Array(32).fill(3)));
    for (let at = 0; at < 32; at++) {
      const other = secret.with(at, 4);
      assert.notDeepEqual(recordKeys(other), recordKeys(secret));
    }
    assert.throws(() => recordKeys(new Uint8Array(31)), RangeError);
  });

  it('tell sets apart: those of some persons out of many, and those that differ by one or two', () => {
    const keys = recordKeys(secret);
    const draw = drawsFrom(1);
    const persons = Array.from({ length: 16 }, () => Math.floor(600_000 * draw()));
    const seen = new Set<number>();
    for (let set = 0; set < 2 ** 16; set++) {
      seen.add(
        persons.reduce((key, each, at) => ((set >> at) & 1 ? addKeys(key, recordKey(keys, each)) : key), 0),
      );
    }
    // 2³¹ pairs, each alike with a chance of 2⁻³¹.
    assert.ok(seen.size > 2 ** 16 - 8, `${seen.size}`);
    const single = new Set(Array.from({ length: 600_000 }, (_, person) => recordKey(keys, person)));
    assert.ok(single.size > 600_000 - 170, `${single.size}`);
  });

  it('spread over the whole range', () => {
    const keys = recordKeys(secret);
    const counts = new Array<number>(16).fill(0);
    for (let person = 0; person < 16_000; person++) {
      counts[Math.floor((16 * recordKey(keys, person)) / KEY_MODULUS)]!++;
    }
    const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    assert.ok(chi < 44.3, `${chi}`); // 15 degrees of freedom, 1 in 10,000
  });
});
