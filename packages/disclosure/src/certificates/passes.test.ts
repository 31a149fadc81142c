import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Pass, settleInPasses, TooSparseError } from './passes.ts';

const TARGETS = 1000;

/** Goes through targets that each cost what `costOf` says; none is left. */
function workOf(costOf: (target: number) => number, patience: number): number {
  let work = 0;
  const settle = (target: number): boolean => {
    work += costOf(target);
    return true;
  };
  const targets = Array.from({ length: TARGETS }, (_, target) => target);
  const totals = { count: 0, kept: <T>(search: () => T) => search() };
  try {
    settleInPasses({ targets, totals, settle, work: () => work, patience });
  } catch (error) {
    if (!(error instanceof TooSparseError)) throw error;
    return NaN;
  }
  return work;
}

describe('passes through what has to be certified', () => {
  it('end when it is seen that all will take more than the patience', () => {
    assert.ok(Number.isNaN(workOf(() => 11, 10 * TARGETS)));
    assert.equal(
      workOf(() => 9, 10 * TARGETS),
      9 * TARGETS,
    );
  });

  it('end also where what is dear comes late', () => {
    assert.ok(Number.isNaN(workOf((target) => (target < 100 ? 1 : 50), 10 * TARGETS)));
  });

  it('never look at more than the patience and one target more', () => {
    const costs = fc.array(fc.nat(100), { minLength: TARGETS, maxLength: TARGETS });
    fc.assert(
      fc.property(costs, fc.nat(60_000), (cost, patience) => {
        const work = workOf((target) => cost[target]!, patience);
        assert.ok(Number.isNaN(work) || work <= patience + 100);
      }),
    );
  });

  it('try again, with more effort, what was left; first without the totals', () => {
    const tried: Pass[] = [];
    const settle = (target: number, pass: Pass): boolean => {
      if (target !== 7) return true;
      tried.push(pass);
      return tried.length === 4;
    };
    const totals = { count: 1, kept: <T>(search: () => T) => search() };
    const targets = Array.from({ length: TARGETS }, (_, target) => target);
    settleInPasses({ targets, totals, settle, work: () => 0, patience: 1 });
    assert.deepEqual(
      tried.map(({ keepsTotals }) => keepsTotals),
      [true, true, true, false],
    );
    const starts = tried.slice(0, 3).map(({ efforts: [first] }) => first.starts);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it('refuse what is left in the end', () => {
    const totals = { count: 0, kept: <T>(search: () => T) => search() };
    const settle = (target: number): boolean => target !== 7;
    const targets = Array.from({ length: TARGETS }, (_, target) => target);
    assert.throws(
      () => settleInPasses({ targets, totals, settle, work: () => 0, patience: 1 }),
      TooSparseError,
    );
  });
});
