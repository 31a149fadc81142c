import {
  joinTables,
  nodesUnder,
  PATIENCE,
  type ProtectedRelease,
  type RawRelease,
  sectionOf,
} from '@datakube/disclosure';
import { joinReports } from './join-reports.ts';
import { seedsFrom } from './seeds.ts';
import { suppressRelease, type SuppressOptions } from './suppress-release.ts';

/** Protects one year. It ends with the signal. */
export type ProtectYear = (
  year: RawRelease,
  options: SuppressOptions,
  signal: AbortSignal,
) => Promise<ProtectedRelease>;

/** The years to protect, and how the release holds them. */
export interface Years {
  /** Position of the hierarchy of time. */
  readonly hierarchy: number;
  /** Its nodes that are protected, with all that is below them; the others are left out. */
  readonly nodes: Int32Array;
  /** Codes of its nodes. */
  readonly codes: readonly string[];
}

export interface ProtectYearsOptions extends Omit<SuppressOptions, 'patience'> {
  /** Default: one after the other, here. */
  readonly protectYear?: ProtectYear | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Nobody waits as long for numbers that are made up. */
const PATIENCE_FOR_SYNTHETIC = 2000;

/**
 * Protects the years of a release apart, each with a seed of its own, and puts them together. Nobody adds years up and no
 * equation connects them, so nothing is lost by it; and they can be protected at the same time.
 *
 * @param options effort and patience are shared by the years
 * @returns tables over the years that were protected, and one report
 * @throws TooSparseError when real numbers of a year are too sparse for the cuboids
 * @throws ProtectionError when a year cannot be made safe
 */
export async function protectYears(
  release: RawRelease,
  { hierarchy, nodes, codes }: Years,
  { protectYear = protectHere, signal, ...options }: ProtectYearsOptions,
): Promise<ProtectedRelease> {
  const { seed, effort, synthetic, clock = () => 0, onProgress } = options;
  const time = release.hierarchies[hierarchy]!;
  const years = nodes.filter((node) => time.parent[node]! < 0);
  const seedOf = seedsFrom(seed, 'year');
  const failure = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const progress = sharedProgress(years.length, onProgress);
  const began = clock();
  const protectOne = async (year: number, position: number) => {
    const own = nodesUnder(time, [year]);
    const yearly: SuppressOptions = {
      ...options,
      seed: await seedOf(codes[year]!),
      effort: effort === undefined ? undefined : effort / years.length,
      patience: (synthetic ? PATIENCE_FOR_SYNTHETIC : PATIENCE) / years.length,
      onProgress: (step, done, of) => progress(position, step, done, of),
    };
    try {
      const made = await protectYear(sectionOf(release, hierarchy, own), yearly, stop);
      return { ...made, nodes: own.map((node) => nodes.indexOf(node)) };
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  };
  const parts = await Promise.all(Array.from(years, protectOne));
  const tables = release.cuboids.map(({ dimensions, depth }, position) => {
    const end = time.nodesTo[depth[dimensions.indexOf(hierarchy)]!]!;
    const sections = parts.map((part) => ({ nodes: part.nodes, table: part.tables[position]! }));
    return joinTables(time.id, nodes.filter((node) => node < end).length, sections);
  });
  const report = joinReports(parts.map((part) => part.report));
  return { tables, report: { ...report, seconds: (clock() - began) / 1000 } };
}

const protectHere: ProtectYear = (year, options, signal) => {
  signal.throwIfAborted();
  return Promise.resolve(suppressRelease(year, options));
};

/** The progress of all years together. */
function sharedProgress(
  years: number,
  onProgress: SuppressOptions['onProgress'],
): (year: number, step: string, done: number, of: number) => void {
  const shares = new Float64Array(years);
  return (year, step, done, of) => {
    shares[year] = done / of;
    onProgress?.(
      step,
      shares.reduce((sum, share) => sum + share, 0),
      years,
    );
  };
}
