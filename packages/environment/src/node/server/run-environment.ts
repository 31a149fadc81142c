import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../../app.ts';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { type Identity, NO_SIGN_IN } from '../../identity/identity.ts';
import { createStandIn } from '../../identity/stand-in.ts';
import type { OutsideRelease } from '../../outside/outside-release.ts';
import type { ReleaseStore } from '../../release/release-store.ts';
import { openFileAuditLog } from '../audit/file-audit-log.ts';
import { startEncodingThreads } from '../encoding/encoding-threads.ts';
import { lockFolder } from './lock-folder.ts';
import { preparing } from './preparing.ts';
import { serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { createStaticFiles } from './static-files.ts';

export interface EnvironmentOptions {
  readonly settings: Settings;
  /** The folder with the built SDK and the examples. */
  readonly root: string;
  readonly version: string;
  /** Makes or opens the cubes and their releases. */
  readonly prepare: () => Promise<{
    readonly cubes: readonly CubeModel[];
    readonly store: ReleaseStore;
    readonly outside?: OutsideRelease;
  }>;
  /** Gets one line at a time, for the operator. */
  readonly print: (line: string) => void;
}

export interface RunningEnvironment {
  readonly port: number;
  /** Not ready any more, no new connections, open requests end, files are closed. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the environment: takes the port, prepares the data, opens the audit log, serves, and says so.
 *
 * @throws Error when the port or the folder is taken, or the data cannot be prepared; nothing is left open then
 */
export async function runEnvironment(options: EnvironmentOptions): Promise<RunningEnvironment> {
  const { settings, root, version, prepare, print } = options;
  let answer: (request: Request) => Response | Promise<Response> = preparing;
  let isReady = true;
  const release = await lockFolder(settings.data);
  const server = await serve((request) => answer(request), settings.port).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  try {
    const { cubes, store, outside } = await prepare();
    const audit = await openFileAuditLog(join(settings.data, 'audit', 'audit.log'));
    const threads = await startEncodingThreads();
    const app = createApp({
      cubes,
      releases: store,
      outside,
      audit,
      encodeBody: threads.encodeBody,
      identity: identityOf(settings),
      profile: settings.profile,
      origins: settings.origins,
      version,
      isReady: () => isReady,
      files: createStaticFiles(
        { '/sdk/': join(root, 'build/cdn'), '/examples/': join(root, 'examples') },
        join(root, 'examples/index.html'),
      ),
      report: (fault, requestId) => print(`fault in request ${requestId}: ${String(fault)}`),
    });
    answer = (request) => app.fetch(request);
    print(`Datakube is ready: http://localhost:${server.port}/`);
    const stop = async (): Promise<void> => {
      isReady = false;
      await server.stop();
      await threads.stop();
      await audit.close();
      await release();
    };
    return { port: server.port, stop };
  } catch (error) {
    await server.stop();
    await release();
    throw error;
  }
}

function identityOf({ signIn, secret }: Settings): Identity {
  if (signIn === 'none') return NO_SIGN_IN;
  const key = secret === undefined ? randomBytes(32) : new TextEncoder().encode(secret);
  return createStandIn({ secret: key, clock: () => new Date() });
}
