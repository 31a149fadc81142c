import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeStream, nextBelow, nextBits, nextFraction, startStream } from './stream.ts';

function take(seed: number, person: number, count: number): number[] {
  const stream = makeStream();
  startStream(stream, seed, person);
  return Array.from({ length: count }, () => nextBits(stream));
}

describe('stream', () => {
  it('gives the same numbers for the same seed and person, and others for another', () => {
    assert.deepEqual(take(1, 7, 20), take(1, 7, 20));
    const first = new Set([take(1, 7, 1)[0], take(2, 7, 1)[0], take(1, 8, 1)[0], take(1 + 2 ** 40, 7, 1)[0]]);
    assert.equal(first.size, 4);
  });

  it('begins each person somewhere else', () => {
    const firsts = new Set(Array.from({ length: 20_000 }, (_, person) => take(3, person, 2).join()));
    assert.equal(firsts.size, 20_000);
  });

  it('is even, within a person and from person to person', () => {
    const stream = makeStream();
    const within = new Int32Array(64);
    const across = new Int32Array(64);
    startStream(stream, 5, 0);
    for (let i = 0; i < 64_000; i++) within[nextBelow(stream, 64)]! += 1;
    for (let person = 0; person < 64_000; person++) {
      startStream(stream, 5, person);
      across[nextBelow(stream, 64)]! += 1;
    }
    for (const counts of [within, across]) {
      const chiSquare = counts.reduce((sum, found) => sum + (found - 1000) ** 2 / 1000, 0);
      // 63 degrees of freedom: beyond 120 in fewer than 2 of 100,000 cases, below 25 in as few.
      assert.ok(chiSquare > 25 && chiSquare < 120, `chi-square ${chiSquare}`);
    }
  });

  it('stays from 0 up to 1', () => {
    const stream = makeStream();
    startStream(stream, 9, 9);
    for (let i = 0; i < 10_000; i++) {
      const fraction = nextFraction(stream);
      assert.ok(fraction >= 0 && fraction < 1);
    }
  });

  it('has nothing to do with the stream of a neighbour, by person or by seed', () => {
    const [one, other] = [makeStream(), makeStream()];
    const pairs = (start: (index: number) => void): number => {
      const counts = new Int32Array(64);
      for (let index = 0; index < 64_000; index++) {
        start(index);
        counts[8 * nextBelow(one, 8) + nextBelow(other, 8)]! += 1;
      }
      return counts.reduce((sum, found) => sum + (found - 1000) ** 2 / 1000, 0);
    };
    const byPerson = pairs((person) => {
      startStream(one, 5, person);
      startStream(other, 5, person + 1);
    });
    const bySeed = pairs((person) => {
      startStream(one, 5, person);
      startStream(other, 6, person);
    });
    for (const chiSquare of [byPerson, bySeed]) {
      // 63 degrees of freedom, as above.
      assert.ok(chiSquare > 25 && chiSquare < 120, `chi-square ${chiSquare}`);
    }
  });
});
