import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerWith } from './answer.ts';

describe('answerWith', () => {
  const echo = answerWith(async (request) => new Response(`${request.method} ${request.url}`));

  it('takes whatever fetch takes', async () => {
    const url = 'https://environment.example/v1/cubes';
    assert.equal(await (await echo(url)).text(), `GET ${url}`);
    assert.equal(await (await echo(new URL(url), { method: 'POST' })).text(), `POST ${url}`);
    assert.equal(await (await echo(new Request(url, { method: 'PUT' }))).text(), `PUT ${url}`);
    assert.match(await (await echo('/v1/cubes')).text(), /^GET https?:.*\/v1\/cubes$/);
  });

  it('does not begin for one who has already left', async () => {
    let asked = 0;
    const counting = answerWith(async () => {
      asked += 1;
      return new Response();
    });
    await assert.rejects(counting('/x', { signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.equal(asked, 0);
  });

  it('ends the wait of one who leaves, with the reason given', async () => {
    const never = answerWith(() => new Promise(() => {}));
    const controller = new AbortController();
    const answer = never('/x', { signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await assert.rejects(answer, reason);
  });

  it('fails as a fetch does', async () => {
    const broken = answerWith(async () => {
      throw new TypeError('Failed to fetch');
    });
    await assert.rejects(broken('/x'), TypeError);
  });
});
