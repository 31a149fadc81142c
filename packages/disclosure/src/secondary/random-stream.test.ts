import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { test } from 'node:test';
import { randomStream } from './random-stream.ts';

test('is the ChaCha20 key stream', () => {
  const seed = Uint8Array.from({ length: 32 }, (_, at) => 7 * at + 1);
  const expected = createCipheriv('chacha20', seed, new Uint8Array(16)).update(Buffer.alloc(400));
  const stream = randomStream(seed);
  for (let at = 0; at < 400; at += 4) assert.equal(stream.word(), expected.readUInt32LE(at));
});

test('fractions and limits stay in range', () => {
  const stream = randomStream(new Uint8Array(32));
  const seen = new Set<number>();
  for (let draw = 0; draw < 1000; draw++) {
    const fraction = stream.fraction();
    assert.ok(fraction >= 0 && fraction < 1);
    seen.add(stream.below(3));
  }
  assert.deepEqual([...seen].sort(), [0, 1, 2]);
});

test('wants 32 bytes', () => {
  assert.throws(() => randomStream(new Uint8Array(31)), RangeError);
});
