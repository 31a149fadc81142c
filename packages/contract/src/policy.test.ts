import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Policy } from './policy.ts';

const suppress = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' };
const round = { method: 'round', threshold: 5, base: 5, outsideRelease: 'refuse' };
const noise = { most: 8, variance: 6 };
const perturb = { method: 'perturb', threshold: 5, noise, outsideRelease: 'refuse' };
const accepts = (policy: object): boolean => Policy.safeParse(policy).success;

describe('a policy', () => {
  it('is one of three methods, each with its own settings', () => {
    for (const policy of [suppress, round, perturb]) assert.deepEqual(Policy.parse(policy), policy);
    assert.equal(accepts({ ...suppress, method: 'trust' }), false);
    assert.equal(accepts({ ...round, zeros: 'published' }), false);
    assert.equal(accepts({ ...perturb, base: 5 }), false);
  });

  it('hides from three persons at least to ten at most, whatever the method', () => {
    for (const policy of [suppress, round, { ...perturb, noise: { most: 12, variance: 6 } }]) {
      const allowed = [2, 3, 4, 9, 10, 11, 4.5, -5].filter((threshold) => accepts({ ...policy, threshold }));
      assert.deepEqual(allowed, [3, 4, 9, 10]);
    }
  });

  it('rounds to 3, 5 or 10, and to nothing outside the release', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 10, 100].filter((base) => accepts({ ...round, base })),
      [3, 5, 10],
    );
    assert.equal(accepts({ ...round, outsideRelease: { analyst: ['perturb'] } }), false);
  });

  it('moves a count by the threshold or more, with a variance that every count can have', () => {
    assert.equal(accepts({ ...perturb, noise: { most: 4, variance: 2 } }), false);
    assert.equal(accepts({ ...perturb, noise: { most: 5, variance: 5 } }), true);
    assert.equal(accepts({ ...perturb, noise: { most: 5, variance: 5.1 } }), false);
    assert.equal(accepts({ ...perturb, noise: { most: 21, variance: 5 } }), false);
    assert.equal(accepts({ ...perturb, noise: { most: 8, variance: 0 } }), false);
  });

  it('judges dominance by the p % rule, the (n,k) rule or both, and by one at least', () => {
    const dominance = (rule: object): boolean => accepts({ ...suppress, dominance: rule });
    assert.equal(dominance({ p: 15 }), true);
    assert.equal(dominance({ nk: { n: 2, k: 85 } }), true);
    assert.equal(dominance({ p: 15, nk: { n: 1, k: 75 } }), true);
    assert.equal(dominance({}), false);
    for (const p of [0, -1, 100]) assert.equal(dominance({ p }), false);
    for (const n of [0, 1.5, 6]) assert.equal(dominance({ nk: { n, k: 85 } }), false);
    for (const k of [0, 100]) assert.equal(dominance({ nk: { n: 2, k } }), false);
    assert.equal(dominance({ nk: { n: 2 } }), false);
  });

  it('asks for two to ten providers, or for none', () => {
    const allowed = [0, 1, 2, 10, 11, 2.5].filter((providers) => accepts({ ...suppress, providers }));
    assert.deepEqual(allowed, [2, 10]);
  });

  it('promises nothing about known small counts beside other reasons to hide', () => {
    assert.equal(accepts({ ...suppress, primaryKnown: true }), true);
    assert.equal(accepts({ ...suppress, primaryKnown: true, dominance: { p: 15 } }), false);
    assert.equal(accepts({ ...suppress, primaryKnown: true, providers: 3 }), false);
    assert.equal(accepts({ ...suppress, primaryKnown: false, dominance: { p: 15 }, providers: 3 }), true);
  });

  it('says per role how a combination outside the release is tried', () => {
    const analyst = { analyst: ['extend', 'perturb'] };
    assert.equal(accepts({ ...suppress, noise, outsideRelease: analyst }), true);
    assert.equal(accepts({ ...suppress, outsideRelease: analyst }), false, 'noise is not said');
    assert.equal(accepts({ ...suppress, outsideRelease: { analyst: ['extend'] } }), true);
    assert.equal(accepts({ ...suppress, outsideRelease: { analyst: [] } }), false);
    assert.equal(accepts({ ...perturb, outsideRelease: { analyst: ['perturb'] } }), true);
    assert.equal(accepts({ ...perturb, outsideRelease: analyst }), false, 'nothing exact beside noise');
  });
});
