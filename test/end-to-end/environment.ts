import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { knownSecrets } from '../../packages/environment/src/node/testing/known-secrets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningEnvironment {
  readonly url: string;
  readonly output: () => string;
  /** Sends SIGTERM and resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts the real environment as `npm start` does, in a folder of its own, and waits until it says that it is ready. */
export async function startEnvironment(citizens: number, seconds = 240): Promise<RunningEnvironment> {
  const folder = await mkdtemp(join(tmpdir(), 'datakube-environment-'));
  await knownSecrets(folder);
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/tasks/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATAKUBE_DATA: folder, DATAKUBE_CITIZENS: String(citizens) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  const stop = async (): Promise<number | null> => {
    const code = await end(child);
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + seconds * 1000;
  while (!output.includes(`Datakube is ready: ${url}/`)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The environment did not become ready:\n${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, output: () => output, stop };
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await once(child, 'exit');
  clearTimeout(timer);
  return child.exitCode;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
