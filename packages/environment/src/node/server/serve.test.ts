import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { verifyAuditLog } from '../../audit/verify-audit-log.ts';

const script = fileURLToPath(new URL('../testing/serve-tiny.ts', import.meta.url));
const query = JSON.stringify({ measures: ['persons'], rows: [{ dimension: 'place', level: 'town' }] });

describe('the environment as a process', { timeout: 180_000 }, () => {
  let folder: string;
  let process_: ChildProcess;
  let url: string;

  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, url), init);
  const askCube = (body: string): Promise<Response> =>
    ask('/v1/cubes/tiny/query', { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'environment-'));
    await mkdir(join(folder, 'examples/portal'), { recursive: true });
    await writeFile(join(folder, 'examples/portal/index.html'), '<!doctype html><title>Portal</title>');
    await writeFile(join(folder, 'examples/index.html'), '<!doctype html><title>Portals</title>');
    process_ = spawn(process.execPath, ['--conditions=datakube-source', script], {
      cwd: folder,
      env: { ...process.env, PORT: '0', DATAKUBE_DATA: 'data' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: process_.stdout! })) {
      const address = /^Datakube is ready: (http:\/\/localhost:\d+\/)$/.exec(line)?.[1];
      if (address) {
        url = address.replace('localhost', '127.0.0.1');
        break;
      }
    }
    assert.ok(url, 'it did not say that it is ready');
  });

  after(async () => {
    process_.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('answers over HTTP and has written the entry by then', async () => {
    const answer = await askCube(query);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    await answer.arrayBuffer();
    const log = (await readFile(join(folder, 'data/audit/audit.log'), 'utf8')).trimEnd().split('\n');
    assert.equal((await verifyAuditLog(log)).intact, true);
    assert.ok(log.at(-1)!.includes(answer.headers.get('X-Request-Id')!));
  });

  it('serves pages under a strict policy, and nothing outside their folders', async () => {
    const page = await ask('/examples/portal/');
    assert.equal(page.headers.get('Content-Type'), 'text/html; charset=utf-8');
    assert.match(
      page.headers.get('Content-Security-Policy')!,
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    assert.match(await page.text(), /Portal/);
    assert.match(await (await ask('/')).text(), /Portals/);
  });

  it('answers what is no HTTP, and goes on', async () => {
    const { port } = new URL(url);
    const corpus = [
      'NONSENSE\r\n\r\n',
      'GET /%zz%c0%ae HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET //[bad HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /examples/../../package.json HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /v1/cubes HTTP/1.1\r\nHost: <script>\r\n\r\n',
      'POST /v1/cubes/tiny/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    ];
    for (const raw of corpus) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(raw);
      const text = await readUntil(socket, '\r\n\r\n');
      assert.match(
        text,
        /^HTTP\/1\.1 4\d\d /,
        `${JSON.stringify(raw.slice(0, 60))} was answered with ${text.slice(0, 100)}`,
      );
      assert.doesNotMatch(text, /node:|\.ts\b|\bat \w+ \(/);
    }
    assert.equal((await ask('/health/ready')).status, 200);
  });

  it('ends at SIGTERM when the requests that have begun are answered', async () => {
    const { port } = new URL(url);
    const slow = connect(Number(port), '127.0.0.1');
    const head = `POST /v1/cubes/tiny/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${query.length}\r\n\r\n`;
    slow.write(head + query.slice(0, 10));
    const idle = await ask('/health/live');
    await idle.arrayBuffer();
    const ended = once(process_, 'exit');
    process_.kill('SIGTERM');
    while (await canConnect(Number(port))) await new Promise((again) => setTimeout(again, 20));
    slow.write(query.slice(10));
    assert.match(await readUntil(slow, '"synthetic":true}'), /^HTTP\/1\.1 200 OK[^]*"published"/);
    assert.deepEqual(await ended, [0, null]);
  });
});

/** What comes until a text is in it, or the server closes the connection. */
async function readUntil(socket: Socket, end: string): Promise<string> {
  let text = '';
  try {
    for await (const chunk of socket) {
      text += String(chunk);
      if (text.includes(end)) break;
    }
  } catch {
    // The server may close a broken connection hard; what it said before counts.
  }
  return text;
}

async function canConnect(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
