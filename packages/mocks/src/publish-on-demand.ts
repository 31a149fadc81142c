import {
  createMemoryEngine,
  createMemoryStore,
  type CubeModel,
  type Engine,
  type Progress,
  publishCube,
  readCubes,
  type ReleaseStore,
} from '@datakube/environment';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';

export interface PublishOptions {
  readonly citizens: number;
  readonly seed: number;
  /** Ids of cubes; without it all. */
  readonly wanted?: readonly string[] | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Stories and pictures must not change with the day. */
const PUBLISHED = new Date('2026-02-01T06:00:00Z');

/**
 * The cubes over registers in memory, each published the way the environment publishes over its database, but
 * not before somebody asks for its release: a page that shows one cube need not wait for the others.
 */
export function publishOnDemand(options: PublishOptions): { cubes: CubeModel[]; releases: ReleaseStore } {
  const { wanted } = options;
  const cubes = readCubes(cubeDefinitions, codeLists, registerSchema).filter(
    ({ definition }) => wanted?.includes(definition.id) ?? true,
  );
  const store = createMemoryStore();
  const published = new Map<string, Promise<unknown>>();
  let engine: Engine | undefined;

  const publish = (cube: CubeModel): Promise<unknown> => {
    engine ??= createMemoryEngine(makeRegisters(options));
    const { seed, onProgress } = options;
    const secret = new Uint8Array(32).fill(seed);
    return publishCube({
      cube,
      engine,
      store,
      seed: secret,
      noiseSecret: secret,
      synthetic: true,
      clock: () => PUBLISHED,
      onProgress,
    });
  };

  const current: ReleaseStore['current'] = async (id) => {
    const cube = cubes.find(({ definition }) => definition.id === id);
    if (cube === undefined) return undefined;
    // Cubes that count the same events are published together.
    const family = cube.family()[0]!.definition.id;
    const publication = published.get(family) ?? publish(cube);
    published.set(family, publication);
    await publication;
    return store.current(id);
  };

  return { cubes, releases: { ...store, current } };
}

function makeRegisters({
  citizens,
  seed,
  onProgress,
}: PublishOptions): Parameters<typeof createMemoryEngine>[0] {
  return collectRegisters({ citizens, seed }, (done, of) => onProgress?.({ step: 'registers', done, of }))
    .tables;
}
