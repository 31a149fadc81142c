import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ERRORS, Problem } from '@datakube/contract';
import { answerWith } from './answer.ts';
import { troubled, type Trouble } from './trouble.ts';

const address = 'https://environment.example';
const query = [`${address}/v1/cubes/a-cube/query`, { method: 'POST', body: '{}' }] as const;

function environment(trouble: Trouble): typeof globalThis.fetch {
  return answerWith(troubled(async () => new Response('here'), trouble));
}

describe('troubled', () => {
  it('answers with the error of the table', async () => {
    const response = await environment({ fail: 'ERR_NOT_RELEASABLE' })(...query);
    assert.equal(response.status, ERRORS.ERR_NOT_RELEASABLE.status);
    assert.equal(Problem.parse(await response.json()).code, 'ERR_NOT_RELEASABLE');
  });

  it('fails as a fetch does when the environment cannot be reached', async () => {
    await assert.rejects(environment({ offline: true })(...query), TypeError);
  });

  it('concerns the named routes alone', async () => {
    const fetch = environment({ fail: 'ERR_BUSY', at: ['query', 'cube'] });
    assert.equal((await fetch(...query)).status, 503);
    assert.equal((await fetch(`${address}/v1/cubes/a-cube`)).status, 503);
    for (const path of ['/v1/cubes', '/v1/cubes/a-cube/dimensions/sex/members', '/v1/capabilities']) {
      assert.equal(await (await fetch(address + path)).text(), 'here', path);
    }
  });

  it('never answers when the delay has no end, and lets the asker leave', async () => {
    const controller = new AbortController();
    const answer = environment({ delay: Infinity })(query[0], { ...query[1], signal: controller.signal });
    controller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('answers late, but as it would have', async () => {
    const response = await environment({ delay: 2 })(...query);
    assert.equal(await response.text(), 'here');
  });

  it('can answer with every error there is, each under its own status', async () => {
    for (const code of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
      const response = await environment({ fail: code })(...query);
      const problem = Problem.parse(await response.json());
      assert.deepEqual([problem.code, problem.status], [code, response.status]);
      assert.equal(response.status, ERRORS[code].status);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
    }
  });

  it('tells the routes apart by method and by the whole path', async () => {
    const fetch = environment({ fail: 'ERR_BUSY', at: ['cube'] });
    assert.equal((await fetch(`${address}/v1/cubes/a`, { method: 'POST', body: '{}' })).status, 200);
    assert.equal((await fetch(`${address}/v1/cubes/a/query`)).status, 200);
    const document = environment({ fail: 'ERR_BUSY', at: ['openapi'] });
    assert.equal((await document(`${address}/v1/openapi.json`)).status, 503);
    assert.equal((await document(`${address}/v1/openapiXjson`)).status, 200);
  });

  it('is late before it fails', async () => {
    const controller = new AbortController();
    const answer = environment({ delay: Infinity, fail: 'ERR_BUSY' })(query[0], {
      ...query[1],
      signal: controller.signal,
    });
    controller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });
});
