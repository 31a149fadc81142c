import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createClient, DatakubeError, type DatakubeClient } from '@datakube/client';
import { carriesNumber, type Cube, STATUSES } from '@datakube/contract';
import { createMocks, type Mocks } from '@datakube/mocks';
import { answerOf, cellsOf } from './cells.ts';
import { type Environment, meet } from './environment.ts';
import { sampleQueries } from './sample-queries.ts';

const address = 'https://environment.example';

/** The client against the environment's own app: no fixture between them. */
describe('the client and the environment', () => {
  let mocks: Mocks;
  let environment: Environment;
  let client: DatakubeClient;

  before(async () => {
    mocks = await createMocks();
    environment = await meet((path, init) => mocks.fetch(new URL(path, address), init));
    client = createClient({ url: address, fetch: mocks.fetch });
  });

  const openCube = async (): Promise<Cube> => client.cube((await client.catalogue()).cubes[0]!.id);

  it('understand each other’s documents', async () => {
    const cube = await openCube();
    assert.equal((await client.capabilities()).user.signedIn, false);
    for (const { id, levels } of cube.dimensions) {
      const { members } = await client.members(cube.id, id, { level: levels[0]!.id });
      assert.equal(members.length, levels[0]!.members);
    }
  });

  for (const format of ['json', 'arrow'] as const) {
    it(`have the same cells, by ${format}`, async () => {
      const cube = await openCube();
      for (const query of sampleQueries(cube).filter((_, position) => position % 5 === 0)) {
        client.forget();
        const { rows, columns, measures } = await client.query(cube.id, query, { format });
        const answer = await answerOf(environment, cube.id, query);
        assert.deepEqual({ rows, columns }, answer.axes);
        for (const [measure, cells] of Object.entries(cellsOf(answer))) {
          const { value, status } = measures.get(measure)!;
          assert.deepEqual(
            [...status].map((index) => STATUSES[index]),
            cells.map((cell) => cell.status),
          );
          assert.deepEqual(
            [...value].map((number, at) => (carriesNumber(cells[at]!.status) ? number : null)),
            cells.map((cell) => cell.value),
          );
        }
      }
    });
  }

  it('sign in, and again when a token is refused', async () => {
    const reasons: string[] = [];
    const signedIn = createClient({
      url: address,
      fetch: mocks.fetch,
      getToken: async (reason) => {
        reasons.push(reason);
        if (reason === 'first') return 'from.another.time';
        const init = {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"user":"forsker"}',
        };
        return (await mocks.fetch(`${address}/sandbox/sign-in`, init)).json();
      },
    });
    const answers = await Promise.all([
      signedIn.capabilities(),
      signedIn.catalogue(),
      openCube().then(({ id }) => signedIn.cube(id)),
    ]);
    assert.equal(answers[0].user.signedIn, true);
    assert.deepEqual(reasons, ['first', 'rejected']);
  });

  it('have the same words for a refusal', async () => {
    const cube = await openCube();
    const rows = [{ dimension: 'no-such', level: 'no-such' }];
    const refusal: unknown = await client
      .query(cube.id, { measures: ['persons'], rows })
      .catch((error: unknown) => error);
    assert.ok(refusal instanceof DatakubeError);
    assert.equal(refusal.code, 'ERR_QUERY_INVALID');
    assert.equal(refusal.errors[0]?.pointer, '/rows/0/dimension');
    assert.ok(refusal.requestId);
  });

  it('have bad days that a client can tell apart', async () => {
    const on = (trouble: Parameters<Mocks['with']>[0]): DatakubeClient =>
      createClient({ url: address, fetch: mocks.with(trouble).fetch, retry: { tries: 1 } });
    await assert.rejects(on({ fail: 'ERR_BUSY' }).catalogue(), { code: 'ERR_BUSY' });
    await assert.rejects(on({ offline: true }).catalogue(), { name: 'DatakubeNetworkError' });
    const signal = AbortSignal.abort();
    await assert.rejects(on({ delay: Infinity }).catalogue({ signal }), { name: 'AbortError' });
    assert.ok((await on({ fail: 'ERR_UNAVAILABLE', at: ['query'] }).catalogue()).cubes.length > 0);
  });
});
