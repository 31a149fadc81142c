import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawSpread, makeSpread, poisson } from './counts.ts';
import { makeStream, startStream } from './stream.ts';

const DRAWS = 40_000;
const even = makeSpread(0);
const exponentialSpread = makeSpread(1);

function draw(next: (stream: Int32Array) => number): { mean: number; variance: number; zeros: number } {
  const stream = makeStream();
  startStream(stream, 11, 0);
  const values = Array.from({ length: DRAWS }, () => next(stream));
  const mean = values.reduce((sum, each) => sum + each, 0) / DRAWS;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / DRAWS;
  return { mean, variance, zeros: values.filter((each) => each === 0).length / DRAWS };
}

function assertNear(found: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${found} is not ${expected} ± ${tolerance}`);
}

describe('poisson', () => {
  for (const mean of [0.01, 0.7, 7, 40, 140]) {
    it(`has mean and variance ${mean}`, () => {
      const found = draw((stream) => poisson(stream, mean));
      const deviation = Math.sqrt(mean / DRAWS);
      assertNear(found.mean, mean, 5 * deviation);
      assertNear(found.variance, mean, 5 * mean * Math.sqrt((2 + 1 / mean) / DRAWS));
      assertNear(found.zeros, Math.exp(-mean), 0.01);
    });
  }

  it('is 0 where nothing is expected, and ends where the mean is beyond bounds', () => {
    const stream = makeStream();
    startStream(stream, 1, 1);
    assert.equal(poisson(stream, 0), 0);
    assert.equal(poisson(stream, -1), 0);
    assert.equal(poisson(stream, NaN), 0);
    assert.ok(poisson(stream, Infinity) < 600);
  });
});

describe('spread', () => {
  it('has mean one, and the variance of the Weibull distribution', () => {
    const exponential = draw((stream) => drawSpread(exponentialSpread, stream));
    assertNear(exponential.mean, 1, 0.03);
    assertNear(exponential.variance, 1, 0.08);
    assert.ok(draw((stream) => drawSpread(even, stream)).variance < 1e-12);
  });

  it('makes a Poisson count geometric', () => {
    const found = draw((stream) => poisson(stream, 3 * drawSpread(exponentialSpread, stream)));
    assertNear(found.zeros, 1 / 4, 0.01);
  });
});
