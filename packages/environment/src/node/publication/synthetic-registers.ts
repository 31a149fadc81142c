import { createHash } from 'node:crypto';
import {
  countPersons,
  type RegisterBlock,
  registerBlocks,
  type RegisterOptions,
  registerSchema,
  type RegisterSchema,
} from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { columnOf } from '../../engines/memory/person-years.ts';
import { factLayouts, layoutNames } from '../duckdb/fact-layout.ts';
import { readRegisterFile, type RegisterFileInfo } from '../duckdb/register-file.ts';
import { writeDuckDbRegisters } from '../duckdb/write-registers.ts';
import type { Progress } from '../../release/publish-cube.ts';
import { startThread } from './side-work.ts';

export interface SyntheticRegisters {
  readonly path: string;
  readonly cubes: readonly CubeModel[];
  readonly citizens: number;
  readonly seed: number;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Makes the synthetic registers that the cubes read, unless they are there already. */
export async function makeSyntheticRegisters(wanted: SyntheticRegisters): Promise<RegisterFileInfo> {
  const { path, cubes, citizens, seed, onProgress, signal } = wanted;
  const schema = tablesOf(cubes);
  const sample = sampleOf(schema, { citizens, seed });
  const there = await readRegisterFile(path);
  const facts = Object.fromEntries(
    [...factLayouts(cubes)].map(([table, layout]) => [table, layoutNames(layout)]),
  );
  if (there && isSame(there, { schema, sample, facts, citizens, seed, synthetic: true })) return there;
  const of = countPersons(citizens);
  onProgress?.({ step: 'registers', done: 0, of });
  return writeDuckDbRegisters(path, blocksFromThread({ citizens, seed }, signal), {
    schema,
    cubes,
    seed,
    citizens,
    sample,
    synthetic: true,
    onProgress: (done) => onProgress?.({ step: 'registers', done, of }),
  });
}

/** Made in another thread while this one writes. */
async function* blocksFromThread(
  options: RegisterOptions,
  signal?: AbortSignal,
): AsyncGenerator<RegisterBlock> {
  const generator = startThread('register-thread', options);
  for await (const block of generator.messages<RegisterBlock>(signal)) {
    generator.send('taken');
    yield block;
  }
}

/** The registers that the cubes read, with all their columns. */
function tablesOf(cubes: readonly CubeModel[]): RegisterSchema {
  const names = new Set(cubes.flatMap(({ definition }) => [definition.facts, definition.population.table]));
  const tables: RegisterSchema = registerSchema;
  return Object.fromEntries(Object.entries(tables).filter(([name]) => names.has(name)));
}

/** Persons whose rows tell whether the generator still makes what it made. */
const SAMPLE_PERSONS = 500;

function sampleOf(schema: RegisterSchema, options: RegisterOptions): string {
  const hash = createHash('sha256');
  const [block] = registerBlocks({ ...options, blockSize: SAMPLE_PERSONS });
  for (const [name, columns] of Object.entries(schema)) {
    const table = block?.tables[name];
    if (!table) continue;
    for (const column of Object.keys(columns)) hash.update(columnOf(table, column).subarray(0, table.rows));
  }
  return hash.digest('hex');
}

function isSame(there: RegisterFileInfo, wanted: Omit<RegisterFileInfo, 'fingerprint'>): boolean {
  const key = ({ schema, sample, facts, citizens, seed, synthetic }: typeof wanted): string =>
    JSON.stringify([schema, sample, facts, citizens, seed, synthetic]);
  return key(there) === key(wanted);
}
