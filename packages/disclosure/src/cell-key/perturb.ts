import type { Noise } from '@datakube/contract';
import { sizesOf } from '../table/cuboid.ts';
import {
  makeProtectedTable,
  PERTURBED,
  type ProtectedColumns,
  type ProtectedTable,
  PUBLISHED,
} from '../table/protected-table.ts';
import type { RawMeasure, RawRelease } from '../table/raw-release.ts';
import { deviationAt, keyedFractions } from './keyed-noise.ts';
import { KEY_MODULUS } from './record-keys.ts';
import { type PerturbationTable, perturbationTable } from './perturbation-table.ts';

/** Cells with their true numbers and their keys. */
export interface KeyedCells {
  /** Dimensions with their number of nodes; cells are numbered by mixed radix, the last running fastest. */
  readonly dimensions: readonly { readonly id: string; readonly size: number }[];
  readonly measures: readonly (Pick<RawMeasure, 'id' | 'kind'> & { readonly values: Float64Array })[];
  /** Per cell, the sum of the record keys of its distinct persons, modulo `KEY_MODULUS`. */
  readonly keys: Float64Array;
}

/** The part of a policy that noise is made by. */
export interface NoiseRule {
  /** No count of 1 to threshold − 1 is shown. */
  readonly threshold: number;
  readonly noise: Noise;
}

/**
 * Answers cells by cell key: every number gets noise that is drawn from the set of persons behind it.
 *
 * What it promises:
 * - the same set of persons gets the same answer, in every table, by every path, in every release: asking again
 *   or asking in another way averages nothing out;
 * - no count of 1 to threshold − 1 is shown, and every count shown may be wrong by up to `noise.most`; 0 may be
 *   a true 0 or a small count;
 * - the expected value of a count is the true count.
 *
 * What it does not:
 * - Numbers do not add up, and no number is exact.
 * - Sets that differ, however little, have independent noise. Whoever can ask about many sets that all hold the
 *   group he is after, each with other persons whom he can count, averages the noise away, as Asghar & Kaafar
 *   showed for the same method ("Averaging attacks on bounded noise-based disclosure control algorithms", PETS
 *   2020): after n such answers a standard deviation of about √(2 × variance / n) is left. In the attack test,
 *   with a variance of 6, 1,000 pairs leave 0.1 persons: exact. Releases of which each has a few late registrations
 *   more are such sets too. Against that only limits on what can be asked help: a fixed choice of coarse
 *   dimensions, and few questions.
 * - Events and sums move with the persons (times the mean per person, with a further draw of their own). That
 *   hides whether an ordinary person is in the cell; it does not hide one person who has most of the events.
 *   No cell is withheld for dominance.
 * - A group of which everybody is in one cell is still seen to be there.
 *
 * @param cells true numbers with keys. Exactly one measure of kind `persons` decides on the others
 * @param rule threshold and noise of the policy
 * @param secret 32 bytes, the same for every answer about the same persons
 * @returns a table in which every number is `perturbed`, but those of public measures
 * @throws RangeError when measures or keys do not fit the cells, or the noise does not exceed the threshold
 *
 * @example
 * ```ts
 * const table = perturbCells({ dimensions, measures, keys }, cube.policy, secret);
 * ```
 */
export function perturbCells(cells: KeyedCells, rule: NoiseRule, secret: Uint8Array): ProtectedTable {
  const { dimensions, measures, keys } = cells;
  const persons = checkCells(cells);
  const table = perturbationTable({ ...rule.noise, hidden: rule.threshold - 1 });
  const fractionOf = keyedFractions(secret);
  const noisy = persons.map((count, cell) =>
    count === 0 ? 0 : count + deviationAt(table, count, fractionOf(keys[cell]!, 'persons')),
  );
  const columns = measures.map(({ id, kind, values }): ProtectedColumns => {
    if (kind === 'public') return withStatus(values.slice(), PUBLISHED);
    if (kind === 'persons') return withStatus(noisy, PERTURBED);
    const scaled = values.map((value, cell) => {
      if (noisy[cell] === 0) return 0;
      const own = ownDeviation(table, fractionOf(keys[cell]!, { measure: id }));
      // At least one person's worth, so that the sign stays; adding 0 turns −0 into 0.
      const moved = Math.round((value / persons[cell]!) * Math.max(1, noisy[cell]! + own)) + 0;
      return kind === 'events' ? Math.max(moved, noisy[cell]!) : moved;
    });
    return withStatus(scaled, PERTURBED);
  });
  return makeProtectedTable({ dimensions, measures: measures.map(({ id }) => id) }, columns);
}

/**
 * Perturbs a whole release: {@link perturbCells} for each of its cuboids, with all that it promises and does not.
 * Cells that two cuboids share get the same numbers, because they have the same keys.
 *
 * @param keys per cuboid, the key of each cell
 * @returns one table per cuboid, in the same order
 * @throws RangeError when keys and cuboids do not fit
 */
export function perturbRelease(
  release: RawRelease,
  keys: readonly Float64Array[],
  rule: NoiseRule,
  secret: Uint8Array,
): ProtectedTable[] {
  if (keys.length !== release.cuboids.length) throw new RangeError('Every cuboid needs its keys');
  return release.cuboids.map((cuboid, position) => {
    const sizes = sizesOf(release, cuboid);
    const dimensions = cuboid.dimensions.map((hierarchy, at) => ({
      id: release.hierarchies[hierarchy]!.id,
      size: sizes[at]!,
    }));
    const measures = release.measures.flatMap(({ id, kind }, index) => {
      const values = cuboid.values[index]!;
      return values.length > 0 ? [{ id, kind, values }] : [];
    });
    return perturbCells({ dimensions, measures, keys: keys[position]! }, rule, secret);
  });
}

/** The noise of a large count. */
function ownDeviation(table: PerturbationTable, fraction: number): number {
  return deviationAt(table, Infinity, fraction);
}

function withStatus(value: Float64Array, status: number): ProtectedColumns {
  return { value, status: new Uint8Array(value.length).fill(status) };
}

/** The counts of persons. */
function checkCells({ dimensions, measures, keys }: KeyedCells): Float64Array {
  const count = dimensions.reduce((product, { size }) => product * size, 1);
  const persons = measures.filter(({ kind }) => kind === 'persons');
  if (persons.length !== 1) throw new RangeError('Noise needs exactly one measure of kind persons');
  for (const { id, values } of measures) {
    if (values.length !== count)
      throw new RangeError(`There are ${count} cells, but ${values.length} of ${id}`);
  }
  if (keys.length !== count) throw new RangeError(`There are ${count} cells, but ${keys.length} keys`);
  const counts = persons[0]!.values;
  if (counts.some((value) => !Number.isSafeInteger(value) || value < 0)) {
    throw new RangeError('Persons must be whole numbers from 0');
  }
  if (keys.some((key) => !Number.isInteger(key) || key < 0 || key >= KEY_MODULUS)) {
    throw new RangeError('Keys must be whole numbers below the modulus');
  }
  const filled = counts.reduce((sum, value) => sum + Number(value > 0), 0);
  // One key in 2³¹ is 0. All of them are when nobody worked them out, and then all cells would have one noise.
  if (filled > 1 && !keys.some((key, cell) => key > 0 && counts[cell]! > 0)) {
    throw new RangeError('Cells with persons have no keys');
  }
  return counts;
}
