import type { Way } from '@datakube/contract';
import { sealTable } from '@datakube/disclosure';
import { readCubes } from '../../cubes/read-cubes.ts';
import { grainOf } from '../../outside/grain.ts';
import { createMaker } from '../../outside/make-cuboid.ts';
import { openDuckDbEngine } from '../duckdb/duckdb-engine.ts';
import { openDiskStore } from './disk-store.ts';
import { sealKeyOf } from './secrets.ts';

/** What a process needs to make a cuboid outside the release: plain data only. */
export interface OutsideTask {
  readonly cube: string;
  /** Depth by dimension. */
  readonly depths: readonly (readonly [string, number])[];
  readonly way: Way;
  readonly definitions: readonly unknown[];
  readonly codeLists: Readonly<Record<string, unknown>>;
  readonly registers: string;
  readonly releases: string;
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly noiseSecret: Uint8Array<ArrayBuffer>;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** The sealed cuboid; null where it cannot be made safe. */
export type OutsideMessage = Uint8Array | null;

// Makes the cuboid it is told to, and sends it sealed. Ends with the process that started it.
const orphaned = (): never => process.exit(1);
process.once('disconnect', orphaned);
process.once('message', (task: OutsideTask) => {
  make(task).then(
    (message) => {
      process.off('disconnect', orphaned);
      process.send?.(message, () => process.disconnect());
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function make(task: OutsideTask): Promise<OutsideMessage> {
  const cubes = readCubes(task.definitions, task.codeLists);
  const cube = cubes.find(({ definition }) => definition.id === task.cube)!;
  const key = await sealKeyOf(task.key);
  const engine = await openDuckDbEngine(task.registers);
  try {
    const releases = await openDiskStore({ folder: task.releases, key });
    const current = await Promise.all(
      cube.family().map(async (member) => ({
        cube: member,
        manifest: (await releases.current(member.definition.id))!,
      })),
    );
    const { seed, noiseSecret } = task;
    const table = await createMaker({ engine, releases, seed, noiseSecret })(
      grainOf(cube, new Map(task.depths)),
      task.way,
      current,
    );
    return table ? await sealTable(table, key) : null;
  } finally {
    await engine.close();
  }
}
