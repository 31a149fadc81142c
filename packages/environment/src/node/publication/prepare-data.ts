import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { codeLists as registerCodeLists, registerSchema } from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { readCubes } from '../../cubes/read-cubes.ts';
import type { OutsideRelease } from '../../outside/outside-release.ts';
import type { Progress } from '../../release/publish-cube.ts';
import type { ReleaseStore } from '../../release/release-store.ts';
import { readRegisterFile, type RegisterFileInfo } from '../duckdb/register-file.ts';
import { openDiskStore } from './disk-store.ts';
import { makeFolder } from './durable-file.ts';
import { outsideOfRegisters } from './outside-registers.ts';
import type { PublicationTask } from './publication-process.ts';
import { keptSecret, sealKeyOf } from './secrets.ts';
import { startProcess } from './side-work.ts';
import { makeSyntheticRegisters } from './synthetic-registers.ts';

/** Raised when tabulation or protection change, so that releases made before are made anew. */
const PUBLICATION_FORMAT = 5;

export interface PrepareDataOptions {
  /** Folder of registers, releases and secrets. Made when missing. */
  readonly folder: string;
  /** Cube definitions as parsed from JSON. */
  readonly definitions: readonly unknown[];
  /** Code lists by name. Default: those of the synthetic registers. */
  readonly codeLists?: Readonly<Record<string, unknown>>;
  /** Citizens of the synthetic registers. */
  readonly citizens: number;
  /** Seed of the synthetic registers; not a secret. Default 1. */
  readonly seed?: number;
  /** In `production` nothing is made up: registers must be there, and must not be synthetic. */
  readonly profile: 'sandbox' | 'production';
  /** How much work goes into hiding less, in million cells looked at, for all years of a family. Default 20. */
  readonly effort?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What the environment serves from. */
export interface PreparedData {
  readonly cubes: readonly CubeModel[];
  readonly store: ReleaseStore;
  readonly outside: OutsideRelease;
  /** File of the registers, for an engine. */
  readonly registers: string;
  readonly synthetic: boolean;
}

/**
 * Sees to it that the data are there: registers, and a release of every cube made from these
 * registers by these definitions. Does only what is missing or out of date; after an interruption it
 * goes on where it was. Cubes that count the same events are published together, two such families at a
 * time, each in a process of its own.
 *
 * @throws CubeDefinitionError before anything else, when a definition is wrong
 * @throws Error in production, when there are no registers but synthetic ones
 *
 * @example
 * ```ts
 * const { cubes, store } = await prepareData({ folder, definitions, citizens: 600_000, profile: 'sandbox' });
 * ```
 */
export async function prepareData(options: PrepareDataOptions): Promise<PreparedData> {
  const { folder, definitions, codeLists = registerCodeLists, effort = 20, onProgress, signal } = options;
  const cubes = readCubes(definitions, codeLists, registerSchema);
  const secrets = join(folder, 'secrets');
  const releases = join(folder, 'releases');
  const registers = join(folder, 'registers.duckdb');
  await makeFolder(folder, 0o700);
  await makeFolder(secrets, 0o700);
  const seed = await keptSecret(secrets, 'disclosure-seed');
  const noiseSecret = await keptSecret(secrets, 'noise-secret');
  const key = await keptSecret(secrets, 'seal-key');
  const info = await findRegisters(registers, cubes, options);
  const openStore = async (): Promise<ReleaseStore> =>
    openDiskStore({ folder: releases, key: await sealKeyOf(key) });
  const former = await openStore();

  const tasks: PublicationTask[] = [];
  for (const family of families(cubes)) {
    const inputs = inputsOf(family, info);
    const current = await Promise.all(family.map((cube) => currentInputs(former, cube)));
    if (current.every((each) => each === inputs)) continue;
    const { synthetic } = info;
    tasks.push({
      cube: family[0]!.definition.id,
      definitions,
      codeLists,
      registers,
      releases,
      seed,
      noiseSecret,
      key,
      synthetic,
      inputs,
      effort,
    });
  }
  await inPairs(tasks, signal, (task, stop) => publish(task, onProgress, stop));
  // Opened again: a store remembers what it has read, and other processes have published since.
  const store = await openStore();
  const outside = await outsideOfRegisters({
    folder: join(folder, 'outside'),
    store,
    definitions,
    codeLists,
    registers,
    releases,
    seed,
    noiseSecret,
    key,
    signal,
  });
  return { cubes, store, outside, registers, synthetic: info.synthetic };
}

async function findRegisters(
  path: string,
  cubes: readonly CubeModel[],
  { profile, citizens, seed = 1, onProgress, signal }: PrepareDataOptions,
): Promise<RegisterFileInfo> {
  if (profile === 'sandbox')
    return makeSyntheticRegisters({ path, cubes, citizens, seed, onProgress, signal });
  const info = await readRegisterFile(path);
  if (!info) throw new Error('There are no registers: production makes none up');
  if (info.synthetic) throw new Error('The registers are synthetic: production does not serve them');
  return info;
}

/** Each family once, by its whole cube. */
function families(cubes: readonly CubeModel[]): (readonly CubeModel[])[] {
  return cubes.filter(({ definition }) => !definition.partOf).map((cube) => cube.family());
}

/** What releases are made from: the registers, the definitions with their members, and the way they are made. */
function inputsOf(family: readonly CubeModel[], { fingerprint }: RegisterFileInfo): string {
  const cubes = family.map(({ definition, dimensions }) => [
    definition,
    dimensions.map((dimension) => dimension.members),
  ]);
  const parts = [PUBLICATION_FORMAT, fingerprint, cubes];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What the current release was made from; undefined when there is none that can be trusted. */
async function currentInputs(store: ReleaseStore, cube: CubeModel): Promise<string | undefined> {
  try {
    const manifest = await store.current(cube.definition.id);
    if (!manifest) return undefined;
    for (const position of manifest.cuboids.keys()) await store.cuboid(manifest, position);
    return manifest.inputs;
  } catch {
    return undefined;
  }
}

async function publish(
  task: PublicationTask,
  onProgress: PrepareDataOptions['onProgress'],
  signal: AbortSignal,
): Promise<void> {
  const publication = startProcess('publication-process', task);
  for await (const progress of publication.messages<Progress>(signal)) onProgress?.(progress);
}

/** Runs tasks two at a time. The first failure stops the other. */
async function inPairs<T>(
  tasks: readonly T[],
  signal: AbortSignal | undefined,
  run: (task: T, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  const failure = new AbortController();
  const stop = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  const rest = [...tasks];
  const lane = async (): Promise<void> => {
    for (let task = rest.shift(); task; task = rest.shift()) {
      try {
        await run(task, stop);
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    }
  };
  await Promise.all([lane(), lane()]);
}
