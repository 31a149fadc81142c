import { parentPort, workerData } from 'node:worker_threads';
import { readCubes } from '../../cubes/read-cubes.ts';
import { publishCube } from '../../release/publish-cube.ts';
import { openDuckDbEngine } from '../duckdb/duckdb-engine.ts';
import { openDiskStore } from './disk-store.ts';
import { sealKeyOf } from './secrets.ts';

/** What a thread needs to publish a cube: plain data only. */
export interface PublicationTask {
  readonly cube: string;
  readonly definitions: readonly unknown[];
  readonly codeLists: Readonly<Record<string, unknown>>;
  readonly registers: string;
  readonly releases: string;
  readonly seed: Uint8Array<ArrayBuffer>;
  readonly key: Uint8Array<ArrayBuffer>;
  readonly synthetic: boolean;
  readonly inputs: string;
}

// Publishes one cube; its messages are the progress.
const task = workerData as PublicationTask;
const cube = readCubes(task.definitions, task.codeLists).find(({ definition }) => definition.id === task.cube)!;
const engine = await openDuckDbEngine(task.registers);
try {
  await publishCube({
    cube,
    engine,
    store: await openDiskStore({ folder: task.releases, key: await sealKeyOf(task.key) }),
    seed: task.seed,
    synthetic: task.synthetic,
    inputs: task.inputs,
    clock: () => new Date(),
    onProgress: (progress) => parentPort?.postMessage(progress),
  });
} finally {
  await engine.close();
}
