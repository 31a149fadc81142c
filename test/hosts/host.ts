import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { createMocks, type Mocks } from '@datakube/mocks';
import type { Files } from './sdk.ts';

/** The cube that anybody may see. */
export const CUBE = 'sundhedsdata-paa-tvaers';

const types: Readonly<Record<string, string>> = { '.css': 'text/css', '.svg': 'image/svg+xml' };

/** A site that embeds Datakube, on a port of this machine, with an environment under the same address. */
export interface Host {
  readonly address: string;
  /** What the environment was asked, as `GET /v1/cubes`. */
  readonly asked: string[];
  readonly close: () => void;
}

export interface HostOptions {
  /** Whole pages by path, e.g. `/kommune/`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Scripts and style sheets by the folder they are served from, e.g. `/sdk/`. */
  readonly folders: Readonly<Record<string, Files>>;
  /** Another environment than that of the mocks. */
  readonly environment?: (request: Request) => Response | Promise<Response>;
  /** Headers of every page, e.g. its policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

// Publishing takes seconds; every host of a test answers from the same release.
let published: Promise<Mocks> | undefined;

export async function openHost({
  pages,
  folders,
  environment = ofMocks,
  headers = {},
}: HostOptions): Promise<Host> {
  const asked: string[] = [];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/(v1|sandbox)\//.test(pathname)) {
      asked.push(`${request.method} ${pathname}`);
      return pass(await environment(await webRequest(request)), response);
    }
    const page = pages[pathname];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
      response.end(page);
      return;
    }
    const folder = Object.keys(folders).find((start) => pathname.startsWith(start));
    const file = folder === undefined ? undefined : folders[folder]?.get(pathname.slice(folder.length));
    const type = types[extname(pathname)] ?? 'text/javascript';
    // Browsers ask for an icon of their own accord, and would report that there is none.
    response.writeHead(file === undefined ? (pathname === '/favicon.ico' ? 204 : 404) : 200, {
      'content-type': `${type}; charset=utf-8`,
    });
    response.end(file);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function ofMocks(request: Request): Promise<Response> {
  published ??= createMocks({ cubes: [CUBE] });
  const mocks = await published;
  return mocks.fetch(request);
}

async function webRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new Request(new URL(request.url ?? '/', `http://${request.headers.host}`), {
    method: request.method ?? 'GET',
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
}

async function pass(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}
