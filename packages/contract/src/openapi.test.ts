import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer } from './cell-set-answer.ts';
import { exampleAnswer, exampleProblem, exampleQuery } from './examples.ts';
import { openApiDocument, ROUTES } from './openapi.ts';
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
    for (const name of ['Query', 'AxisEntry', 'Filter', 'SignInRequest']) {
      assert.equal(schemas[name]!['additionalProperties'], false, name);
    }
  });

  it('shows examples that are valid', () => {
    const query = document['paths']!['/v1/cubes/{cube}/query']!['post']!;
    const body = query['requestBody']!['content']!['application/json']!;
    assert.deepEqual(Query.parse(body['example']), exampleQuery);
    const answer = query['responses']!['200']!['content']!['application/json']!;
    assert.deepEqual(CellSetAnswer.parse(answer['example']), exampleAnswer);
    assert.deepEqual(Problem.parse(exampleProblem), exampleProblem);
    assert.equal(ERRORS[exampleProblem.code].status, exampleProblem.status);
  });
});
