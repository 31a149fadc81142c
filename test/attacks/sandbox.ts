import { Catalogue, type CubeSummary, SignInAnswer } from '@datakube/contract';
import { createMemoryEngine, type CubeModel, readCubes, tabulateCuboids } from '@datakube/environment';
import type { RawRelease } from '@datakube/disclosure';
import { createMocks } from '@datakube/mocks';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';
import { type Ask, TOTAL } from './knowledge.ts';

/** An environment to attack, and the truth to keep the score by. */
export interface Sandbox {
  readonly ask: Ask;
  readonly cubes: readonly CubeSummary[];
  /** Cubes whose cells stand at one member of another cube, as the definitions say. */
  readonly parts: readonly { readonly cube: string; readonly dimension: string; readonly member: string }[];
  /** What a cell really holds. The attacker never sees this. */
  readonly truth: (cube: string, measure: string) => (cell: string) => number;
}

/** The environment's own app over a small population. */
export async function openSandbox(options: {
  readonly citizens: number;
  readonly seed: number;
}): Promise<Sandbox> {
  const mocks = await createMocks(options);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    mocks.fetch(`http://environment.example${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const { token } = SignInAnswer.parse(
    await (await post('/sandbox/sign-in', { user: 'kommunal-analytiker' })).json(),
  );
  const authorization = `Bearer ${token}`;
  const ask: Ask = (path, body) =>
    body === undefined
      ? mocks.fetch(`http://environment.example${path}`, { headers: { authorization } })
      : post(path, body, { authorization });
  const { cubes } = Catalogue.parse(await (await ask('/v1/cubes')).json());
  const models = readCubes(cubeDefinitions, codeLists, registerSchema);
  const engine = createMemoryEngine(collectRegisters(options).tables);
  const releases = new Map<string, RawRelease>();
  for (const model of models) releases.set(model.definition.id, await tabulateCuboids(engine, model));
  const truth: Sandbox['truth'] = (cube, measure) => {
    const model = models.find(({ definition }) => definition.id === cube)!;
    return (cell) => valueOf(releases.get(cube)!, model, measure, cell.split('|'));
  };
  const parts = models.flatMap(({ definition: { id, partOf } }) =>
    partOf ? [{ cube: id, dimension: partOf.dimension, member: partOf.member }] : [],
  );
  return { ask, cubes, parts, truth };
}

/** The raw number of a cell, looked up in the first cuboid that holds it. */
function valueOf(release: RawRelease, model: CubeModel, measure: string, codes: readonly string[]): number {
  const nodes = codes.map((code, at) => (code === TOTAL ? 0 : model.dimensions[at]!.nodeOf.get(code)!));
  const column = release.measures.findIndex(({ id }) => id === measure);
  for (const { dimensions, depth, values } of release.cuboids) {
    if (codes.some((code, at) => code !== TOTAL && !dimensions.includes(at))) continue;
    const sizes = dimensions.map((dimension, i) => release.hierarchies[dimension]!.nodesTo[depth[i]!]!);
    if (dimensions.some((dimension, i) => nodes[dimension]! >= sizes[i]!)) continue;
    return values[column]![
      dimensions.reduce((cell, dimension, i) => cell * sizes[i]! + nodes[dimension]!, 0)
    ]!;
  }
  throw new RangeError(`No cuboid holds ${codes.join('|')}`);
}
