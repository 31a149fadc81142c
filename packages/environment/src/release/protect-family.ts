import {
  cutTable,
  type DisclosureReport,
  perturbRelease,
  type ProtectedTable,
  type RawRelease,
  recordKeys,
  roundRelease,
  sectionOf,
} from '@datakube/disclosure';
import type { PerturbPolicy } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { timeOf } from './closed-periods.ts';
import { familyPolicy } from './family-policy.ts';
import { type ProtectYear, protectYears, type Years } from './protect-years.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';
import { tabulateFamily } from './tabulate-family.ts';

export interface ProtectFamilyOptions {
  readonly engine: Engine;
  /** Secret, 32 bytes: which secondary cells are hidden depends on it. */
  readonly seed: Uint8Array;
  /** Secret, 32 bytes: record keys and noise. The same for every answer about the same persons, for ever. */
  readonly noiseSecret?: Uint8Array | undefined;
  /** Years to protect: the other tables and numbers are left out. Default all. */
  readonly only?: { readonly dimension: string; readonly nodes: Int32Array } | undefined;
  /** How much work goes into hiding less, as `protect` takes it. */
  readonly effort?: number | undefined;
  /** As `protect` takes it. Default `certified`. */
  readonly gate?: 'certified' | 'exact' | undefined;
  /** True when the numbers are made up. */
  readonly synthetic: boolean;
  /** Protects a year of a cube that hides cells. Default: here. */
  readonly protectYear?: ProtectYear | undefined;
  readonly onProgress: (step: 'tabulate' | 'protect', cube: string, done: number, of: number) => void;
  readonly signal: AbortSignal | undefined;
}

export interface ProtectedFamily {
  /** Per cube of the family, one table for each of its cuboids. */
  readonly tables: readonly (readonly ProtectedTable[])[];
  readonly report: DisclosureReport;
}

/**
 * Counts the cubes of a family and protects them by the method of their policy.
 *
 * @throws ProtectionError or Error when that cannot be done
 */
export async function protectFamily(
  family: readonly CubeModel[],
  options: ProtectFamilyOptions,
): Promise<ProtectedFamily> {
  const policy = familyPolicy(family);
  if (policy.method === 'perturb') return perturbFamily(family, policy, options);
  const {
    engine,
    seed,
    only,
    effort,
    gate = 'certified',
    synthetic,
    protectYear,
    onProgress,
    signal,
  } = options;
  const whole = await tabulateFamily(engine, family, {
    signal,
    onProgress: (id, done, of) => onProgress('tabulate', id, done, of),
  });
  signal?.throwIfAborted();
  const first = family[0]!.definition.id;
  const clock = (): number => performance.now();
  onProgress('protect', first, 0, 1);
  const made =
    policy.method === 'suppress'
      ? await protectYears(whole, yearsOf(family[0]!, whole, only), {
          policy,
          seed,
          effort,
          gate,
          synthetic,
          clock,
          protectYear,
          onProgress: (_, done, of) => onProgress('protect', first, done, of),
          signal,
        })
      : roundRelease(only ? cutYears(whole, only) : whole, { policy, seed, clock });
  return { tables: splitTables(made.tables, family), report: made.report };
}

/** Each cube by itself: cells that two of them share have the same persons, so the same keys and the same noise. */
async function perturbFamily(
  family: readonly CubeModel[],
  policy: PerturbPolicy,
  { engine, noiseSecret, only, onProgress, signal }: ProtectFamilyOptions,
): Promise<ProtectedFamily> {
  if (!noiseSecret) throw new RangeError('A cube that is perturbed needs a secret for its noise');
  const records = recordKeys(noiseSecret);
  const began = performance.now();
  const tables: ProtectedTable[][] = [];
  for (const cube of family) {
    const { id } = cube.definition;
    const { keys, ...release } = await tabulateCuboids(engine, cube, {
      signal,
      records,
      onProgress: (done, of) => onProgress('tabulate', id, done, of),
    });
    signal?.throwIfAborted();
    onProgress('protect', id, 0, 1);
    const made = perturbRelease(release, keys!, policy, noiseSecret);
    tables.push(only ? made.map((table) => cutTable(table, only.dimension, only.nodes)) : made);
    onProgress('protect', id, 1, 1);
  }
  return {
    tables,
    report: {
      cells: tables.flat().reduce((sum, table) => sum + table.cells, 0),
      primary: 0,
      secondary: 0,
      determined: 0,
      withheld: 0,
      certificate: null,
      seconds: (performance.now() - began) / 1000,
      gates: ['noise in every number'],
    },
  };
}

function yearsOf(cube: CubeModel, release: RawRelease, only: ProtectFamilyOptions['only']): Years {
  const { definition, members } = timeOf(cube);
  return {
    hierarchy: release.hierarchies.findIndex(({ id }) => id === definition.id),
    nodes: only?.nodes ?? Int32Array.from(members.keys()),
    codes: members.map((member) => member!.code),
  };
}

function cutYears(
  release: RawRelease,
  { dimension, nodes }: NonNullable<ProtectFamilyOptions['only']>,
): RawRelease {
  return sectionOf(
    release,
    release.hierarchies.findIndex(({ id }) => id === dimension),
    nodes,
  );
}

function splitTables(tables: readonly ProtectedTable[], family: readonly CubeModel[]): ProtectedTable[][] {
  let from = 0;
  return family.map(({ definition }) => tables.slice(from, (from += definition.release.cuboids.length)));
}
