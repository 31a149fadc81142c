import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { contentDigest, Format, FORMATS } from '@datakube/contract';
import { type ClientOptions, createClient } from './client.ts';
import { DatakubeProtocolError } from './errors.ts';
import { asArrow, asBytes, CUBE, makeAnswer, QUERY } from './testing/answers.ts';

interface Sent {
  readonly request: Request;
  readonly body: string;
}

/** A client of an environment that answers every query alike, when it is let. */
function connect(options: Partial<ClientOptions> & { held?: boolean; release?: () => string } = {}) {
  const { held, release = () => 'r1', ...rest } = options;
  const sent: Sent[] = [];
  let open = (): void => {};
  const gate = held ? new Promise<void>((resolve) => (open = resolve)) : Promise.resolve();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push({ request, body: await request.clone().text() });
    await Promise.race([
      gate,
      new Promise((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason)),
      ),
    ]);
    if (request.method === 'GET') return Response.json({ cube: CUBE, dimension: 'sex', members: [] });
    const answer = { ...makeAnswer(), release: release() };
    const asked = askedFormat(request);
    const bytes = asked === 'arrow' ? asArrow(answer) : asBytes(answer);
    const digest = globalThis.crypto.subtle && (await contentDigest(bytes));
    return new Response(bytes, {
      headers: { 'content-type': FORMATS[asked], ...(digest && { 'content-digest': digest }) },
    });
  };
  return { client: createClient({ url: 'https://environment.example/base', fetch, ...rest }), sent, open };
}

function askedFormat({ url }: Request): Format {
  return Format.parse(new URL(url).searchParams.get('format'));
}

describe('createClient', () => {
  it('refuses an address that is none', () => {
    assert.throws(() => createClient({ url: '//' }), TypeError);
  });

  it('asks where it is told, in the language it is told', async () => {
    const { client, sent } = connect({ language: 'en', getToken: async () => 'secret' });
    await client.query(CUBE, QUERY);
    const { request, body } = sent[0]!;
    assert.equal(client.url, 'https://environment.example/base/');
    assert.equal(request.url, `https://environment.example/base/v1/cubes/${CUBE}/query?format=arrow`);
    assert.equal(request.method, 'POST');
    assert.equal(request.headers.get('accept-language'), 'en');
    assert.equal(request.headers.get('authorization'), 'Bearer secret');
    assert.deepEqual(JSON.parse(body), QUERY);
  });

  it('gives the same cells whichever way they travel', async () => {
    const arrow = await connect().client.query(CUBE, QUERY, { format: 'arrow' });
    const json = await connect().client.query(CUBE, QUERY, { format: 'json' });
    assert.deepEqual(arrow, json);
  });

  it('asks for JSON, and for nothing else, where it cannot check digests', async () => {
    const insecure = mock.getter(globalThis, 'crypto', () => ({}) as Crypto);
    try {
      for (const format of ['arrow', 'json', undefined] as const) {
        const { client, sent } = connect();
        await client.query(CUBE, QUERY, { format });
        assert.equal(askedFormat(sent[0]!.request), 'json');
      }
      const asArrowAnyway = async (): Promise<Response> =>
        new Response(asArrow(makeAnswer()), { headers: { 'content-type': FORMATS.arrow } });
      await assert.rejects(
        connect({ fetch: asArrowAnyway }).client.query(CUBE, QUERY),
        DatakubeProtocolError,
      );
    } finally {
      insecure.mock.restore();
    }
  });

  it('takes the same answer from memory, however the filters are ordered', async () => {
    const { client, sent } = connect();
    const filters = [
      { dimension: 'sector', members: ['a'] },
      { dimension: 'nursing-home', members: ['ja'] },
    ];
    const first = await client.query(CUBE, { ...QUERY, filters });
    assert.equal(await client.query(CUBE, { ...QUERY, filters: [...filters].reverse() }), first);
    assert.equal(sent.length, 1);
    await client.query(CUBE, { ...QUERY, filters }, { language: 'en' });
    assert.equal(sent.length, 2, 'labels in another language are another answer');
  });

  it('lets go of what it remembers when the cube has a new release', async () => {
    let release = 'r1';
    const { client, sent } = connect({ release: () => release });
    await client.query(CUBE, QUERY);
    release = 'r2';
    await client.query(CUBE, { ...QUERY, totals: false });
    const again = await client.query(CUBE, QUERY);
    assert.equal(again.release, 'r2');
    assert.equal(sent.length, 3);
  });

  it('asks for members once, and again when the cube has a new release', async () => {
    let release = 'r1';
    const { client, sent } = connect({ release: () => release });
    const membersAsked = (): number => sent.filter(({ request }) => request.method === 'GET').length;
    await client.query(CUBE, QUERY);
    await client.members(CUBE, 'sex');
    await client.members(CUBE, 'sex');
    assert.equal(membersAsked(), 1);
    release = 'r2';
    await client.query(CUBE, { ...QUERY, totals: false });
    await client.members(CUBE, 'sex');
    assert.equal(membersAsked(), 2);
  });

  it('shares one request among all who ask the same at once', async () => {
    const { client, sent, open } = connect({ held: true });
    const leaving = new AbortController();
    const left = client.query(CUBE, QUERY, { signal: leaving.signal });
    const stays = Array.from({ length: 20 }, () => client.query(CUBE, QUERY));
    leaving.abort();
    await assert.rejects(left, { name: 'AbortError' });
    open();
    const answers = await Promise.all(stays);
    assert.equal(new Set(answers).size, 1);
    assert.equal(sent.length, 1);
    assert.equal(sent[0]!.request.signal.aborted, false);
  });

  it('cancels the request when nobody waits any more', async () => {
    const { client, sent } = connect({ held: true });
    const controllers = [new AbortController(), new AbortController()];
    const answers = controllers.map(({ signal }) => client.query(CUBE, QUERY, { signal }));
    const ended = Promise.allSettled(answers);
    await new Promise((resolve) => setImmediate(resolve));
    controllers[0]!.abort();
    assert.equal(sent[0]!.request.signal.aborted, false);
    controllers[1]!.abort();
    assert.deepEqual(
      (await ended).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(sent[0]!.request.signal.aborted, true);
  });

  it('lets a newer query end the older one in its place, and no other', async () => {
    const { client, open } = connect({ held: true });
    const older = client.query(CUBE, QUERY, { key: 'table' });
    const elsewhere = client.query(CUBE, QUERY, { key: 'chart' });
    const newer = client.query(CUBE, { ...QUERY, totals: false }, { key: 'table' });
    await assert.rejects(older, { name: 'AbortError' });
    open();
    assert.equal((await newer).cube, CUBE);
    assert.equal((await elsewhere).cube, CUBE);
  });

  it('keeps the request when the newer query is the same', async () => {
    const { client, sent, open } = connect({ held: true });
    const older = client.query(CUBE, QUERY, { key: 'table' });
    const newer = client.query(CUBE, QUERY, { key: 'table' });
    await assert.rejects(older, { name: 'AbortError' });
    open();
    await newer;
    assert.equal(sent.length, 1);
  });

  it('is not misled by a query that changes under way', async () => {
    const { client, open } = connect({ held: true });
    const query = structuredClone(QUERY);
    const answer = client.query(CUBE, query);
    query.rows!.reverse();
    open();
    assert.deepEqual(
      (await answer).rows[0]!.map(({ dimension }) => dimension),
      ['residence', 'sex'],
    );
  });

  it('forgets the user, what they saw and what is under way', async () => {
    const calls: string[] = [];
    const { client, sent } = connect({
      getToken: async (reason) => {
        calls.push(reason);
        return 'token';
      },
    });
    await client.query(CUBE, QUERY);
    const under = client.query(CUBE, { ...QUERY, totals: false });
    client.forget();
    await assert.rejects(under, { name: 'AbortError' });
    await client.query(CUBE, QUERY);
    assert.deepEqual(calls, ['first', 'first']);
    assert.equal(sent.length >= 2, true);
  });

  it('gives a download as the environment made it', async () => {
    const { client } = connect();
    const file = await client.download(CUBE, QUERY, 'csv');
    assert.equal(file.type, 'text/csv');
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), asBytes(makeAnswer()));
  });

  it('refuses a document that is not what the contract says', async () => {
    const { client } = connect();
    await assert.rejects(client.cube(CUBE), DatakubeProtocolError);
    await assert.rejects(client.catalogue(), DatakubeProtocolError);
  });
});
