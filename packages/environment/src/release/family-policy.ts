import type { PerturbPolicy, Policy, RoundPolicy, SuppressPolicy } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';

/**
 * The policy that a family of cubes is protected by, as one: what one cube hides, the others must not show.
 *
 * @throws RangeError when the cubes do not have one method, one base or one noise: definitions that were read
 *   by `readCubes` always do
 */
export function familyPolicy(family: readonly CubeModel[]): Policy {
  const policies = family.map(({ definition }) => definition.policy);
  const [first] = policies;
  if (!first) throw new RangeError('A family has at least one cube');
  if (policies.some((policy) => !agree(first, policy))) {
    throw new RangeError('The cubes of a family are protected in different ways');
  }
  switch (first.method) {
    case 'suppress':
      return strictest(policies as SuppressPolicy[]);
    case 'round':
      return { ...first, threshold: highest(policies as RoundPolicy[]) };
    case 'perturb':
      return first satisfies PerturbPolicy;
  }
}

/**
 * Can two cubes that count the same events be protected together? Numbers of one method beside those of another
 * would give each other away: exact beside noisy, rounded to 3 beside rounded to 5, the same persons with two
 * answers.
 */
export function agree(one: Policy, other: Policy): boolean {
  switch (one.method) {
    case 'suppress':
      return other.method === 'suppress' && same(one.dominance, other.dominance);
    case 'round':
      return other.method === 'round' && one.base === other.base;
    case 'perturb':
      return other.method === 'perturb' && one.threshold === other.threshold && same(one.noise, other.noise);
  }
}

function strictest(policies: readonly SuppressPolicy[]): SuppressPolicy {
  const possibilities = policies.flatMap((policy) => policy.possibilities ?? []);
  const providers = policies.flatMap((policy) => policy.providers ?? []);
  return {
    ...policies[0]!,
    threshold: highest(policies),
    zeros: policies.some(({ zeros }) => zeros === 'protected') ? 'protected' : 'published',
    primaryKnown: policies.some(({ primaryKnown }) => primaryKnown === true),
    ...(possibilities.length > 0 && { possibilities: Math.max(...possibilities) }),
    ...(providers.length > 0 && { providers: Math.max(...providers) }),
  };
}

function highest(policies: readonly { readonly threshold: number }[]): number {
  return Math.max(...policies.map(({ threshold }) => threshold));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)]);
}
