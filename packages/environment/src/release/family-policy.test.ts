import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Policy } from '@datakube/contract';
import { CubeDefinitionError } from '../cubes/definition-fault.ts';
import { tinyFamily } from '../testing/tiny-part.ts';
import { agree, familyPolicy } from './family-policy.ts';

const suppress = Policy.parse({
  method: 'suppress',
  threshold: 5,
  zeros: 'published',
  outsideRelease: 'refuse',
});
const round = Policy.parse({ method: 'round', threshold: 5, base: 5, outsideRelease: 'refuse' });
const perturb = Policy.parse({
  method: 'perturb',
  threshold: 5,
  noise: { most: 8, variance: 6 },
  outsideRelease: 'refuse',
});

describe('the policy of a family', () => {
  it('has one method, one base and one noise', () => {
    const policies = [
      suppress,
      round,
      perturb,
      { ...round, base: 10 } as Policy,
      { ...perturb, noise: { most: 9, variance: 6 } } as Policy,
      { ...perturb, threshold: 4 } as Policy,
      { ...suppress, dominance: { p: 10 } } as Policy,
    ];
    for (const one of policies) {
      for (const other of policies) assert.equal(agree(one, other), one === other);
    }
    assert.ok(agree(perturb, { ...perturb, noise: { variance: 6, most: 8 } } as Policy));
    assert.ok(agree(suppress, { ...suppress, threshold: 7 }) && agree(round, { ...round, threshold: 7 }));
  });

  it('is the strictest of those of its cubes', () => {
    const policyOf = (change: (policy: Policy) => Policy): Policy =>
      familyPolicy(tinyFamily((part) => ({ ...part, policy: change(part.policy) })));
    const strict = policyOf(
      (policy) =>
        ({ ...policy, threshold: 7, zeros: 'protected', possibilities: 4, primaryKnown: true }) as Policy,
    );
    assert.deepEqual(strict, {
      ...suppress,
      threshold: 7,
      zeros: 'protected',
      possibilities: 4,
      primaryKnown: true,
    });
  });

  it('is a fault of the definition when there is none', () => {
    assert.throws(
      () => tinyFamily((part) => ({ ...part, policy: round })),
      (error) => error instanceof CubeDefinitionError && error.faults[0]!.pointer === '/policy',
    );
  });
});
