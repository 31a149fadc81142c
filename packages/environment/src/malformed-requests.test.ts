import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer, Problem, type Query } from '@datakube/contract';
import fc from 'fast-check';
import { tinyApp } from './testing/tiny-app.ts';

const app = tinyApp({ files: () => Promise.resolve(undefined) });

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'X-ODD'];

const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '%2e%2e%2f',
  '%zz',
  '%00',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{cube}',
  ':cube',
  '*',
  '\u202Etxt',
  'a'.repeat(3000),
  '0102031234',
  '',
);
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('tiny', 'place', 'town', 'time', 'year', 'persons', 'Aa', 'share', 'disease'),
  },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const path = fc.oneof(
  fc.constantFrom(
    '/v1/cubes',
    '/v1/cubes/tiny',
    '/v1/capabilities',
    '/v1/openapi.json',
    '/health/ready',
    '/sandbox/sign-in',
  ),
  word.map((cube) => `/v1/cubes/${cube}`),
  word.map((cube) => `/v1/cubes/${cube}/query`),
  fc.tuple(word, word).map(([cube, dimension]) => `/v1/cubes/${cube}/dimensions/${dimension}/members`),
  word.map((file) => `/examples/${file}`),
  fc.array(word, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
);
const search = fc.option(
  fc.array(fc.tuple(fc.oneof(fc.constantFrom('format', 'level', 'search'), word), word), { maxLength: 3 }),
  { nil: [] },
);

/** JSON that is nearly a query: right names, wrong places, odd types, extra fields. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.constantFrom(null, true, 1e308, -0),
    fc.array(tie('any'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'measures',
        'rows',
        'columns',
        'filters',
        'totals',
        'dimension',
        'level',
        'members',
        'user',
      ),
      word,
    ),
    tie('any'),
    { maxKeys: 5, noNullPrototype: true },
  ),
})).object;
const nearlyQuery = fc.record(
  {
    measures: fc.oneof(fc.array(word, { maxLength: 3 }), value),
    rows: fc.array(
      fc.record({ dimension: word, level: word, parents: fc.boolean() }, { requiredKeys: ['dimension'] }),
      { maxLength: 5 },
    ),
    columns: fc.array(fc.record({ dimension: word, level: word }), { maxLength: 2 }),
    filters: fc.array(fc.record({ dimension: word, members: fc.array(word, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
    totals: fc.oneof(fc.boolean(), word),
  },
  { requiredKeys: ['measures'] },
);
const body = fc.oneof(
  nearlyQuery.map((query) => JSON.stringify(query)),
  value.map((any) => JSON.stringify(any)),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '{"__proto__":{"polluted":1}}',
    '{"measures":["persons"],"__proto__":{}}',
    '['.repeat(50_000),
    '\u0000',
  ),
  fc.uint8Array({ maxLength: 200 }),
);
const headers = fc.record(
  {
    'Content-Type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'text/plain',
      'multipart/form-data',
      '',
    ),
    Accept: fc.constantFrom(
      '*/*',
      'application/json',
      'text/csv',
      'application/vnd.apache.arrow.stream',
      'a/b;q=x',
      ','.repeat(500),
    ),
    'Accept-Language': fc.constantFrom('da', 'en', '*', ';;q=,', 'x'.repeat(1000)),
    Authorization: fc.constantFrom('Bearer x', 'Bearer', 'Basic YTpi', 'Bearer eyJhbGciOiJub25lIn0.e30.'),
    'X-Request-Id': fc.constantFrom('0102031234', '<x>', '6ba7b810-9dad-41d1-80b4-00c04fd430c8'),
    'Content-Length': fc.constantFrom('-1', '99999999999', 'x'),
    Origin: fc.constantFrom('null', 'https://evil.example'),
  },
  { requiredKeys: [] },
);

const request = fc.record({
  method: fc.constantFrom(...METHODS, 'POST', 'POST', 'GET'),
  path,
  search,
  body,
  headers,
});

/** What must never leave: a stack, a file, SQL, or a value that JavaScript made up. */
const INTERNAL =
  /\bat .+:\d+:\d+|node_modules|file:\/\/|\.ts\b|SELECT |\[object |ZodError|TypeError|RangeError|SyntaxError/;

describe('whatever is asked', () => {
  it('is answered or refused in the words of the contract, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const url = new URL('http://localhost/');
        url.pathname = asked.path;
        for (const [name, text] of asked.search) url.searchParams.append(name, text);
        const bodiless = asked.method === 'GET' || asked.method === 'HEAD';
        const init = {
          method: asked.method,
          headers: asked.headers,
          ...(bodiless ? {} : { body: asked.body }),
        };
        const answer = await app.request(new Request(url, init));
        const text = await answer.text();
        assert.ok(answer.status < 500, `${answer.status} ${text}`);
        assert.match(answer.headers.get('X-Request-Id')!, /^[0-9a-f-]{36}$/);
        assert.doesNotMatch(text, INTERNAL);
        assert.equal(({} as { polluted?: unknown }).polluted, undefined);
        if (answer.status >= 400 && asked.method !== 'HEAD') Problem.parse(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows no count of one to four persons', async () => {
    const level = fc.constantFrom(
      ...[
        'place.region',
        'place.town',
        'age.broad',
        'age.narrow',
        'sex.sex',
        'time.year',
        'time.quarter',
        'disease.disease',
        'sector.sector',
        'form.form',
      ],
    );
    const axis = fc.uniqueArray(level, { maxLength: 2, selector: (name) => name.split('.')[0] });
    const entry = (name: string) => ({
      dimension: name.split('.')[0]!,
      level: name.split('.')[1]!,
      parents: true,
    });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(axis, axis, async (rows, columns) => {
        const query: Query = {
          measures: ['persons', 'visits'],
          rows: rows.map(entry),
          columns: columns.map(entry),
          totals: true,
        };
        const answer = await app.request('/v1/cubes/tiny/query', {
          method: 'POST',
          body: JSON.stringify(query),
          headers: { 'Content-Type': 'application/json' },
        });
        if (answer.status !== 200) return;
        answered++;
        const { cells } = CellSetAnswer.parse(await answer.json());
        const { value: persons, status } = cells['persons']!;
        persons.forEach((count, cell) => {
          assert.ok(count === null || count === 0 || count >= 5);
          assert.equal(cells['visits']!.status[cell], status[cell]);
        });
      }),
      { numRuns: 150 },
    );
    assert.ok(answered > 20, `only ${answered} were answered`);
  });
});
