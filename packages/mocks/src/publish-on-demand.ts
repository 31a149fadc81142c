import {
  createMaker,
  createMemoryEngine,
  createMemoryOutsideStore,
  createMemoryStore,
  createOutsideRelease,
  type CubeModel,
  type Engine,
  type OutsideRelease,
  type Progress,
  publishCube,
  readCubes,
  type ReleaseManifest,
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

export interface PublishedOnDemand {
  readonly cubes: CubeModel[];
  readonly releases: ReleaseStore;
  readonly outside: OutsideRelease;
}

/**
 * The cubes over registers in memory, each published the way the environment publishes over its database, but
 * not before somebody asks for its release: a page that shows one cube need not wait for the others.
 */
export function publishOnDemand(options: PublishOptions): PublishedOnDemand {
  const { wanted } = options;
  const cubes = readCubes(cubeDefinitions, codeLists, registerSchema).filter(
    ({ definition }) => wanted?.includes(definition.id) ?? true,
  );
  const store = createMemoryStore();
  const published = new Map<string, Promise<unknown>>();
  let made: Engine | undefined;
  const engineOf = (): Engine => (made ??= createMemoryEngine(makeRegisters(options)));
  // The numbers are made up: nothing is protected by this secret.
  const secret = new Uint8Array(32).fill(options.seed);

  const publish = (cube: CubeModel): Promise<unknown> => {
    const engine = engineOf();
    const { onProgress } = options;
    return publishCube({
      cube,
      engine,
      store,
      seed: secret,
      noiseSecret: secret,
      synthetic: true,
      // A page cannot wait for the proof, and nobody is behind these numbers.
      gate: 'exact',
      clock: () => PUBLISHED,
      onProgress,
    });
  };

  const publishedFor = async (cube: CubeModel, id: string): Promise<ReleaseManifest | undefined> => {
    // Cubes that count the same events are published together.
    const family = cube.family()[0]!.definition.id;
    const publication = published.get(family) ?? publish(cube);
    published.set(family, publication);
    await publication;
    return store.current(id);
  };
  const current: ReleaseStore['current'] = async (id) => {
    const cube = cubes.find(({ definition }) => definition.id === id);
    return cube && publishedFor(cube, id);
  };
  /** Those of the family too, whether or not they are served. */
  const ofFamily: ReleaseStore['current'] = async (id) => {
    const cube = cubes.find((each) => each.family().some(({ definition }) => definition.id === id));
    return cube && publishedFor(cube, id);
  };

  const whole = { ...store, current: ofFamily };
  const outside = createOutsideRelease({
    releases: whole,
    store: createMemoryOutsideStore(),
    make: (...task) =>
      createMaker({ engine: engineOf(), releases: whole, seed: secret, noiseSecret: secret })(...task),
  });
  return { cubes, releases: { ...store, current }, outside };
}

function makeRegisters({
  citizens,
  seed,
  onProgress,
}: PublishOptions): Parameters<typeof createMemoryEngine>[0] {
  return collectRegisters({ citizens, seed }, (done, of) => onProgress?.({ step: 'registers', done, of }))
    .tables;
}
