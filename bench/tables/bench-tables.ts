import { type Skew, skewedCounts } from './skewed-counts.ts';

/** A dimension of a made-up table: its members, and the groups they nest in. */
export interface BenchDimension {
  readonly column: string;
  readonly members: number;
  readonly skew: Skew;
  readonly groups?: { readonly column: string; readonly count: number };
}

/** A made-up table of inner cells. */
export interface BenchTable {
  readonly dimensions: readonly BenchDimension[];
  /** Mean count of an inner cell; it decides how many cells are small. */
  readonly mean: number;
  /** Scatter of single cells around the product of sizes, as the deviation of the logarithm. Default: 0.35. */
  readonly scatter?: number;
  /** Share of inner cells that are empty whatever their mean. Default: none. */
  readonly empty?: number;
}

const SEED = 12345;
const sex: BenchDimension = { column: 'sex', members: 2, skew: { kind: 'even' } };
const municipality = (members: number): BenchDimension => ({
  column: 'muni',
  members,
  skew: { kind: 'log-normal', sigma: 0.95 },
  groups: { column: 'region', count: 5 },
});
const age = (members: number): BenchDimension => ({
  column: 'age',
  members,
  skew: { kind: 'falling', ratio: 0.75 ** (8 / members) },
});
const diagnosis = (members: number, chapters: number): BenchDimension => ({
  column: 'diag',
  members,
  skew: { kind: 'log-normal', sigma: 0.9 },
  groups: { column: 'chapter', count: chapters },
});

/**
 * Tables by name. The means are set so that about as many cells are small as in the tables that the
 * figures to reach were measured on: 1,526, 2,688, 14,841 and 21,703. In `holes89k` a third of the
 * inner cells are empty wherever they stand, so that many ways to balance a cell are blocked.
 */
export const BENCH_TABLES = {
  m12k: { dimensions: [municipality(20), age(10), sex, diagnosis(10, 3)], mean: 16 },
  m17k: { dimensions: [municipality(98), age(20), diagnosis(5, 2)], mean: 22.5 },
  l45k: { dimensions: [municipality(49), age(10), sex, diagnosis(20, 5)], mean: 19.9 },
  l89k: { dimensions: [municipality(98), age(10), sex, diagnosis(20, 5)], mean: 19.9 },
  xl170k: { dimensions: [municipality(98), age(20), sex, diagnosis(20, 5)], mean: 33.5 },
  holes89k: {
    dimensions: [municipality(98), age(10), sex, diagnosis(20, 5)],
    mean: 15,
    scatter: 1.4,
    empty: 0.3,
  },
} as const satisfies Readonly<Record<string, BenchTable>>;

export type BenchTableName = keyof typeof BENCH_TABLES;

/** The table with a name. @throws RangeError when there is none */
export function benchTable(name: string): BenchTable {
  if (!Object.hasOwn(BENCH_TABLES, name)) {
    throw new RangeError(`There is no table ${name}; there are ${Object.keys(BENCH_TABLES).join(', ')}`);
  }
  return BENCH_TABLES[name as BenchTableName];
}

/** Counts of the inner cells, by mixed radix over the members, the last dimension running fastest. */
export function innerCounts(table: BenchTable): Int32Array {
  return skewedCounts(table, SEED);
}

/** Group of a member: neighbours go together. */
export function groupOf(member: number, members: number, groups: number): number {
  return Math.floor((member * groups) / members);
}
