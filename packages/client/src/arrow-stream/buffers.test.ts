import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nodesOf } from './buffers.ts';
import type { Batch } from './messages.ts';

/** Two columns of eight int32 without nulls: validity left out, then 32 bytes each. */
const batch: Batch = {
  length: 8,
  nodes: [
    [8, 0],
    [8, 0],
  ],
  regions: [
    [0, 0],
    [0, 32],
    [32, 0],
    [32, 32],
  ],
  body: Uint8Array.from({ length: 64 }, (_, index) => index),
};

function readAll(damage: Partial<Batch>): number[] {
  const nodes = nodesOf({ ...batch, ...damage });
  const firsts = batch.nodes.map(() => nodes.next().buffer(32)[0]!);
  nodes.end();
  return firsts;
}

describe('nodesOf', () => {
  it('hands out the buffers in order', () => {
    assert.deepEqual(readAll({}), [0, 32]);
  });

  it('reads what was written with 64 bytes of padding', () => {
    const regions: Batch['regions'] = [[0, 0], [0, 32], [64, 0], [64, 32]]; // prettier-ignore
    const body = Uint8Array.from({ length: 128 }, (_, index) => index);
    assert.deepEqual(readAll({ regions, body }), [0, 64]);
  });

  const damages: [string, Partial<Batch>][] = [
    ['reads what is before it', { regions: [[0, 0], [0, 32], [32, 0], [24, 32]] }], // prettier-ignore
    ['reads what is behind it', { regions: [[0, 0], [8, 32], [40, 0], [40, 24]] }], // prettier-ignore
    ['is too short', { regions: [[0, 0], [0, 24], [24, 0], [24, 40]] }], // prettier-ignore
    ['is too long', { regions: [[0, 0], [0, 128], [128, 0], [128, 32]], body: new Uint8Array(192) }], // prettier-ignore
    ['ends outside the body', { body: batch.body.subarray(0, 56) }],
    ['is missing', { regions: batch.regions.slice(0, 3) }],
  ];
  for (const [what, damage] of damages) {
    it(`refuses a buffer that ${what}`, () => assert.throws(() => readAll(damage), RangeError));
  }

  it('refuses a column of another length than the batch, and buffers of no column', () => {
    assert.throws(() => readAll({ nodes: [[8, 0], [7, 0]] }), RangeError); // prettier-ignore
    assert.throws(() => readAll({ regions: [...batch.regions, [64, 0]] }), RangeError);
    assert.throws(() => readAll({ body: new Uint8Array(256) }), RangeError);
  });

  it('refuses nulls without a bitmap', () => {
    assert.throws(() => readAll({ nodes: [[8, 1], [8, 0]] }), RangeError); // prettier-ignore
  });
});
