import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { checkRelease } from './check-release.ts';
import type { RawCuboid, RawMeasure } from './raw-release.ts';

const MEASURES: readonly RawMeasure[] = [
  { id: 'persons', kind: 'persons', additiveOver: [true] },
  { id: 'patients', kind: 'persons', additiveOver: [true] },
  { id: 'visits', kind: 'events', additiveOver: [true] },
  { id: 'costs', kind: 'sum', additiveOver: [true] },
];

/** All; three persons with 7 + 2 + 1; one with 4; nobody. Patients are some of the persons. */
const CUBOID: RawCuboid = {
  dimensions: [0],
  depth: [1],
  values: [
    Float64Array.of(4, 3, 1, 0),
    Float64Array.of(3, 2, 1, 0),
    Float64Array.of(9, 8, 1, 0),
    Float64Array.of(14, 10, 4, 0),
  ],
  contributions: [[], [], [], [Float64Array.of(7, 7, 4, 0), Float64Array.of(4, 2, 0, 0)]],
  providers: Float64Array.of(2, 2, 1, 0),
};

function check(change: Partial<RawCuboid>): void {
  checkRelease({
    hierarchies: [flatHierarchy('place', 3)],
    measures: MEASURES,
    cuboids: [{ ...CUBOID, ...change }],
  });
}

function contributed(first: readonly number[], second: readonly number[]): Partial<RawCuboid> {
  return { contributions: [[], [], [], [Float64Array.from(first), Float64Array.from(second)]] };
}

function refuses(change: Partial<RawCuboid>, why: RegExp): void {
  assert.throws(() => check(change), { name: 'RangeError', message: why });
}

test('contributions and providers that fit are accepted, and both may be missing', () => {
  check({});
  const { contributions, providers, ...bare } = CUBOID;
  for (const parts of [{}, { contributions: contributions! }, { providers: providers! }]) {
    checkRelease({
      hierarchies: [flatHierarchy('place', 3)],
      measures: MEASURES,
      cuboids: [{ ...bare, ...parts }],
    });
  }
  check({ contributions: [[], [], [], []] });
});

test('contributions come per measure, for sums alone, from two persons at least, for every cell', () => {
  const ranks = CUBOID.contributions![3]!;
  refuses({ contributions: [[], [], ranks] }, /for each of its measures/);
  refuses({ contributions: [[], [], ranks, []] }, /contributions to visits mean nothing/);
  refuses({ contributions: [[], [], [], ranks.slice(0, 1)] }, /two persons at least/);
  refuses({ contributions: [[], [], [], [ranks[0]!, ranks[1]!.slice(1)]] }, /for each cell and rank/);
  refuses({ contributions: [[], [], [], [ranks[0]!, new Float64Array(5)]] }, /for each cell and rank/);
});

test('contributions are numbers from 0, the largest first', () => {
  refuses(contributed([NaN, 7, 4, 0], [4, 2, 0, 0]), /numbers from 0/);
  refuses(contributed([Infinity, 7, 4, 0], [4, 2, 0, 0]), /numbers from 0/);
  refuses(contributed([7, 7, 4, 0], [4, -1, 0, 0]), /numbers from 0/);
  refuses(contributed([7, 2, 4, 0], [4, 7, 0, 0]), /begin with the largest/);
  check(contributed([7, 5, 4, 0], [5, 5, 0, 0]));
});

test('contributions add up to no more than the sum, and leave no more than the others can have', () => {
  refuses(contributed([7, 7, 4, 0], [7.1, 2, 0, 0]), /begin with the largest/);
  refuses(contributed([8, 7, 4, 0], [7, 2, 0, 0]), /are more than the sum/);
  refuses(contributed([7, 7, 5, 0], [4, 2, 0, 0]), /are more than the sum/);
  refuses(contributed([7, 7, 4, 0], [2, 2, 0, 0]), /more than the other persons can have/);
  refuses(contributed([7, 7, 3, 0], [4, 2, 0, 0]), /more than the other persons can have/);
  refuses(contributed([7, 7, 2, 0], [4, 2, 2, 0]), /more persons than there are/);
});

test('a last digit that was rounded away is no fault', () => {
  const tenth = Float64Array.of(1.2, 0.6, 0.6, 0);
  const values = [...CUBOID.values.slice(0, 3), tenth];
  // 0.1 + 0.2 + 0.3 is 0.6000000000000001.
  const ranks = [
    [0.6, 0.3, 0.6, 0],
    [0.3, 0.2, 0, 0],
    [0.2, 0.1, 0, 0],
  ].map((rank) => Float64Array.from(rank));
  check({ values, contributions: [[], [], [], ranks] });
});

test('the others can have no more than the last of the largest', () => {
  const cell = (sum: number, persons: number): Partial<RawCuboid> => ({
    values: [persons, persons, 0, sum].map((number) => Float64Array.of(number, 0, 0, 0)),
    contributions: [[], [], [], [10, 9, 1].map((number) => Float64Array.of(number, 0, 0, 0))],
    providers: new Float64Array(4),
  });
  check(cell(22, 5));
  refuses(cell(22.1, 5), /more than the other persons can have/);
  check(cell(20, 3));
  refuses(cell(21, 3), /more than the other persons can have/);
  // In thousands of millions the last digits are whole ones.
  const large = (sum: number): Partial<RawCuboid> => ({
    ...cell(sum, 2),
    contributions: [[], [], [], [2e9, 1e9].map((number) => Float64Array.of(number, 0, 0, 0))],
  });
  check(large(3e9 - 0.5));
  refuses(large(3e9 - 50), /are more than the sum/);
});

test('providers are whole numbers, one for each cell, and none where nobody is', () => {
  refuses({ providers: Float64Array.of(2, 2, 1) }, /^Cuboid 0: providers must be one number for each cell/);
  refuses({ providers: Float64Array.of(2, 2, 1.5, 0) }, /whole numbers/);
  refuses({ providers: Float64Array.of(2, 2, -1, 0) }, /whole numbers/);
  refuses({ providers: Float64Array.of(2, 2, NaN, 0) }, /whole numbers/);
  refuses({ providers: Float64Array.of(2, 2, 1, 1) }, /not 0 where there are no persons/);
  check({ providers: Float64Array.of(2, 2, 0, 0) });
});

test('what is said about a fault holds no number of a cell', () => {
  const message = (change: Partial<RawCuboid>): string => {
    try {
      check(change);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  const said = message(contributed([7, 7, 4, 0], [7777, 2, 0, 0]));
  assert.match(said, /^Cuboid 0: contributions to costs must begin with the largest$/);
});
