import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

export interface RunningServer {
  readonly port: number;
  /** Takes no more connections, lets requests end that have begun, and resolves when all have. */
  readonly stop: () => Promise<void>;
}

/** How long requests may take to end after {@link RunningServer.stop}, in milliseconds. */
const DRAIN = 15_000;

/**
 * Serves an app on the loopback address alone: what reaches it from elsewhere comes through a proxy that
 * ends TLS.
 *
 * @param port 0 for any that is free
 * @throws Error when the port is taken
 */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000 },
  }) as Server;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => drain(server) };
}

async function drain(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), DRAIN);
  try {
    await new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeIdleConnections();
    });
  } finally {
    clearInterval(sweep);
    clearTimeout(deadline);
  }
}
