import assert from 'node:assert/strict';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Format, Problem, Query } from '@datakube/contract';
import type { AuditEntry } from '../../audit/audit-log.ts';
import { splitLine } from '../../audit/chain.ts';
import { createMemoryAuditLog } from '../../audit/memory-audit-log.ts';
import { tinyApp } from '../../testing/tiny-app.ts';
import { type RunningServer, serve } from '../server/serve.ts';
import { type EncodingThreads, startEncodingThreads } from './encoding-threads.ts';

/** Some 1,200 numbers, hidden ones among them. */
const LARGE: Query = {
  measures: ['visits', 'visits.growth'],
  rows: [
    { dimension: 'place', level: 'region' },
    { dimension: 'sector', level: 'sector', parents: true },
  ],
  columns: [{ dimension: 'time', level: 'month', parents: true }],
  totals: true,
};
const SMALL: Query = { measures: ['persons'], rows: [{ dimension: 'place', level: 'town' }] };

const plain = tinyApp();
const asked = (query: Query, signal: AbortSignal | null = null): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(query),
  signal,
});
const path = (format: Format): string => `/v1/cubes/tiny/query?format=${format}`;

describe('a large file', { timeout: 60_000 }, () => {
  let audit: ReturnType<typeof createMemoryAuditLog>;
  let threads: EncodingThreads;
  let server: RunningServer;
  let started: Worker[];
  /** Threads wait at it until a test opens it. */
  let gate: Int32Array<SharedArrayBuffer>;

  beforeEach(async () => {
    audit = createMemoryAuditLog();
    gate = new Int32Array(new SharedArrayBuffer(4));
    started = [];
    threads = await startEncodingThreads({
      threads: 1,
      waiting: 1,
      start: (data) => {
        const module = new URL('../testing/held-thread.ts', import.meta.url);
        const worker = new Worker(module, { workerData: { ...data, gate: gate.buffer } });
        started.push(worker);
        return worker;
      },
    });
    const app = tinyApp({ audit, encodeBody: threads.encodeBody });
    server = await serve((request) => app.fetch(request), 0);
  });
  afterEach(async () => {
    await threads.stop();
    await server.stop();
  });

  const open = (): void => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  const ask = (query: Query, format: Format, signal?: AbortSignal): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}${path(format)}`, asked(query, signal));
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((again) => setTimeout(again, 5));
  };
  const outcomes = (): string[] => audit.lines.map((line) => entryOf(line).outcome);

  it('is made while others are answered, and is what it would be anyhow', async () => {
    let made = false;
    const file = ask(LARGE, 'xlsx').finally(() => (made = true));
    await until(() => started.length === 1);
    for (let round = 0; round < 5; round++) {
      const answer = await ask(LARGE, 'json');
      assert.equal(answer.status, 200);
      await answer.arrayBuffer();
    }
    assert.equal(made, false);
    open();
    await assertSame(await file, 'xlsx');
    await assertSame(await ask(LARGE, 'xlsx'), 'xlsx');
    assert.equal(started.length, 1);
  });

  it('needs a thread, a small one does not', async () => {
    assert.equal((await ask(SMALL, 'xlsx')).status, 200);
    assert.equal(started.length, 0);
  });

  it('is refused when too many wait, and the log says so', async () => {
    const leaving = new AbortController();
    const files = [1, 2].map(() => ask(LARGE, 'xlsx', leaving.signal));
    await until(() => outcomes().length === 2);
    const refusal = await ask(LARGE, 'xlsx');
    assert.equal(refusal.status, 503);
    assert.equal(refusal.headers.get('Retry-After'), '1');
    assert.equal(((await refusal.json()) as Problem).code, 'ERR_BUSY');
    assert.deepEqual(outcomes(), ['answered', 'answered', 'answered', 'ERR_BUSY']);
    leaving.abort();
    for (const { status } of await Promise.allSettled(files)) assert.equal(status, 'rejected');
  });

  it('ends when nobody waits for it any more, is a fault of ours when its thread dies, and the next is made', async () => {
    const leaving = new AbortController();
    const left = ask(LARGE, 'xlsx', leaving.signal);
    await until(() => started.length === 1);
    const ended = once(started[0]!, 'exit');
    leaving.abort();
    await assert.rejects(left, { name: 'AbortError' });
    await ended;

    const failed = ask(LARGE, 'xlsx');
    await until(() => started.length === 2);
    await started[1]!.terminate();
    const problem = await failed;
    assert.equal(problem.status, 500);
    assert.equal(((await problem.json()) as Problem).code, 'ERR_INTERNAL');

    open();
    await assertSame(await ask(LARGE, 'xlsx'), 'xlsx');
    assert.deepEqual(outcomes(), ['answered', 'ERR_UNAVAILABLE', 'answered', 'ERR_INTERNAL', 'answered']);
  });
});

/** The answer is the one that is made without threads, byte for byte. */
async function assertSame(answer: Response, format: Format): Promise<void> {
  const expected = await plain.request(path(format), asked(LARGE));
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('Content-Digest'), expected.headers.get('Content-Digest'));
  const [found, wanted] = await Promise.all([answer.arrayBuffer(), expected.arrayBuffer()]);
  assert.ok(Buffer.compare(new Uint8Array(found), new Uint8Array(wanted)) === 0, `${format} differs`);
}

function entryOf(line: string): AuditEntry {
  return JSON.parse(splitLine(line)!.json) as AuditEntry;
}
