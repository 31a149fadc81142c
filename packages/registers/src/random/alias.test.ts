import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { drawAlias, makeAlias } from './alias.ts';
import { makeStream, startStream } from './stream.ts';

const weights = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  })
  .filter((each) => each.some((weight) => weight > 0));

describe('alias', () => {
  it('gives each index exactly its share', () => {
    fc.assert(
      fc.property(weights, (given) => {
        const alias = makeAlias(given);
        const total = given.reduce((sum, weight) => sum + weight, 0);
        const chance = given.map(() => 0);
        alias.keep.forEach((keep, index) => {
          chance[index]! += keep / given.length;
          chance[alias.other[index]!]! += (1 - keep) / given.length;
        });
        given.forEach((weight, index) => assert.ok(Math.abs(chance[index]! - weight / total) < 1e-9));
      }),
    );
  });

  it('never draws what has no weight', () => {
    fc.assert(
      fc.property(weights, fc.nat(), (given, seed) => {
        const stream = makeStream();
        startStream(stream, seed, 0);
        const alias = makeAlias(given);
        for (let i = 0; i < 200; i++) assert.ok(given[drawAlias(alias, stream)]! > 0);
      }),
    );
  });

  it('refuses weights that leave nothing to draw', () => {
    assert.throws(() => makeAlias([0, 0]), RangeError);
    assert.throws(() => makeAlias([]), RangeError);
    assert.throws(() => makeAlias([1, -1]), RangeError);
    assert.throws(() => makeAlias([1, NaN]), RangeError);
  });
});
