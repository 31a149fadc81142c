import type { NoiseRule } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';

/**
 * The noise of answers outside the release, one for a family: cells that two cubes show have the same persons,
 * and so the same answer. The strongest that any of them asks for; undefined where none does.
 */
export function noiseRuleOf(family: readonly CubeModel[]): NoiseRule | undefined {
  const policies = family.map(({ definition }) => definition.policy);
  const threshold = Math.max(...policies.map((policy) => policy.threshold));
  const noises = policies.flatMap((policy) => ('noise' in policy && policy.noise ? [policy.noise] : []));
  if (noises.length === 0) return undefined;
  const most = Math.max(threshold, ...noises.map((noise) => noise.most));
  return { threshold, noise: { most, variance: Math.max(...noises.map(({ variance }) => variance)) } };
}
