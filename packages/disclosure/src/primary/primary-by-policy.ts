import type { SuppressPolicy } from '@datakube/contract';
import { type JointCells, jointNumbers, jointValues } from '../table/joint-cells.ts';
import type { RawRelease } from '../table/raw-release.ts';
import { type DominanceRule, isDominated, ranksNeeded } from './dominance.ts';
import { primaryCells } from './primary-cells.ts';

/** The part of a policy that decides which cells are hidden for their own sake. */
export type PrimaryPolicy = Pick<SuppressPolicy, 'threshold' | 'zeros' | 'dominance' | 'providers'>;

/**
 * Marks the cells that are hidden for their own sake, with 1: too few persons, a sum that too few persons
 * make, or too few providers. A cell is hidden in all its measures when one of them asks for it.
 *
 * @param release with contributions and providers, where the policy has a rule about them
 * @param cells of the release
 * @param counts of persons, per measure that counts them and joint cell
 * @returns one mark per joint cell
 * @throws RangeError when a rule cannot be applied because what it needs is missing: a rule that was asked for
 *   is never left out
 */
export function primaryByPolicy(
  release: RawRelease,
  cells: JointCells,
  counts: readonly Float64Array[],
  policy: PrimaryPolicy,
): Uint8Array {
  const primary = primaryCells(counts, cells.count, policy);
  if (policy.dominance) markDominated(primary, release, cells, policy.dominance);
  if (policy.providers !== undefined) markFewProviders(primary, release, cells, counts, policy.providers);
  return primary;
}

function markDominated(
  primary: Uint8Array,
  release: RawRelease,
  cells: JointCells,
  rule: DominanceRule,
): void {
  const needed = ranksNeeded(rule);
  release.measures.forEach(({ id, kind }, measure) => {
    if (kind !== 'sum') return;
    const sums = jointValues(release, cells, measure);
    const ranks = Array.from({ length: needed }, (_, rank) =>
      jointNumbers(cells, contributionsTo(release, measure, rank), `contributions to ${id}`),
    );
    for (let cell = 0; cell < cells.count; cell++) {
      // NaN where no cuboid shows the measure.
      if (Number.isNaN(sums[cell])) continue;
      const largest = ranks.map((rank) => rank[cell]!);
      if (isDominated(sums[cell]!, largest, rule)) primary[cell] = 1;
    }
  });
}

function contributionsTo(release: RawRelease, measure: number, rank: number): Float64Array[] {
  return release.cuboids.map(({ values, contributions }, position) => {
    if (values[measure]!.length === 0) return new Float64Array(0);
    const largest = contributions?.[measure]?.[rank];
    if (largest) return largest;
    throw new RangeError(
      `Cuboid ${position} lacks the contributions of ${rank + 1} persons to ${release.measures[measure]!.id}, which the policy needs`,
    );
  });
}

function markFewProviders(
  primary: Uint8Array,
  { cuboids }: RawRelease,
  cells: JointCells,
  counts: readonly Float64Array[],
  fewest: number,
): void {
  const numbers = cuboids.map(({ providers }, position) => {
    if (providers) return providers;
    throw new RangeError(`Cuboid ${position} lacks the numbers of providers, which the policy needs`);
  });
  const providers = jointNumbers(cells, numbers, 'providers');
  for (let cell = 0; cell < cells.count; cell++) {
    const empty = counts.every((count) => count[cell] === 0);
    if (!empty && providers[cell]! < fewest) primary[cell] = 1;
  }
}
