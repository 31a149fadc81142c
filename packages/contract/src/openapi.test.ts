import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer } from './cell-set-answer.ts';
import { exampleAnswer, exampleProblem, exampleQueries, exampleQuery } from './examples.ts';
import { STATUSES } from './cell-set.ts';
import { FORMATS } from './formats.ts';
import { openApiDocument, type Route, ROUTES, routesOf } from './openapi.ts';
import { ERRORS, Problem } from './problem.ts';
import { Query } from './query.ts';

type Json = { [key: string]: Json } & { [key: string]: unknown };

const document = JSON.parse(
  JSON.stringify(openApiDocument({ version: '1.2.3', profile: 'sandbox' })),
) as Json;
const operations = Object.values(document['paths']!).flatMap((path) => Object.values(path)) as Json[];

describe('openApiDocument', () => {
  it('is OpenAPI 3.1 with the version of the environment', () => {
    assert.equal(document['openapi'], '3.1.0');
    assert.equal(document['info']!['version'], '1.2.3');
  });

  it('has every route of the table under its name', () => {
    assert.deepEqual(
      operations.map((operation) => operation['operationId']).sort(),
      Object.keys(ROUTES).sort(),
    );
  });

  it('leaves the stand-in out in production', () => {
    const paths = Object.keys(openApiDocument({ version: '1', profile: 'production' })['paths'] as object);
    assert.equal(paths.includes('/sandbox/sign-in'), false);
    assert.equal(Object.keys(document['paths']!).includes('/sandbox/sign-in'), true);
  });

  it('refers to nothing that is not there, and holds nothing that is not referred to', () => {
    const referred = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, pointer]) => pointer!,
    );
    assert.ok(referred.length > 0);
    const schemas = Object.keys(document['components']!['schemas']!);
    const names = new Set(referred.map((pointer) => pointer.replace('#/components/schemas/', '')));
    assert.deepEqual([...names].sort(), schemas.sort());
    assert.equal(schemas.includes('CubeDefinition'), false, 'where data lie is not on the wire');
  });

  it('names each parameter of a path', () => {
    for (const [path, methods] of Object.entries(document['paths']!)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods) as Json[]) {
        const parameters = operation['parameters'] as unknown as { name: string; in: string }[];
        assert.deepEqual(
          parameters.filter((each) => each.in === 'path').map(({ name }) => name),
          inPath,
        );
      }
    }
  });

  it('gives every answer that is not one of success the form of a problem, and each code its status', () => {
    for (const operation of operations) {
      for (const [status, answer] of Object.entries(operation['responses']!) as [string, Json][]) {
        if (status === '200') continue;
        assert.deepEqual(Object.keys(answer['content']!), ['application/problem+json']);
        const codes = String(answer['description']).match(/ERR_\w+/g) as (keyof typeof ERRORS)[];
        for (const code of codes) assert.equal(String(ERRORS[code].status), status);
      }
    }
  });

  it('refuses unknown fields in what is sent', () => {
    const schemas = document['components']!['schemas']!;
    for (const name of [
      'Query',
      'AxisEntry',
      'Top',
      'MembersFilter',
      'LatestFilter',
      'RangeFilter',
      'SignInRequest',
    ]) {
      assert.equal(schemas[name]!['additionalProperties'], false, name);
    }
  });

  it('shows examples that are valid', () => {
    const query = document['paths']!['/v1/cubes/{cube}/query']!['post']!;
    const body = query['requestBody']!['content']!['application/json']!;
    const queries = Object.values(body['examples']!) as { value: unknown }[];
    assert.deepEqual(queries[0]!.value, exampleQuery);
    assert.equal(queries.length, Object.keys(exampleQueries).length);
    for (const { value } of queries) assert.deepEqual(Query.parse(value), value);
    const answer = query['responses']!['200']!['content']!['application/json']!;
    assert.deepEqual(CellSetAnswer.parse(answer['example']), exampleAnswer);
    assert.deepEqual(Problem.parse(exampleProblem), exampleProblem);
    assert.equal(ERRORS[exampleProblem.code].status, exampleProblem.status);
  });

  it('documents every error of the table on some route, and on each route those any can give', () => {
    const codesOf = (operation: Json): Set<string> =>
      new Set(
        Object.values(operation['responses']!).flatMap((answer) =>
          [...String(answer['description']).matchAll(/`(ERR_\w+)`/g)].map(([, code]) => code!),
        ),
      );
    const documented = new Set(operations.flatMap((operation) => [...codesOf(operation)]));
    assert.deepEqual([...documented].sort(), Object.keys(ERRORS).sort());
    for (const operation of operations) {
      const codes = codesOf(operation);
      for (const code of ['ERR_REQUEST_INVALID', 'ERR_NOT_FOUND', 'ERR_METHOD_NOT_ALLOWED', 'ERR_INTERNAL']) {
        assert.ok(codes.has(code), `${String(operation['operationId'])}: ${code}`);
      }
      for (const code of ['ERR_BODY_TOO_LARGE', 'ERR_MEDIA_TYPE']) {
        assert.equal(
          codes.has(code),
          'requestBody' in operation,
          `${String(operation['operationId'])}: ${code}`,
        );
      }
    }
  });

  it('asks for a token exactly where there is something to be refused without one', () => {
    for (const [name, route] of Object.entries<Route>(ROUTES)) {
      const operation = operations.find((each) => String(each['operationId']) === name)!;
      assert.equal('security' in operation, route.errors.includes('ERR_UNAUTHENTICATED'), name);
    }
    assert.equal('security' in document['paths']!['/health/live']!['get']!, false);
  });

  it('names the parameters of the query string, none of them required', () => {
    const names = (path: string, method: string): unknown =>
      (document['paths']![path]![method]!['parameters'] as unknown as Json[])
        .filter((parameter) => String(parameter['in']) === 'query')
        .map((parameter) => [parameter['name'], parameter['required']]);
    assert.deepEqual(names('/v1/cubes/{cube}/query', 'post'), [['format', false]]);
    assert.deepEqual(names('/v1/cubes/{cube}/dimensions/{dimension}/members', 'get'), [
      ['level', false],
      ['search', false],
    ]);
    assert.deepEqual(names('/v1/cubes', 'get'), []);
  });

  it('offers the answer to a query in every format there is', () => {
    const { content } = document['paths']!['/v1/cubes/{cube}/query']!['post']!['responses']!['200']!;
    assert.deepEqual(Object.keys(content as Json).sort(), [...new Set(Object.values(FORMATS))].sort());
  });

  it('lets no suppressed cell have a number', () => {
    const schemas = document['components']!['schemas']!;
    const status = JSON.stringify(schemas['Status']);
    for (const each of STATUSES) assert.ok(status.includes(`"${each}"`), each);
  });

  it('is the same each time it is made, and JSON all through', () => {
    const make = (): object => openApiDocument({ version: '1', profile: 'production' });
    assert.deepEqual(make(), make());
    assert.deepEqual(JSON.parse(JSON.stringify(make())), make());
  });

  it('keeps an identifier an identifier on the wire', () => {
    const { pattern, maxLength } = document['components']!['schemas']!['Identifier']! as {
      pattern: unknown;
      maxLength: unknown;
    };
    assert.equal(maxLength, 64);
    for (const [id, fits] of [
      ['sundhedsdata-paa-tvaers', true],
      ['x;--', false],
      ['', false],
    ] as const) {
      assert.equal(new RegExp(String(pattern), 'u').test(id), fits, id);
    }
  });
});

describe('routes', () => {
  it('stand under their version, or beside it where no version applies', () => {
    for (const { path } of Object.values(ROUTES)) assert.match(path, /^\/(v1|health|sandbox)\//);
    const places = Object.values(ROUTES).map(
      ({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '*')}`,
    );
    assert.equal(new Set(places).size, places.length);
  });

  it('of production are those of the sandbox less what is made up', () => {
    const names = (profile: 'sandbox' | 'production'): string[] => routesOf(profile).map(([name]) => name);
    assert.deepEqual(
      names('sandbox').filter((name) => !names('production').includes(name)),
      ['signIn'],
    );
  });

  it('take no more of the query string than they name', () => {
    for (const route of Object.values<Route>(ROUTES)) {
      assert.notEqual(route.search?.safeParse({ debug: '1' }).success, true, route.path);
    }
    assert.equal(ROUTES.members.search.safeParse({ search: 'x'.repeat(101) }).success, false);
    assert.equal(ROUTES.query.search.safeParse({ format: 'xml' }).success, false);
  });
});
