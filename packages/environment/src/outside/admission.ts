import type { OutsideOffer, Way } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { additiveDimensions } from '../release/tabulation-plan.ts';
import { shapeOf } from '../release/cuboid-shape.ts';
import type { User } from '../identity/user.ts';
import { cuboidAt, type Grain } from './grain.ts';

/**
 * Forms of cuboids outside the release that are answered at all, known before anybody asks. An exact cuboid may
 * have two dimensions over which persons add up: then whatever whole numbers the hidden cells of the release
 * can be, they remain possible (decision 0009). With three that is not so.
 */
export type OutsideLimits = Readonly<Omit<OutsideOffer, 'ways'>>;

export const OUTSIDE_LIMITS: OutsideLimits = { cells: { extend: 60_000, perturb: 60_000 }, additive: 2 };

/** The ways open to this user, in the order they are tried. None unless a role of theirs is named. */
export function waysFor({ roles }: User, { definition }: CubeModel): Way[] {
  const { outsideRelease } = definition.policy;
  if (outsideRelease === 'refuse') return [];
  const open = new Set(
    roles.flatMap((role) => (Object.hasOwn(outsideRelease, role) ? outsideRelease[role]! : [])),
  );
  return (['extend', 'perturb'] as const).filter((way) => open.has(way));
}

/** Does the form of a grain allow this way? Says nothing about its numbers. */
export function allowsForm(grain: Grain, way: Way, limits: OutsideLimits = OUTSIDE_LIMITS): boolean {
  if (shapeOf(grain.cube, cuboidAt(grain)).cells > limits.cells[way]) return false;
  const additive = additiveDimensions(grain.cube);
  const along = [...grain.depths.keys()].filter((id) => additive.has(id)).length;
  return way === 'perturb' || along <= limits.additive;
}
