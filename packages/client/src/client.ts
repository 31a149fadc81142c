import {
  canonicalQuery,
  Capabilities,
  Catalogue,
  type CellSet,
  Cube,
  type Format,
  type Language,
  MemberList,
  type Query,
} from '@datakube/contract';
import { createCellCache } from './cache/cell-cache.ts';
import { decodeAnswer } from './cell-set/decode.ts';
import { canCheckDigests, checkDigest } from './request/digest.ts';
import type { Schema } from './request/json.ts';
import { type RawAnswer, readBytes, readDocument } from './request/read.ts';
import { RETRY, type RetryOptions } from './request/retry.ts';
import { createSharedFlights } from './request/share.ts';
import { createPlaces } from './request/supersede.ts';
import { createTransport } from './request/transport.ts';
import { createTokenSource, type GetToken } from './token.ts';

export interface ClientOptions {
  /** Address of the environment. In a page it may be relative to the page. */
  readonly url: string | URL;
  /** The host's sign-in. Without it the client asks as nobody. */
  readonly getToken?: GetToken;
  /** Language of the labels in answers. Default `da`. */
  readonly language?: Language;
  /** Another `fetch`, as in tests. Default the global one. */
  readonly fetch?: typeof globalThis.fetch;
  readonly retry?: RetryOptions;
}

export interface CallOptions {
  /** Ends this call. Others that wait for the same answer still get it. */
  readonly signal?: AbortSignal | undefined;
}

export interface QueryOptions extends CallOptions {
  /**
   * How the answer travels. Default `arrow`: it is read about three times as fast. Always `json` where there
   * is no WebCrypto, as on insecure origins: a damaged Arrow stream could then not be told from a whole one.
   */
  readonly format?: 'json' | 'arrow' | undefined;
  /** The place this answer is for. A newer query with the same key aborts the older one. */
  readonly key?: string | undefined;
  /** Language of the labels, where it is not that of the client. */
  readonly language?: Language | undefined;
}

export interface MembersOptions extends CallOptions {
  /** Members of this level alone. */
  readonly level?: string | undefined;
  /** Members with this text in their code or name. */
  readonly search?: string | undefined;
}

/**
 * A client of one environment. It holds the token and the latest answers in memory and nothing anywhere
 * else, asks nothing before it is asked, and can be shared by everything on a page.
 *
 * Every method rejects with {@link DatakubeError} when the environment refuses, {@link DatakubeNetworkError}
 * when it cannot be reached, {@link DatakubeProtocolError} when its answer cannot be trusted, and the
 * signal's reason (an `AbortError`) when the call was aborted.
 */
export interface DatakubeClient {
  /** The address of the environment, with a slash at the end. */
  readonly url: string;
  /** What this environment and this user can do. */
  capabilities(options?: CallOptions): Promise<Capabilities>;
  /** The cubes this user may ask, each with the release it has now: never from memory. */
  catalogue(options?: CallOptions): Promise<Catalogue>;
  /** The definition of a cube: dimensions, measures, release, declaration. `fresh` asks anew what is known. */
  cube(cube: string, options?: CallOptions & { readonly fresh?: boolean }): Promise<Cube>;
  /** Codes and names of the members of a dimension. */
  members(cube: string, dimension: string, options?: MembersOptions): Promise<MemberList>;
  /** The cells of a query. Asked again, the same answer comes from memory until the cube has a new release. */
  query(cube: string, query: Query, options?: QueryOptions): Promise<CellSet>;
  /** The cells of a query as a file, as the environment made it. */
  download(
    cube: string,
    query: Query,
    format: Format,
    options?: Omit<QueryOptions, 'format' | 'key'>,
  ): Promise<Blob>;
  /** Forgets the token and every answer, and ends what is under way: the user has signed out. */
  forget(): void;
}

/** Cells kept in memory: about 20 MB. */
const CELLS_KEPT = 2_000_000;

/**
 * Makes a client.
 *
 * @example
 * ```ts
 * const client = createClient({ url: 'https://environment.example/', getToken: () => portal.token() });
 * const cells = await client.query('sundhedsdata-paa-tvaers', {
 *   measures: ['persons'],
 *   rows: [{ dimension: 'residence', level: 'municipality' }],
 *   columns: [{ dimension: 'time', level: 'year' }],
 * });
 * ```
 *
 * @throws TypeError when `url` is no address
 */
export function createClient(options: ClientOptions): DatakubeClient {
  const base = readBase(options.url);
  const home = options.language ?? 'da';
  const tokens = options.getToken && createTokenSource(options.getToken);
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const transport = createTransport(send, tokens, { ...RETRY, ...options.retry });
  const flights = createSharedFlights();
  const places = createPlaces();
  const answers = createCellCache(CELLS_KEPT);
  const documents = new Map<string, unknown>();
  const releases = new Map<string, string>();

  /** A cube with a new release has new answers, new members perhaps: nothing of the old one is shown beside it. */
  const notice = (cube: string, release: string): void => {
    if (releases.get(cube) === release) return;
    if (releases.has(cube)) {
      answers.clear();
      documents.clear();
    }
    releases.set(cube, release);
  };

  async function document<T>(path: string, schema: Schema<T>, signal?: AbortSignal, keep = true): Promise<T> {
    signal?.throwIfAborted();
    if (keep && documents.has(path)) return documents.get(path) as T;
    return flights.join(path, signal, async (flight) => {
      const ask = { url: new URL(path, base), headers: { accept: 'application/json' }, read: readBytes };
      const answer = await transport.send(ask, flight);
      flight.throwIfAborted();
      const found = readDocument(answer, schema);
      if (keep) documents.set(path, found);
      return found;
    });
  }

  async function ask(
    cube: string,
    query: Query,
    format: Format,
    language: Language,
    flight: AbortSignal,
  ): Promise<RawAnswer> {
    const answer = await transport.send(
      {
        url: new URL(`v1/cubes/${encodeURIComponent(cube)}/query?format=${format}`, base),
        headers: { 'accept-language': language },
        body: JSON.stringify(query),
        read: readBytes,
      },
      flight,
    );
    await checkDigest(answer);
    flight.throwIfAborted();
    return answer;
  }

  async function cells(
    cube: string,
    asked: Query,
    options: QueryOptions,
    signal?: AbortSignal,
  ): Promise<CellSet> {
    const { language = home } = options;
    const format = canCheckDigests() ? (options.format ?? 'arrow') : 'json';
    // The caller may go on changing theirs while the answer is under way.
    const query = structuredClone(asked);
    const id = JSON.stringify([cube, releases.get(cube), language, canonicalQuery(query)]);
    const kept = answers.get(id);
    if (kept !== undefined) return kept;
    return flights.join(`${format} ${id}`, signal, async (flight) => {
      const found = decodeAnswer(await ask(cube, query, format, language, flight), { cube, query });
      notice(cube, found.release);
      answers.set(JSON.stringify([cube, found.release, language, canonicalQuery(query)]), found);
      return found;
    });
  }

  return {
    url: base.href,
    capabilities: ({ signal } = {}) => document('v1/capabilities', Capabilities, signal),
    catalogue: ({ signal } = {}) => document('v1/cubes', Catalogue, signal, false),
    async cube(cube, { signal, fresh } = {}) {
      const found = await document(`v1/cubes/${encodeURIComponent(cube)}`, Cube, signal, !fresh);
      if (fresh || !releases.has(cube)) notice(cube, found.release.id);
      return found;
    },
    members(cube, dimension, { level, search, signal } = {}) {
      const asked = new URLSearchParams({ ...(level && { level }), ...(search && { search }) });
      const path = `v1/cubes/${encodeURIComponent(cube)}/dimensions/${encodeURIComponent(dimension)}/members`;
      return document(asked.size > 0 ? `${path}?${asked}` : path, MemberList, signal, search === undefined);
    },
    async query(cube, query, options = {}) {
      const { key, signal } = options;
      signal?.throwIfAborted();
      if (key === undefined) return cells(cube, query, options, signal);
      return places.take(key, signal, (place) => cells(cube, query, options, place));
    },
    async download(cube, query, format, { language = home, signal } = {}) {
      const id = JSON.stringify(['download', cube, format, language, canonicalQuery(query)]);
      return flights.join(id, signal, async (flight) => {
        const { bytes, type } = await ask(cube, query, format, language, flight);
        return new Blob([bytes], { type });
      });
    },
    forget() {
      tokens?.forget();
      answers.clear();
      documents.clear();
      releases.clear();
      flights.abortAll(new DOMException('Signed out', 'AbortError'));
    },
  };
}

function readBase(url: string | URL): URL {
  const base = new URL(url, globalThis.location?.href);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}
