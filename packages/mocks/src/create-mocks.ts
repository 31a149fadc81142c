import { createApp, createMemoryAuditLog, createStandIn, type Progress } from '@datakube/environment';
import { answerWith, type Answer } from './answer.ts';
import { handlersOf, type MockHandlers } from './handlers.ts';
import { publishOnDemand } from './publish-on-demand.ts';
import { troubled, type Trouble } from './trouble.ts';

export interface MocksOptions {
  /** Citizens in the made-up population. Default 20,000: fewer are quicker and hide more. */
  readonly citizens?: number;
  /** The same seed gives the same numbers. Default 1. */
  readonly seed?: number;
  /** Cubes it has, by id. Default all; each takes its time to publish. */
  readonly cubes?: readonly string[];
  /** Where the environment pretends to be, e.g. `https://environment.example`. Default any origin. */
  readonly origin?: string;
  /** Told how far the publication has come. */
  readonly onProgress?: (progress: Progress) => void;
}

/** An environment without a server. What it answers is what the real one answers: it is its app. */
export interface Mocks {
  /** To give a client as its `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** To give Mock Service Worker. */
  readonly handlers: MockHandlers;
  /** The same environment on a bad day: the same releases, answered late, with an error or not at all. */
  with(trouble: Trouble): Mocks;
}

/**
 * Makes synthetic registers, publishes the cubes over them through the gate, and answers. It is ready when
 * the cubes that anybody may see are published; the others are when a signed-in user first asks for them.
 *
 * @example
 * ```ts
 * const mocks = await createMocks();
 * const client = createClient({ url: 'https://environment.example', fetch: mocks.fetch });
 *
 * const worker = setupWorker(...mocks.with({ fail: 'ERR_UNAVAILABLE', at: ['query'] }).handlers);
 * ```
 */
export async function createMocks(options: MocksOptions = {}): Promise<Mocks> {
  const { citizens = 20_000, seed = 1, origin, onProgress } = options;
  const { cubes, releases, outside } = publishOnDemand({ citizens, seed, wanted: options.cubes, onProgress });
  const clock = (): Date => new Date();
  const app = createApp({
    cubes,
    releases,
    outside,
    audit: createMemoryAuditLog(),
    // Nothing is protected by this secret: the numbers are made up and so are the users.
    identity: createStandIn({ secret: new Uint8Array(32).fill(seed), clock }),
    profile: 'sandbox',
    origins: 'any',
    clock,
  });
  // The catalogue needs the release of every cube in it: what anybody may see is published by this.
  await app.request('/v1/cubes');
  return mocksOf(async (request) => app.fetch(request), origin);
}

function mocksOf(answer: Answer, origin: string | undefined): Mocks {
  return {
    fetch: answerWith(answer),
    handlers: handlersOf(answer, origin),
    with: (trouble) => mocksOf(troubled(answer, trouble), origin),
  };
}
