import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  Capabilities,
  Catalogue,
  CellSetAnswer,
  Cube,
  ERRORS,
  Health,
  MemberList,
  Problem,
  SignInAnswer,
  STATUSES,
} from '@datakube/contract';
import { ROUTES } from '@datakube/contract/openapi';
import { getResponse } from 'msw';
import { createMocks } from './create-mocks.ts';

const origin = 'https://environment.example';
const cube = 'speciallaegepraksis';
const steps: string[] = [];
const mocks = await createMocks({ origin, cubes: [cube], onProgress: ({ step }) => steps.push(step) });

const get = (path: string, init?: RequestInit): Promise<Response> => mocks.fetch(`${origin}${path}`, init);
const ask = (body: unknown, fetch = mocks.fetch): Promise<Response> =>
  fetch(`${origin}/v1/cubes/${cube}/query`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
const byRegion = { measures: ['persons'], rows: [{ dimension: 'residence', level: 'region' }] };

describe('createMocks', () => {
  it('answers alike by fetch and by handlers, with the cubes that were wanted', async () => {
    const { cubes } = Catalogue.parse(await (await get('/v1/cubes')).json());
    assert.deepEqual(cubes.map(({ id, synthetic }) => [id, synthetic]), [[cube, true]]); // prettier-ignore
    const handled = await getResponse([...mocks.handlers], new Request(`${origin}/v1/cubes`));
    assert.deepEqual(await handled?.json(), { cubes });
    assert.deepEqual([...new Set(steps)], ['registers', 'tabulate', 'protect', 'store']);
  });

  it('answers every route in the form of the contract', async () => {
    const cubePath = `/v1/cubes/${cube}`;
    for (const [path, schema] of [
      ['/health/live', Health],
      ['/health/ready', Health],
      ['/v1/capabilities', Capabilities],
      [cubePath, Cube],
      [`${cubePath}/dimensions/residence/members?level=region`, MemberList],
    ] as const) {
      const response = await get(path);
      assert.equal(response.status, 200, path);
      schema.parse(await response.json());
    }
    const document = (await (await get('/v1/openapi.json')).json()) as { paths: object };
    assert.deepEqual(
      Object.keys(document.paths).sort(),
      [...new Set(Object.values(ROUTES).map(({ path }) => path))].sort(),
    );
  });

  it('protects its numbers as the real one does', async () => {
    const answer = CellSetAnswer.parse(
      await (
        await ask({
          measures: ['persons'],
          rows: [{ dimension: 'residence', level: 'municipality' }],
          columns: [{ dimension: 'specialty', level: 'specialty' }],
        })
      ).json(),
    );
    const { value, status } = answer.cells['persons']!;
    assert.equal(answer.synthetic, true);
    assert.ok(status.includes('suppressed') && status.includes('published'));
    for (const each of status) assert.ok(STATUSES.includes(each));
    for (const number of value) assert.ok(number === null || number === 0 || number >= 5, String(number));
  });

  it('answers outside the release those who may, exactly or with noise, and refuses the others', async () => {
    const signIn = await mocks.fetch(`${origin}/sandbox/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user: 'forsker' }),
    });
    const { token } = SignInAnswer.parse(await signIn.json());
    const signedIn: typeof mocks.fetch = (input, init) =>
      mocks.fetch(input, {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), Authorization: `Bearer ${token}` },
      });
    const at = (dimension: string, level: string) => ({ dimension, level });
    const exact = {
      ...byRegion,
      columns: [at('specialty', 'specialty'), at('diagnosis-chapter', 'chapter')],
    };
    const noisy = {
      ...byRegion,
      columns: [at('age', 'broad'), at('sex', 'sex'), at('specialty', 'specialty')],
    };
    for (const [query, number] of [
      [exact, 'published'],
      [noisy, 'perturbed'],
    ] as const) {
      // prettier-ignore
      assert.equal((await ask(query)).status, 422);
      const answer = CellSetAnswer.parse(await (await ask(query, signedIn)).json());
      const statuses = new Set(answer.cells['persons']!.status);
      assert.deepEqual([...statuses].sort(), [number, 'suppressed'].sort());
    }
  });

  it('gives the same numbers for the same question, each time it is asked', async () => {
    const [one, other] = [await (await ask(byRegion)).text(), await (await ask(byRegion)).text()];
    assert.equal(one, other);
  });

  it('refuses as the real one does, and says how', async () => {
    for (const [body, code] of [
      [{ measures: ['wealth'] }, 'ERR_QUERY_INVALID'],
      [{ ...byRegion, limit: 1 }, 'ERR_REQUEST_INVALID'],
      [
        {
          measures: ['persons'],
          rows: [
            { dimension: 'residence', level: 'region' },
            { dimension: 'age', level: 'broad' },
            { dimension: 'specialty', level: 'specialty' },
            { dimension: 'diagnosis-chapter', level: 'chapter' },
          ],
        },
        'ERR_NOT_RELEASABLE',
      ],
    ] as const) {
      const response = await ask(body);
      const problem = Problem.parse(await response.json());
      assert.equal(problem.code, code);
      assert.equal(response.status, ERRORS[code].status);
    }
    assert.equal((await get('/v1/cubes/nothing')).status, 404);
    assert.equal((await get(`/v1/cubes/${cube}/dimensions/nothing/members`)).status, 404);
  });

  it('signs in one of its made-up users, who is then known, and nobody else', async () => {
    const signIn = (user: string): Promise<Response> =>
      get('/sandbox/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ user }),
      });
    const userBy = async (token?: string): Promise<Capabilities['user']> => {
      const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
      return Capabilities.parse(await (await get('/v1/capabilities', { headers })).json()).user;
    };
    const { token, user } = SignInAnswer.parse(await (await signIn('forsker')).json());
    assert.deepEqual(await userBy(token), { signedIn: true, name: user.name, roles: user.roles, own: [] });
    assert.equal((await userBy()).signedIn, false);
    const stranger = await signIn('nobody-of-that-name');
    assert.ok(stranger.status >= 400);
    Problem.parse(await stranger.json());
  });

  it('has a bad day by itself: what stands beside it answers on', async () => {
    const bad = mocks.with({ fail: 'ERR_UNAVAILABLE', at: ['query'] });
    assert.equal((await ask(byRegion, bad.fetch)).status, 503);
    assert.equal((await ask(byRegion)).status, 200);
    assert.equal((await bad.fetch(`${origin}/v1/cubes/${cube}`)).status, 200);
    const worse = bad.with({ offline: true, at: ['cube'] });
    await assert.rejects(worse.fetch(`${origin}/v1/cubes/${cube}`), TypeError);
    assert.equal((await ask(byRegion, worse.fetch)).status, 503);
    const handled = await getResponse([...worse.handlers], new Request(`${origin}/v1/cubes/${cube}`));
    assert.equal(handled?.type, 'error');
  });

  it('has no cube that was not wanted', async () => {
    assert.equal((await get('/v1/cubes/sundhedsdata-paa-tvaers')).status, 404);
  });
});
