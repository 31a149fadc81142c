import { readCubes } from '../../cubes/read-cubes.ts';
import { publishCube } from '../../release/publish-cube.ts';
import { openDuckDbEngine } from '../duckdb/duckdb-engine.ts';
import { openDiskStore } from './disk-store.ts';
import { protectInThreads } from './protect-in-threads.ts';
import { sealKeyOf } from './secrets.ts';

/** What a process needs to publish a cube: plain data only. */
export interface PublicationTask {
  readonly cube: string;
  readonly definitions: readonly unknown[];
  readonly codeLists: Readonly<Record<string, unknown>>;
  readonly registers: string;
  readonly releases: string;
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly noiseSecret: Uint8Array<ArrayBuffer>;
  readonly key: Uint8Array<ArrayBuffer>;
  readonly synthetic: boolean;
  readonly inputs: string;
  readonly effort: number;
}

// Publishes the cube it is told to; its messages are the progress. Ends with the process that started it.
const orphaned = (): never => process.exit(1);
process.once('disconnect', orphaned);
process.once('message', (task: PublicationTask) => {
  publish(task).then(
    () => {
      process.off('disconnect', orphaned);
      process.disconnect();
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function publish(task: PublicationTask): Promise<void> {
  const cubes = readCubes(task.definitions, task.codeLists);
  const cube = cubes.find(({ definition }) => definition.id === task.cube)!;
  const engine = await openDuckDbEngine(task.registers);
  try {
    await publishCube({
      cube,
      engine,
      store: await openDiskStore({ folder: task.releases, key: await sealKeyOf(task.key) }),
      seed: task.seed,
      noiseSecret: task.noiseSecret,
      synthetic: task.synthetic,
      inputs: task.inputs,
      effort: task.effort,
      protectYear: protectInThreads(),
      clock: () => new Date(),
      onProgress: (progress) => process.send?.(progress),
    });
  } finally {
    await engine.close();
  }
}
