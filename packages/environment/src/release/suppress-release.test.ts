import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RawRelease, TooSparseError } from '@datakube/disclosure';
import { suppressRelease } from './suppress-release.ts';

const release: RawRelease = {
  hierarchies: [
    { id: 'sex', parent: Int32Array.of(-1, 0, 0), depth: Uint8Array.of(0, 1, 1), nodesTo: [1, 3] },
  ],
  measures: [{ id: 'persons', kind: 'persons', additiveOver: [true] }],
  cuboids: [{ dimensions: [0], depth: [1], values: [Float64Array.of(103, 3, 100)] }],
};
// Who can tell small counts knows that this one is 1 to 4: it can never have nine possible numbers.
const policy = {
  method: 'suppress',
  threshold: 5,
  zeros: 'published',
  outsideRelease: 'refuse',
  primaryKnown: true,
  possibilities: 9,
} as const;
const options = { policy, seed: new Uint8Array(32).fill(1) };

describe('a release with a small count that cannot be certified', () => {
  it('is not published', () => {
    assert.throws(() => suppressRelease(release, { ...options, synthetic: false }), TooSparseError);
  });

  it('passes by the exact audit alone when nobody is behind its numbers, and says so', () => {
    const { report, tables } = suppressRelease(release, { ...options, synthetic: true });
    assert.equal(report.certificate, null);
    assert.equal(tables[0]!.value(0, 1), null);
  });
});
