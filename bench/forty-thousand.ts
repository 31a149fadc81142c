// A released cuboid of which a slice has exactly 40,000 cells: none of the sandbox is so large.
import { type AxisEntry, CubeDefinition, type Query } from '@datakube/contract';
import {
  createApp,
  createMemoryAuditLog,
  createMemoryEngine,
  createMemoryStore,
  type KeptAnswers,
  NO_SIGN_IN,
  publishCube,
  readCubes,
} from '@datakube/environment';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';

const axes = {
  rows: [
    { dimension: 'residence', level: 'municipality' },
    { dimension: 'age', level: 'broad' },
  ],
  columns: [
    { dimension: 'sector', level: 'sector' },
    { dimension: 'time', level: 'month' },
  ],
} satisfies Record<string, AxisEntry[]>;
const cuboid = { dimensions: [...axes.rows, ...axes.columns] };

/** 80 municipalities × 5 ages × 4 sectors × 25 months, cut from a cuboid of 159,120 cells; most of them are hidden. */
export async function publishFortyThousand(): Promise<{
  /** As the environment does it. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** The same, but every answer is made anew. */
  readonly fetchAnew: (request: Request) => Promise<Response>;
  readonly query: Query;
}> {
  const definitions = cubeDefinitions.map((each) => CubeDefinition.parse(each));
  const definition = definitions.find(({ id }) => id === 'sundhedsdata-paa-tvaers')!;
  const only = { ...definition, release: { cuboids: [cuboid] }, examples: [] };
  const cube = readCubes([only], codeLists, registerSchema)[0]!;
  const store = createMemoryStore();
  const secret = new Uint8Array(32).fill(1);
  await publishCube({
    cube,
    engine: createMemoryEngine(collectRegisters({ citizens: 20_000, seed: 1 }).tables),
    store,
    seed: secret,
    noiseSecret: secret,
    synthetic: true,
    gate: 'exact',
    clock: () => new Date('2026-02-01T06:00:00Z'),
  });
  const serve = (answers?: KeptAnswers) => {
    const app = createApp({
      cubes: [cube],
      releases: store,
      ...(answers && { answers }),
      audit: createMemoryAuditLog(),
      identity: NO_SIGN_IN,
      profile: 'sandbox',
    });
    return async (request: Request): Promise<Response> => app.fetch(request);
  };
  const members = cube.dimensions
    .find(({ definition: { id } }) => id === 'residence')!
    .members.flatMap((member) => (member?.level === 'municipality' ? member.code : []))
    .slice(0, 80);
  const query: Query = {
    measures: ['contacts'],
    ...axes,
    filters: [
      { dimension: 'residence', members },
      { dimension: 'time', level: 'month', latest: 25 },
    ],
  };
  const nothing: KeptAnswers = { find: () => undefined, keep: () => {}, get: (_, load) => load() };
  return { fetch: serve(), fetchAnew: serve(nothing), query };
}
