import type { ErrorCode, Query, Way } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import { makePlan, type Plan, type PlanLimits } from './plan.ts';
import { findWaysOut } from './ways-out.ts';

/** How many ways out a refusal offers, where it can offer any. */
const WAYS_OUT: Partial<Record<ErrorCode, number>> = {
  ERR_QUERY_TOO_LARGE: 2,
  ERR_NOT_RELEASABLE: 3,
  ERR_QUERY_NOT_ADDITIVE: 2,
};

/**
 * The plan of a query, or a refusal with the nearest queries that can be answered from the release.
 *
 * @param ways outside the release that are open to the user
 * @throws Refusal as {@link makePlan}, with ways out
 */
export function planQuery(
  query: Query,
  cube: CubeModel,
  manifest: ReleaseManifest,
  limits: PlanLimits,
  ways: readonly Way[] = [],
): Plan {
  try {
    return makePlan(query, cube, manifest, limits, ways);
  } catch (refusal) {
    throw refusal instanceof Refusal ? withWaysOut(refusal, query, cube, manifest, limits) : refusal;
  }
}

/** The refusal with the nearest queries that can be answered from the release, where its kind has any. */
export function withWaysOut(
  refusal: Refusal,
  query: Query,
  cube: CubeModel,
  manifest: ReleaseManifest,
  limits: PlanLimits,
): Refusal {
  const wanted = WAYS_OUT[refusal.code];
  if (wanted === undefined) return refusal;
  const waysOut = findWaysOut(query, cube, (other) => cellsOf(other, cube, manifest, limits), wanted);
  return new Refusal(refusal.code, { ...refusal.details, waysOut });
}

function cellsOf(
  query: Query,
  cube: CubeModel,
  manifest: ReleaseManifest,
  limits: PlanLimits,
): number | undefined {
  try {
    const { size, measures } = makePlan(query, cube, manifest, limits);
    return size.rows * size.columns * measures.length;
  } catch (refusal) {
    if (refusal instanceof Refusal) return undefined;
    throw refusal;
  }
}
