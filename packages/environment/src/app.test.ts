import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  Capabilities,
  Catalogue,
  CellSetAnswer,
  Cube,
  Health,
  MemberList,
  Problem,
  SignInAnswer,
  type Query,
} from '@datakube/contract';
import { openApiDocument, ROUTES } from '@datakube/contract/openapi';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { createMemoryAuditLog } from './audit/memory-audit-log.ts';
import { NO_SIGN_IN } from './identity/identity.ts';
import { createStandIn } from './identity/stand-in.ts';
import type { RouteEnvironment } from './routes/route-environment.ts';
import { tiny, tinyApp } from './testing/tiny-app.ts';
import { tinyCube } from './testing/tiny-cube.ts';

type App = Hono<RouteEnvironment>;

const question: Query = { measures: ['persons'], rows: [{ dimension: 'place', level: 'town' }] };

function post(
  app: App,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Promise.resolve(
    app.request(path, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json', ...headers },
    }),
  );
}
const ask = (app: App, body: unknown = question, headers: Record<string, string> = {}): Promise<Response> =>
  post(app, '/v1/cubes/tiny/query', body, headers);

async function problemOf(answer: Response): Promise<Problem> {
  assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
  const problem = Problem.parse(await answer.json());
  assert.equal(problem.status, answer.status);
  assert.equal(problem.instance, `urn:uuid:${answer.headers.get('X-Request-Id')}`);
  return problem;
}

async function tokenFor(app: App, user: string): Promise<string> {
  return SignInAnswer.parse(await (await post(app, '/sandbox/sign-in', { user })).json()).token;
}

describe('the routes', () => {
  const served = (app: App): string[] =>
    [
      ...new Set(
        app.routes
          .filter(({ method }) => method !== 'ALL')
          .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
      ),
    ].sort();
  const described = (profile: 'sandbox' | 'production'): string[] =>
    Object.entries(openApiDocument({ version: '1', profile })['paths'] as object)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .sort();

  it('are the described ones, in both profiles', () => {
    assert.deepEqual(served(tinyApp()), described('sandbox'));
    assert.deepEqual(
      served(tinyApp({ profile: 'production', identity: NO_SIGN_IN })),
      described('production'),
    );
    assert.equal(described('sandbox').length, described('production').length + 1);
  });

  it('answer as described', async () => {
    const app = tinyApp();
    const get = async (path: string): Promise<unknown> => {
      const answer = await app.request(path);
      assert.equal(answer.status, 200, path);
      return answer.json();
    };
    assert.deepEqual(Health.parse(await get('/health/live')), { status: 'live' });
    assert.deepEqual(Health.parse(await get('/health/ready')), { status: 'ready' });
    assert.deepEqual(
      await get('/v1/openapi.json'),
      JSON.parse(JSON.stringify(openApiDocument({ version: '0.0.0', profile: 'sandbox' }))),
    );
    assert.equal(Capabilities.parse(await get('/v1/capabilities')).user.signedIn, false);
    assert.deepEqual(
      Catalogue.parse(await get('/v1/cubes')).cubes.map(({ id }) => id),
      ['tiny'],
    );
    assert.equal(Cube.parse(await get('/v1/cubes/tiny')).release.id, tiny.manifest.id);
    const members = MemberList.parse(
      await get('/v1/cubes/tiny/dimensions/place/members?level=town&search=a'),
    );
    assert.deepEqual(
      members.members.map(({ code }) => code),
      ['Aa', 'Ca'],
    );
    const answer = await ask(app);
    assert.equal(answer.status, 200);
    assert.equal(CellSetAnswer.parse(await answer.json()).release, tiny.manifest.id);
  });

  it('answer a query in the format asked for', async () => {
    const app = tinyApp();
    const media = {
      json: 'application/json',
      arrow: 'application/vnd.apache.arrow.stream',
      csv: 'text/csv; charset=utf-8; header=present',
    };
    for (const [format, type] of Object.entries(media)) {
      const byParameter = await post(app, `/v1/cubes/tiny/query?format=${format}`, question);
      const byHeader = await ask(app, question, { Accept: type.split(';')[0]! });
      for (const answer of [byParameter, byHeader]) {
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('Content-Type'), type);
      }
    }
  });

  it('carry the digest of exactly the bytes that are sent', async () => {
    for (const format of ['json', 'arrow', 'csv']) {
      const answer = await post(tinyApp(), `/v1/cubes/tiny/query?format=${format}`, question);
      const hash = createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('base64');
      assert.equal(answer.headers.get('Content-Digest'), `sha-256=:${hash}:`, format);
    }
  });

  it('refuse in the words of the error table', async () => {
    const app = tinyApp({ limits: { cells: 100, body: 1000 } });
    const expected: [Promise<Response> | Response, number, string][] = [
      [app.request('/v1/nothing'), 404, 'ERR_NOT_FOUND'],
      [app.request('/v1/cubes/absent'), 404, 'ERR_NOT_FOUND'],
      [app.request('/v1/cubes/tiny/dimensions/absent/members'), 404, 'ERR_NOT_FOUND'],
      [app.request('/v1/cubes/tiny/dimensions/place/members?level=absent'), 400, 'ERR_REQUEST_INVALID'],
      [app.request('/v1/cubes/tiny/dimensions/place/members?lvel=town'), 400, 'ERR_REQUEST_INVALID'],
      [
        app.request('/v1/cubes/tiny/dimensions/place/members?level=town&level=town'),
        400,
        'ERR_REQUEST_INVALID',
      ],
      [app.request('/v1/cubes/tiny/query'), 405, 'ERR_METHOD_NOT_ALLOWED'],
      [app.request('/v1/cubes', { method: 'DELETE' }), 405, 'ERR_METHOD_NOT_ALLOWED'],
      [post(app, '/v1/cubes/absent/query', question), 404, 'ERR_NOT_FOUND'],
      [post(app, '/v1/cubes/tiny/query?format=xls', question), 406, 'ERR_NOT_ACCEPTABLE'],
      [post(app, '/v1/cubes/tiny/query?page=2', question), 400, 'ERR_REQUEST_INVALID'],
      [ask(app, question, { Accept: 'application/pdf' }), 406, 'ERR_NOT_ACCEPTABLE'],
      [ask(app, question, { 'Content-Type': 'text/plain' }), 415, 'ERR_MEDIA_TYPE'],
      [ask(app, question, { 'Content-Encoding': 'gzip' }), 415, 'ERR_MEDIA_TYPE'],
      [ask(app, '{"measures":'), 400, 'ERR_REQUEST_INVALID'],
      [ask(app, 'null'), 400, 'ERR_REQUEST_INVALID'],
      [ask(app, { ...question, limit: 1 }), 400, 'ERR_REQUEST_INVALID'],
      [ask(app, { measures: ['absent'] }), 400, 'ERR_QUERY_INVALID'],
      [
        ask(app, {
          ...question,
          measures: ['persons'],
          filters: [{ dimension: 'sector', members: ['gp', 'ward'] }],
        }),
        422,
        'ERR_QUERY_NOT_ADDITIVE',
      ],
      [
        ask(app, {
          measures: ['persons'],
          rows: [
            { dimension: 'place', level: 'town' },
            { dimension: 'age', level: 'narrow' },
          ],
          columns: [
            { dimension: 'sex', level: 'sex' },
            { dimension: 'time', level: 'month' },
          ],
        }),
        422,
        'ERR_QUERY_TOO_LARGE',
      ],
      [
        ask(app, {
          measures: ['persons'],
          rows: [
            { dimension: 'place', level: 'town' },
            { dimension: 'sector', level: 'sector' },
          ],
        }),
        422,
        'ERR_NOT_RELEASABLE',
      ],
      [ask(app, JSON.stringify(question) + ' '.repeat(1000)), 413, 'ERR_BODY_TOO_LARGE'],
      [app.request('/v1/cubes', { headers: { Authorization: 'Bearer x' } }), 401, 'ERR_UNAUTHENTICATED'],
      [post(app, '/sandbox/sign-in', { user: 'nobody' }), 400, 'ERR_REQUEST_INVALID'],
    ];
    for (const [answer, status, code] of expected) {
      const got = await answer;
      const problem = await problemOf(got);
      assert.deepEqual([got.status, problem.code], [status, code]);
      assert.equal(got.headers.get('Cache-Control'), 'no-store');
    }
  });

  it('point at each field that is wrong', async () => {
    const body = {
      measures: 'persons',
      rows: [{ dimension: 'place', level: 'town', 'a/b~c': 1 }],
      colums: [],
    };
    const { errors } = await problemOf(await ask(tinyApp(), body));
    assert.deepEqual(errors!.map(({ pointer }) => pointer).sort(), [
      '/colums',
      '/measures',
      '/rows/0/a~1b~0c',
    ]);
  });

  it('say which methods a path has', async () => {
    const app = tinyApp();
    assert.equal(
      (await app.request('/v1/cubes', { method: 'PUT' })).headers.get('Allow'),
      'GET, HEAD, OPTIONS',
    );
    assert.equal((await app.request('/v1/cubes/tiny/query')).headers.get('Allow'), 'POST, OPTIONS');
  });

  it('speak the language asked for', async () => {
    const titles = async (language: string): Promise<string> =>
      (await problemOf(await tinyApp().request('/x', { headers: { 'Accept-Language': language } }))).title;
    assert.equal(await titles(''), 'Det findes ikke');
    assert.equal(await titles('en-GB,en;q=0.9,da;q=0.8'), 'It does not exist');
    assert.equal(await titles('de, en;q=0.1, da;q=0.4'), 'Det findes ikke');
  });
});

describe('access', () => {
  const closed = tinyCube((definition) => ({ ...definition, access: ['region'] }));

  it('is denied to whoever has none of the roles the owner names', async () => {
    const app = tinyApp({ cubes: [closed] });
    const doctor = { Authorization: `Bearer ${await tokenFor(app, 'praktiserende-laege')}` };
    const analyst = { Authorization: `Bearer ${await tokenFor(app, 'regional-analytiker')}` };
    const paths = ['/v1/cubes/tiny', '/v1/cubes/tiny/dimensions/place/members'];
    for (const headers of [{}, doctor]) {
      for (const path of paths) assert.equal((await app.request(path, { headers })).status, 403);
      assert.equal((await ask(app, question, headers)).status, 403);
      assert.deepEqual(await (await app.request('/v1/cubes', { headers })).json(), { cubes: [] });
    }
    for (const path of paths) assert.equal((await app.request(path, { headers: analyst })).status, 200);
    assert.equal((await ask(app, question, analyst)).status, 200);
  });

  it('is denied whatever the method, and whatever the cube is called', async () => {
    const app = tinyApp({ cubes: [closed] });
    for (const path of [
      '/v1/cubes/tiny',
      '/v1/cubes/tiny/dimensions/place/members',
      '/v1/cubes/tiny/query',
    ]) {
      for (const method of ['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH']) {
        const { status } = await app.request(path, { method });
        assert.ok(status === 403 || status === 405, `${method} ${path}: ${status}`);
      }
    }
    for (const name of ['__proto__', 'constructor', '..%2ftiny', 'TINY', 'tiny%00']) {
      const { status } = await app.request(`/v1/cubes/${name}`);
      assert.ok(status === 404 || status === 400, `${name}: ${status}`);
    }
  });

  it('does not fall back to anonymous when a token has expired', async () => {
    const secret = new Uint8Array(32).fill(9);
    const early = createStandIn({ secret, clock: () => new Date('2026-01-02T11:00:00Z') });
    const { token } = (await early.signIn!('forsker'))!;
    const answer = await ask(tinyApp(), question, { Authorization: `Bearer ${token}` });
    assert.equal((await problemOf(answer)).code, 'ERR_UNAUTHENTICATED');
    assert.equal(answer.headers.get('WWW-Authenticate'), 'Bearer error="invalid_token"');
  });

  it('has no stand-in in production', async () => {
    assert.throws(() => tinyApp({ profile: 'production' }), /stand-in/);
    const app = tinyApp({ profile: 'production', identity: NO_SIGN_IN });
    assert.equal((await post(app, '/sandbox/sign-in', { user: 'forsker' })).status, 404);
  });

  it('from other origins is for those that are listed, and without cookies', async () => {
    const origin = 'https://portal.example';
    const allowed = async (origins: 'any' | string[], from: string): Promise<string | null> => {
      const answer = await ask(tinyApp({ origins }), question, { Origin: from });
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
      return answer.headers.get('Access-Control-Allow-Origin');
    };
    assert.equal(await allowed('any', origin), '*');
    assert.equal(await allowed([origin], origin), origin);
    for (const other of [
      'https://portal.example.evil',
      'http://portal.example',
      'https://portal.example:444',
      'null',
      'https://sub.portal.example',
    ]) {
      assert.equal(await allowed([origin], other), null);
    }
    const preflight = await tinyApp({ origins: [origin] }).request('/v1/cubes/tiny/query', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('Access-Control-Allow-Headers')!, /Authorization/);
  });

  it('lets a page of another origin read the headers it needs', async () => {
    const answer = await ask(tinyApp({ origins: 'any' }), question, { Origin: 'https://portal.example' });
    const exposed = answer.headers.get('Access-Control-Expose-Headers')!.split(',');
    for (const name of ['Content-Digest', 'Retry-After', 'X-Request-Id'])
      assert.ok(exposed.includes(name), name);
  });
});

describe('the audit log', () => {
  const entries = (log: ReturnType<typeof createMemoryAuditLog>): Record<string, unknown>[] =>
    log.lines.map((line) => JSON.parse(line.slice(65)) as Record<string, unknown>);

  it('has who asked which cube what, and what became of it, and no number', async () => {
    const audit = createMemoryAuditLog();
    const app = tinyApp({ audit });
    const headers = { Authorization: `Bearer ${await tokenFor(app, 'forsker')}` };
    const id = '6ba7b810-9dad-41d1-80b4-00c04fd430c8';
    await ask(app, question, { ...headers, 'X-Request-Id': id });
    await ask(app, { ...question, filters: [{ dimension: 'sector', members: ['gp', 'ward'] }] });
    await ask(app, '{');
    const [answered, refused, unread] = entries(audit);
    const hash = answered!['query'];
    assert.match(String(hash), /^[0-9a-f]{64}$/);
    assert.deepEqual(answered, {
      sequence: 1,
      previous: '0'.repeat(64),
      time: '2026-01-02T12:00:00.000Z',
      requestId: id,
      actor: 'forsker',
      roles: ['public', 'research'],
      cube: 'tiny',
      query: hash,
      release: tiny.manifest.id,
      format: 'json',
      outcome: 'answered',
    });
    assert.deepEqual([refused!['outcome'], refused!['actor']], ['ERR_QUERY_NOT_ADDITIVE', 'anonymous']);
    assert.deepEqual(
      [unread!['outcome'], unread!['query'], unread!['release']],
      ['ERR_REQUEST_INVALID', null, null],
    );
  });

  it('takes no text of the asker for an id', async () => {
    const audit = createMemoryAuditLog();
    for (const id of ['010203-1234', '0102031234', 'x'.repeat(100), ''])
      await ask(tinyApp({ audit }), question, { 'X-Request-Id': id });
    assert.doesNotMatch(audit.lines.join(), /010203/);
  });

  it('is written before the answer: no entry, no answer', async () => {
    const audit = { append: () => Promise.reject(new Error('ENOSPC: no space left on device, write')) };
    const told: unknown[] = [];
    const answer = await ask(tinyApp({ audit, report: (fault) => told.push(fault) }));
    const text = await answer.clone().text();
    assert.equal((await problemOf(answer)).code, 'ERR_UNAVAILABLE');
    assert.equal(answer.headers.get('Retry-After'), '5');
    assert.doesNotMatch(text, /ENOSPC|published/);
    assert.match(String(told[0]), /ENOSPC/);
  });
});

describe('a fault of ours', () => {
  it('is reported, and says nothing outside', async () => {
    const told: string[] = [];
    const releases = { ...tiny.releases, cuboid: () => Promise.reject(new Error('SELECT * FROM secret')) };
    const answer = await ask(
      tinyApp({ releases, report: (fault, id) => told.push(`${id} ${String(fault)}`) }),
    );
    const text = await answer.clone().text();
    assert.equal((await problemOf(answer)).code, 'ERR_INTERNAL');
    assert.doesNotMatch(text, /SELECT|secret/);
    assert.match(told[0]!, /SELECT/);
    assert.ok(told[0]!.startsWith(answer.headers.get('X-Request-Id')!));
  });

  it('is not ready before every cube is published, and not while ending', async () => {
    const releases = { ...tiny.releases, current: () => Promise.resolve(undefined) };
    assert.equal((await tinyApp({ releases }).request('/health/ready')).status, 503);
    assert.equal((await tinyApp({ isReady: () => false }).request('/health/ready')).status, 503);
    assert.equal((await tinyApp({ isReady: () => false }).request('/health/live')).status, 200);
    assert.equal((await ask(tinyApp({ releases }))).status, 503);
  });
});

describe('pages', () => {
  it('come under a policy that lets them run their own scripts alone', async () => {
    const files = (path: string) =>
      Promise.resolve(
        path === '/examples/a b.html' ? { body: new Uint8Array([65]), contentType: 'text/html' } : undefined,
      );
    const app = tinyApp({ files });
    const page = await app.request('/examples/a%20b.html');
    assert.equal(page.status, 200);
    assert.match(
      page.headers.get('Content-Security-Policy')!,
      /require-trusted-types-for 'script'; trusted-types lit-html vue$/,
    );
    for (const path of ['/examples/%2e%2e/x', '/examples/%zz', '/sdk/', '/']) {
      assert.equal((await problemOf(await app.request(path))).code, 'ERR_NOT_FOUND');
    }
    assert.equal((await tinyApp().request('/')).status, 404);
  });
});

it('createApp needs nothing but its services', async () => {
  const app = createApp({
    cubes: [tiny.cube],
    releases: tiny.releases,
    audit: createMemoryAuditLog(),
    identity: NO_SIGN_IN,
    profile: 'sandbox',
  });
  assert.equal((await ask(app)).status, 200);
  assert.equal(Object.keys(ROUTES).length > 0, true);
});
