import assert from 'node:assert/strict';
import { Catalogue, Cube, MemberList, Problem, SignInAnswer } from '@datakube/contract';

/** Asks an environment: a path, and what `fetch` takes. */
export type Asking = (path: string, init?: RequestInit) => Promise<Response>;

/** What the suites need of an environment, however it is reached. */
export interface Environment {
  /** Asks as nobody. */
  readonly ask: Asking;
  /** Asks as a user who may see every cube. */
  readonly askSignedIn: Asking;
  readonly cubes: readonly Cube[];
  readonly json: (path: string) => Promise<unknown>;
  readonly members: (cube: string, dimension: string, search?: string) => Promise<MemberList['members']>;
  readonly query: (cube: string, query: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** Reads the catalogue, so that the suites know no cube by name but the one in the interface's example. */
export async function meet(ask: Asking): Promise<Environment> {
  const authorization = `Bearer ${await signIn(ask)}`;
  const askSignedIn: Asking = (path, init) =>
    ask(path, { ...init, headers: { authorization, ...init?.headers } });
  const json = async (path: string): Promise<unknown> => {
    const response = await askSignedIn(path);
    assert.equal(response.status, 200, path);
    assert.equal(mediaType(response), 'application/json', path);
    return response.json();
  };
  const { cubes } = Catalogue.parse(await json('/v1/cubes'));
  return {
    ask,
    askSignedIn,
    json,
    cubes: await Promise.all(cubes.map(async ({ id }) => Cube.parse(await json(`/v1/cubes/${id}`)))),
    members: async (cube, dimension, search = '') =>
      MemberList.parse(await json(`/v1/cubes/${cube}/dimensions/${dimension}/members${search}`)).members,
    query: (cube, query, headers) =>
      askSignedIn(`/v1/cubes/${cube}/query`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(query),
      }),
  };
}

async function signIn(ask: Asking): Promise<string> {
  const body = JSON.stringify({ user: 'kommunal-analytiker' });
  const response = await ask('/sandbox/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return SignInAnswer.parse(await response.json()).token;
}

/** The problem details of an answer that must be a refusal. */
export async function refusalOf(response: Response): Promise<Problem> {
  assert.equal(mediaType(response), 'application/problem+json');
  const text = await response.text();
  assert.doesNotMatch(
    text,
    /\bat \w+ \(|node_modules|\.ts\b|file:|SELECT |duckdb|Error:/i,
    'nothing internal leaves',
  );
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.status, response.status);
  return problem;
}

export function mediaType(response: Response): string | undefined {
  return response.headers.get('content-type')?.split(';')[0];
}
