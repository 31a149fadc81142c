import type { Contributions, RawCuboid, RawMeasure, ReleaseShape } from './raw-release.ts';

/** Sums are added up in another order than contributions: they may differ in their last digits. */
const ROUNDING = 1e-9;

/**
 * Refuses contributions and providers that cannot be those of the cells they stand beside. Whether a policy
 * needs them is not decided here.
 *
 * @throws RangeError saying which cuboid and measure, and why; never a number of a cell
 */
export function checkContributors(shape: ReleaseShape, cuboid: RawCuboid, position: number): void {
  const { contributions, providers, values } = cuboid;
  const persons = mostPersons(shape, cuboid);
  if (providers) checkProviders(providers, persons, `Cuboid ${position}: providers`);
  if (!contributions) return;
  if (contributions.length !== shape.measures.length) {
    throw new RangeError(`Cuboid ${position} must have contributions for each of its measures, or for none`);
  }
  contributions.forEach((ranks, measure) => {
    const { id, kind } = shape.measures[measure]!;
    checkContributions(ranks, kind, values[measure]!, persons, `Cuboid ${position}: contributions to ${id}`);
  });
}

/** Persons per cell; where several measures count persons, as many as any of them does. */
function mostPersons({ measures }: ReleaseShape, { values }: RawCuboid): Float64Array {
  const counts = values.filter((_, measure) => measures[measure]!.kind === 'persons');
  return Float64Array.from(counts[0]!, (_, cell) => Math.max(...counts.map((count) => count[cell]!)));
}

function checkProviders(providers: Float64Array, persons: Float64Array, what: string): void {
  if (providers.length !== persons.length) throw new RangeError(`${what} must be one number for each cell`);
  providers.forEach((number, cell) => {
    if (!Number.isSafeInteger(number) || number < 0)
      throw new RangeError(`${what} must be whole numbers from 0`);
    if (number > 0 && persons[cell] === 0)
      throw new RangeError(`${what} are not 0 where there are no persons`);
  });
}

function checkContributions(
  ranks: Contributions,
  kind: RawMeasure['kind'],
  sums: Float64Array,
  persons: Float64Array,
  what: string,
): void {
  if (ranks.length === 0) return;
  if (kind !== 'sum') throw new RangeError(`${what} mean nothing: it is not a sum`);
  if (ranks.length < 2) throw new RangeError(`${what} must be those of two persons at least`);
  if (ranks.some((rank) => rank.length !== sums.length)) {
    throw new RangeError(`${what} must be one number for each cell and rank`);
  }
  for (let cell = 0; cell < sums.length; cell++) {
    const largest = ranks.map((rank) => rank[cell]!);
    const fault = faultOf(largest, sums[cell]!, persons[cell]!);
    if (fault) throw new RangeError(`${what} ${fault}`);
  }
}

/** What is wrong with the contributions to one cell. */
function faultOf(largest: readonly number[], sum: number, persons: number): string | undefined {
  if (!largest.every((each) => Number.isFinite(each) && each >= 0)) return 'must be numbers from 0';
  if (largest.some((each, rank) => rank > 0 && each > largest[rank - 1]!))
    return 'must begin with the largest';
  if (largest.filter((each) => each > 0).length > persons) return 'come from more persons than there are';
  const together = largest.reduce((total, each) => total + each, 0);
  const slack = ROUNDING * Math.abs(sum);
  if (together > sum + slack) return 'are more than the sum';
  const rest = Math.max(0, persons - largest.length);
  if (sum > together + rest * largest.at(-1)! + slack) return 'leave more than the other persons can have';
  return undefined;
}
