import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RawRelease } from '@datakube/disclosure';
import { suppressRelease } from '../../release/suppress-release.ts';
import { protectInThreads } from './protect-in-threads.ts';

/** Persons by sex and kommune, one of them small. */
const year: RawRelease = {
  hierarchies: [
    { id: 'sex', parent: Int32Array.of(-1, 0, 0), depth: Uint8Array.of(0, 1, 1), nodesTo: [1, 3] },
    { id: 'place', parent: Int32Array.of(-1, 0, 0, 0), depth: Uint8Array.of(0, 1, 1, 1), nodesTo: [1, 4] },
  ],
  measures: [{ id: 'persons', kind: 'persons', additiveOver: [true, true] }],
  cuboids: [
    {
      dimensions: [0, 1],
      depth: [1, 1],
      values: [Float64Array.of(603, 203, 200, 200, 303, 103, 100, 100, 300, 100, 100, 100)],
    },
  ],
};
const small: RawRelease = {
  ...year,
  cuboids: [
    {
      ...year.cuboids[0]!,
      values: [Float64Array.of(506, 106, 200, 200, 303, 103, 100, 100, 203, 3, 100, 100)],
    },
  ],
};
const options = {
  policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
  seed: new Uint8Array(32).fill(5),
  synthetic: false,
} as const;
const { signal } = new AbortController();

describe('a year protected in a thread', { timeout: 60_000 }, () => {
  it('is what it is here, however many there are at a time', async () => {
    const here = [year, small].map((each) => suppressRelease(each, options));
    for (const threads of [1, 2]) {
      const protectYear = protectInThreads(threads);
      const there = await Promise.all([year, small].map((each) => protectYear(each, options, signal)));
      there.forEach(({ tables, report }, at) => {
        assert.deepEqual(tables[0]!.columns(0), here[at]!.tables[0]!.columns(0));
        assert.deepEqual({ ...report, seconds: 0 }, here[at]!.report);
      });
    }
    assert.ok(here[1]!.report.primary > 0);
  });

  it('tells how far it is', async () => {
    const steps: string[] = [];
    const onProgress = (step: string): number => steps.push(step);
    await protectInThreads()(small, { ...options, onProgress }, signal);
    assert.ok(steps.includes('primary') && steps.includes('tables'));
  });

  it('ends with the signal, and with an error that says what is wrong', async () => {
    const stop = new AbortController();
    const protectYear = protectInThreads(1);
    const running = [protectYear(small, options, stop.signal), protectYear(small, options, stop.signal)];
    stop.abort(new Error('No longer wanted'));
    for (const each of await Promise.allSettled(running)) {
      assert.ok(each.status === 'rejected' && /No longer wanted/.test(String(each.reason)));
    }
    const strict = { ...options, policy: { ...options.policy, primaryKnown: true, possibilities: 9 } };
    await assert.rejects(protectYear(small, strict, signal), /too fine for this population/);
  });
});
