import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ERRORS, type ErrorCode, type Problem } from '@datakube/contract';
import { DatakubeError, DatakubeNetworkError, DatakubeProtocolError } from '../errors.ts';
import { createTokenSource } from '../token.ts';
import { RETRY, type RetryOptions } from './retry.ts';
import { type Ask, createTransport } from './transport.ts';

const never = new AbortController().signal;
const ask: Ask<string> = {
  url: new URL('https://environment.example/v1/cubes'),
  headers: {},
  read: (response) => response.text(),
};

type Step = Response | Error | ((init: RequestInit) => Promise<Response> | Response);

/** Sends to an environment that answers with the steps in order. */
function transport(steps: Step[], retry: RetryOptions = {}, getToken?: () => Promise<string>) {
  const sent: RequestInit[] = [];
  const fetch = async (_: unknown, init: RequestInit = {}): Promise<Response> => {
    sent.push(init);
    const step = steps.shift();
    if (step === undefined) throw new assert.AssertionError({ message: 'asked more often than expected' });
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(init) : step;
  };
  const tokens = getToken && createTokenSource(getToken);
  const made = createTransport(fetch, tokens, { ...RETRY, base: 1, ...retry });
  return { send: (signal = never, asked = ask) => made.send(asked, signal), sent, steps };
}

function problem(
  code: ErrorCode,
  more: Partial<Problem> = {},
  headers: Record<string, string> = {},
): Response {
  const { status, title } = ERRORS[code];
  return new Response(JSON.stringify({ type: `urn:${code}`, title: title.en, status, code, ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

const hangs = ({ signal }: RequestInit): Promise<Response> =>
  new Promise((_, reject) => {
    if (signal!.aborted) reject(signal!.reason);
    signal!.addEventListener('abort', () => reject(signal!.reason));
  });

describe('createTransport', () => {
  for (const status of [429, 502, 503, 504]) {
    it(`tries again after ${status}`, async () => {
      const { send, sent } = transport([new Response(null, { status }), new Response('here')]);
      assert.equal(await send(), 'here');
      assert.equal(sent.length, 2);
    });
  }

  it('tries again after a network fault, and after a body that breaks off', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    const { send } = transport([
      new TypeError('failed to fetch'),
      new Response(broken),
      new Response('here'),
    ]);
    assert.equal(await send(), 'here');
  });

  for (const status of [400, 403, 404, 409, 413, 422, 500, 501]) {
    it(`does not try again after ${status}`, async () => {
      const { send, sent } = transport([new Response(null, { status })]);
      await assert.rejects(
        send(),
        (error: unknown) => error instanceof DatakubeError && error.status === status,
      );
      assert.equal(sent.length, 1);
    });
  }

  it('does not try again when the answer cannot be trusted', async () => {
    const { send, sent } = transport([new Response('here')]);
    const read = (): Promise<string> => Promise.reject(new DatakubeProtocolError('too large'));
    await assert.rejects(send(never, { ...ask, read }), DatakubeProtocolError);
    assert.equal(sent.length, 1);
  });

  it('gives up after four tries', async () => {
    const { send, sent } = transport(Array.from({ length: 4 }, () => new TypeError('failed to fetch')));
    await assert.rejects(send(), DatakubeNetworkError);
    assert.equal(sent.length, 4);
  });

  it('waits as long as it is told to, and not at all where that is beyond the deadline', async () => {
    const { send, sent } = transport([problem('ERR_BUSY', {}, { 'retry-after': '3600' })]);
    await assert.rejects(
      send(),
      (error: unknown) =>
        error instanceof DatakubeError && error.code === 'ERR_BUSY' && error.retryAfter === 3600,
    );
    assert.equal(sent.length, 1);
  });

  it('stops waiting when aborted', async () => {
    const controller = new AbortController();
    const { send, sent } = transport([problem('ERR_BUSY', {}, { 'retry-after': '30' })]);
    const answer = send(controller.signal);
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(answer, { name: 'AbortError' });
    assert.equal(sent.length, 1);
  });

  it('hands the abort on to the request', async () => {
    const controller = new AbortController();
    const { send } = transport([hangs]);
    const answer = send(controller.signal);
    controller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('gives up on an environment that does not answer', async () => {
    const { send } = transport([hangs], { deadline: 20 });
    // The deadline's timer keeps no process alive; this one does.
    const alive = setTimeout(() => {}, 5_000);
    await assert.rejects(send(), DatakubeNetworkError);
    clearTimeout(alive);
  });

  it('carries over all that a problem says', async () => {
    const query = { measures: ['persons'] };
    const label = { da: 'Færre', en: 'Fewer' };
    const detail = { da: 'For mange', en: 'Too many' };
    const errors = [{ pointer: '/rows/0', message: 'too fine' }];
    const waysOut = [
      { label, query },
      { label, query: { measures: 7 } },
    ];
    const { send } = transport([
      problem('ERR_QUERY_TOO_LARGE', { detail, errors, waysOut }, { 'x-request-id': 'r-1' }),
    ]);
    const error = await send().then(assert.fail, (reason: unknown) => reason as DatakubeError);
    assert.equal(error.code, 'ERR_QUERY_TOO_LARGE');
    assert.deepEqual(error.title, ERRORS.ERR_QUERY_TOO_LARGE.title);
    assert.deepEqual(error.detail, detail);
    assert.deepEqual(error.errors, errors);
    assert.deepEqual(error.waysOut, [{ label, query }], 'a way out that is no query is none');
    assert.equal(error.requestId, 'r-1');
  });

  it('makes the nearest error of a page that no environment made', async () => {
    const page = new Response('<h1>Forbidden</h1>', {
      status: 403,
      headers: { 'content-type': 'text/html' },
    });
    const broken = new Response('{"code":', {
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
    });
    await assert.rejects(transport([page]).send(), { code: 'ERR_FORBIDDEN' });
    await assert.rejects(transport([broken]).send(), { code: 'ERR_NOT_FOUND' });
  });

  describe('with a token', () => {
    const authorisation = (init: RequestInit): string | null =>
      new Headers(init.headers).get('authorization');

    it('sends it, and a new one once after 401', async () => {
      let call = 0;
      const { send, sent } = transport(
        [problem('ERR_UNAUTHENTICATED'), new Response('here')],
        {},
        async () => `t${++call}`,
      );
      assert.equal(await send(), 'here');
      assert.deepEqual(sent.map(authorisation), ['Bearer t1', 'Bearer t2']);
    });

    it('says so when the new one is refused too, and asks for another the next time', async () => {
      let call = 0;
      const steps = [problem('ERR_UNAUTHENTICATED'), problem('ERR_UNAUTHENTICATED'), new Response('here')];
      const { send, sent } = transport(steps, {}, async () => `t${++call}`);
      await assert.rejects(send(), { code: 'ERR_UNAUTHENTICATED' });
      assert.equal(await send(), 'here');
      assert.deepEqual(sent.map(authorisation), ['Bearer t1', 'Bearer t2', 'Bearer t3']);
    });
  });
});
