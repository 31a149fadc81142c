import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { checkRelease } from '../table/check-release.ts';
import { jointValues, numberCells } from '../table/joint-cells.ts';
import type { RawCuboid, RawMeasure, RawRelease } from '../table/raw-release.ts';
import { type PrimaryPolicy, primaryByPolicy } from './primary-by-policy.ts';

const MEASURES: readonly RawMeasure[] = [
  { id: 'persons', kind: 'persons', additiveOver: [true, true] },
  { id: 'costs', kind: 'sum', additiveOver: [true, true] },
];
const RULE: PrimaryPolicy = { threshold: 3, zeros: 'published' };

/** Costs per person, for each place; none where nobody lives. */
const PLACES = [[50, 30, 15, 5], [90, 6, 2, 2], [], [10, 10, 10]] as const;
const PROVIDERS = [3, 1, 0, 2];

function cuboidOf(groups: readonly (readonly number[])[], dimension = 0, ranks = 3): RawCuboid {
  const whole = groups.flat().sort((a, b) => b - a);
  const rows = [whole, ...groups];
  const sum = (row: readonly number[]): number => row.reduce((total, each) => total + each, 0);
  return {
    dimensions: [dimension],
    depth: [1],
    values: [Float64Array.from(rows, (row) => row.length), Float64Array.from(rows, sum)],
    contributions: [
      [],
      Array.from({ length: ranks }, (_, rank) => Float64Array.from(rows, (row) => row[rank] ?? 0)),
    ],
    providers: Float64Array.of(3, ...PROVIDERS),
  };
}

function releaseOf(...cuboids: RawCuboid[]): RawRelease {
  return {
    hierarchies: [flatHierarchy('place', 4), flatHierarchy('sex', 2)],
    measures: MEASURES,
    cuboids,
  };
}

function primary(release: RawRelease, policy: Partial<PrimaryPolicy>): number[] {
  checkRelease(release);
  const cells = numberCells(release);
  const counts = [jointValues(release, cells, 0)];
  return [...primaryByPolicy(release, cells, counts, { ...RULE, ...policy })];
}

const release = releaseOf(cuboidOf(PLACES));

test('without further rules the number of persons decides alone', () => {
  assert.deepEqual(primary(release, {}), [0, 0, 0, 0, 0]);
  assert.deepEqual(primary(release, { threshold: 5 }), [0, 1, 1, 0, 1]);
});

test('a sum that few persons make is hidden, whatever the number of persons', () => {
  // 100 − 90 − 6 = 4 < 9; 100 − 50 − 30 = 20; 230 − 90 − 50 = 90; 30 − 20 = 10.
  assert.deepEqual(primary(release, { dominance: { p: 10 } }), [0, 0, 1, 0, 0]);
  assert.deepEqual(primary(release, { dominance: { p: 50 } }), [0, 1, 1, 0, 0]);
  assert.deepEqual(primary(release, { dominance: { nk: { n: 2, k: 80 } } }), [0, 0, 1, 0, 0]);
  assert.deepEqual(primary(release, { dominance: { nk: { n: 3, k: 94 } } }), [0, 1, 1, 0, 1]);
  assert.deepEqual(primary(release, { dominance: { p: 10 }, threshold: 4 }), [0, 0, 1, 0, 1]);
});

test('a cell with too few providers is hidden; an empty one is not, as it has none', () => {
  assert.deepEqual(primary(release, { providers: 2 }), [0, 0, 1, 0, 0]);
  assert.deepEqual(primary(release, { providers: 3 }), [0, 0, 1, 0, 1]);
  assert.deepEqual(primary(release, { providers: 4 }), [1, 1, 1, 0, 1]);
  assert.deepEqual(primary(release, { providers: 2, zeros: 'protected' }), [0, 0, 1, 1, 0]);
});

test('a person without a known provider is one too few, not none', () => {
  const [cuboid] = release.cuboids;
  const nobody = { ...cuboid!, providers: Float64Array.of(3, 3, 0, 0, 3) };
  assert.deepEqual(primary(releaseOf(nobody), { providers: 2 }), [0, 0, 1, 0, 0]);
});

test('a cell is empty when nobody is counted by any measure of persons', () => {
  const [cuboid] = release.cuboids;
  const patients = Float64Array.of(9, 4, 0, 0, 3);
  const two: RawRelease = {
    ...release,
    measures: [...MEASURES, { ...MEASURES[0]!, id: 'patients' }],
    cuboids: [
      {
        ...cuboid!,
        values: [...cuboid!.values, patients],
        contributions: [...cuboid!.contributions!, []],
      },
    ],
  };
  const cells = numberCells(two);
  const counts = [0, 2].map((measure) => jointValues(two, cells, measure));
  // The second place has four persons, none of them a patient, and one provider.
  assert.deepEqual([...primaryByPolicy(two, cells, counts, { ...RULE, providers: 2 })], [0, 0, 1, 0, 0]);
});

test('a rule is refused when what it needs is missing: it is never left out', () => {
  const { contributions, providers, ...bare } = cuboidOf(PLACES);
  const withOnly = (parts: Partial<RawCuboid>): RawRelease => releaseOf({ ...bare, ...parts });
  const lacks = (release: RawRelease, policy: Partial<PrimaryPolicy>, what: RegExp): void =>
    assert.throws(() => primary(release, policy), { name: 'RangeError', message: what });
  lacks(withOnly({ providers: providers! }), { dominance: { p: 10 } }, /lacks the contributions .* costs/);
  lacks(withOnly({ contributions: contributions! }), { providers: 2 }, /lacks the numbers of providers/);
  lacks(
    withOnly({ contributions: [[], []] }),
    { dominance: { p: 10 } },
    /lacks the contributions of 1 persons/,
  );
  lacks(release, { dominance: { nk: { n: 4, k: 80 } } }, /lacks the contributions of 4 persons/);
  lacks(releaseOf(cuboidOf(PLACES), { ...bare, at: [0, 1] }), { providers: 2 }, /Cuboid 1 lacks/);
  assert.deepEqual(primary(withOnly({}), {}), [0, 0, 0, 0, 0], 'nothing is needed where no rule asks for it');
});

test('a cuboid that does not show the sum needs no contributions to it', () => {
  const { contributions, ...shown } = cuboidOf(PLACES);
  const silent = { ...shown, values: [shown.values[0]!, new Float64Array(0)] };
  assert.deepEqual(primary(releaseOf(silent), { dominance: { p: 10 } }), [0, 0, 0, 0, 0]);
  // It shares all cells with one that does.
  assert.deepEqual(
    primary(releaseOf(silent, { ...shown, contributions: contributions! }), { dominance: { p: 10 } }),
    [0, 0, 1, 0, 0],
  );
});

test('cells that two cuboids share have the same contributions and the same providers in both', () => {
  const bySex = (change: Partial<RawCuboid>): RawCuboid => ({
    ...cuboidOf(
      [
        [90, 50, 30, 15, 10, 6, 2, 2],
        [10, 10, 5],
      ],
      1,
    ),
    providers: Float64Array.of(3, 3, 2),
    ...change,
  });
  const both = (change: Partial<RawCuboid>): RawRelease => releaseOf(cuboidOf(PLACES), bySex(change));
  const dominance = { p: 10 };
  assert.deepEqual(primary(both({}), { dominance, providers: 2 }), [0, 0, 1, 0, 0, 0, 0]);
  const { contributions } = bySex({});
  const less = contributions![1]!.map((rank, at) => rank.with(0, at === 1 ? 40 : rank[0]!));
  assert.throws(
    () => primary(both({ contributions: [[], less] }), { dominance }),
    /shares a cell .* contributions to costs/,
  );
  assert.throws(
    () => primary(both({ providers: Float64Array.of(2, 3, 2) }), { providers: 2 }),
    /shares a cell .* providers/,
  );
});
