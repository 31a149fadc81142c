import assert from 'node:assert/strict';
import { it } from 'node:test';
import { getResponse } from 'msw';
import { handlersOf } from './handlers.ts';

const answer = async (request: Request): Promise<Response> => {
  if (request.url.endsWith('/unreachable')) throw new TypeError('Failed to fetch');
  return new Response(`${request.method} ${new URL(request.url).pathname}`);
};

const respond = (url: string, origin?: string, init?: RequestInit): Promise<Response | undefined> =>
  getResponse([...handlersOf(answer, origin)], new Request(url, init));

it('handlersOf answers the routes of the environment, by every method', async () => {
  const response = await respond('https://a.example/v1/cubes/x/query', undefined, {
    method: 'POST',
    body: '{}',
  });
  assert.equal(await response?.text(), 'POST /v1/cubes/x/query');
  assert.equal(await (await respond('https://b.example/health/ready'))?.text(), 'GET /health/ready');
});

it('handlersOf leaves alone what is not the environment’s', async () => {
  assert.equal(await respond('https://a.example/index.html'), undefined);
  assert.equal(await respond('https://b.example/v1/cubes', 'https://a.example'), undefined);
});

it('handlersOf makes a network error of what cannot be reached', async () => {
  assert.equal((await respond('https://a.example/v1/unreachable'))?.type, 'error');
});
