import * as z from 'zod/mini';
import { exampleAnswer, exampleQueries } from './examples.ts';
import * as contract from './index.ts';
import { ERRORS, type ErrorCode } from './problem.ts';
import { type Route, ROUTES, type RouteName } from './routes.ts';

export * from './routes.ts';

type Json = { readonly [key: string]: unknown };

/** Errors that any route can give. */
const EVERYWHERE: readonly ErrorCode[] = [
  'ERR_REQUEST_INVALID',
  'ERR_NOT_FOUND',
  'ERR_METHOD_NOT_ALLOWED',
  'ERR_INTERNAL',
];
const WITH_BODY: readonly ErrorCode[] = ['ERR_BODY_TOO_LARGE', 'ERR_MEDIA_TYPE'];

/** Every schema of the wire under its own name: `Query`, `CellSetAnswer`, `Problem` … */
function namedSchemas(): Map<z.core.$ZodType, string> {
  const named = new Map<z.core.$ZodType, string>();
  for (const [name, value] of Object.entries(contract)) {
    if (value instanceof z.core.$ZodType) named.set(value, name === 'ErrorCodeSchema' ? 'ErrorCode' : name);
  }
  return named;
}

/** The schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
function componentSchemas(named: ReadonlyMap<z.core.$ZodType, string>): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]));
}

function withoutIdentity(schema: Json): Json {
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}

/** The schemas the paths refer to, directly or through one another: the wire, not the owner's definitions. */
function referredTo(paths: Json, schemas: Json): Json {
  const reached = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (reached.has(name!)) continue;
      reached.add(name!);
      visit(schemas[name!]);
    }
  };
  visit([paths, { $ref: '#/components/schemas/Problem' }]);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)));
}

function contentOf(content: Route['answer']['content'], reference: (schema: z.ZodMiniType) => Json): Json {
  return Object.fromEntries(
    Object.entries(content).map(([media, schema]) => {
      if (schema === 'text') return [media, { schema: { type: 'string' } }];
      if (schema === 'bytes') return [media, { schema: { type: 'string', contentEncoding: 'binary' } }];
      return [media, withExample(schema, reference)];
    }),
  );
}

/** Examples of the schemas that are best understood by one. */
const EXAMPLES = new Map<z.core.$ZodType, Json>([
  [contract.Query, { examples: exampleQueries }],
  [contract.CellSetAnswer, { example: exampleAnswer }],
]);

function withExample(schema: z.ZodMiniType, reference: (schema: z.ZodMiniType) => Json): Json {
  return { schema: reference(schema), ...EXAMPLES.get(schema) };
}

function parametersOf(route: Route, reference: (schema: z.ZodMiniType) => Json): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { $ref: '#/components/schemas/Identifier' },
  }));
  const inSearch = Object.entries(route.search?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: reference(schema as z.ZodMiniType),
  }));
  return [...inPath, ...inSearch];
}

function headersOf(headers: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, required: true, schema: { type: 'string' } },
    ]),
  );
}

/** Answers by status; several codes can share one. */
function errorAnswers(codes: readonly ErrorCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, of]) => [
        String(status),
        {
          description: of.map((code) => `\`${code}\`: ${ERRORS[code].title.en}`).join('; '),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

function operation(name: string, route: Route, reference: (schema: z.ZodMiniType) => Json): Json {
  const errors = [...new Set([...EVERYWHERE, ...(route.body ? WITH_BODY : []), ...route.errors])];
  return {
    operationId: name,
    summary: route.summary,
    parameters: parametersOf(route, reference),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': withExample(route.body, reference) } },
    }),
    responses: {
      '200': {
        description: route.answer.description,
        ...(route.answer.headers && { headers: headersOf(route.answer.headers) }),
        content: contentOf(route.answer.content, reference),
      },
      ...errorAnswers(errors),
    },
    ...(route.errors.includes('ERR_UNAUTHENTICATED') && { security: [{}, { token: [] }] }),
  };
}

/** The routes an environment with this profile serves. */
export function routesOf(profile: 'sandbox' | 'production'): [RouteName, Route][] {
  return (Object.entries(ROUTES) as [RouteName, Route][]).filter(
    ([, route]) => profile === 'sandbox' || !route.sandbox,
  );
}

/**
 * The OpenAPI 3.1 description of an environment, made from the route table and the schemas alone.
 *
 * @param options version of the environment, and its profile: the sandbox has one route more
 */
export function openApiDocument(options: { version: string; profile: 'sandbox' | 'production' }): Json {
  const named = namedSchemas();
  const reference = (schema: z.ZodMiniType): Json => {
    const name = named.get(schema) ?? named.get(unwrapped(schema));
    return name
      ? { $ref: `#/components/schemas/${name}` }
      : withoutIdentity(z.toJSONSchema(schema, { io: 'input' }));
  };
  const byPath = Map.groupBy(routesOf(options.profile), ([, route]) => route.path);
  const paths = Object.fromEntries(
    [...byPath].map(([path, routes]) => [
      path,
      Object.fromEntries(routes.map(([name, route]) => [route.method, operation(name, route, reference)])),
    ]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Datakube environment',
      version: options.version,
      description: 'Protected tables of health data. No answer holds a number that may not leave.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths,
    components: {
      schemas: referredTo(paths, componentSchemas(named)),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function unwrapped(schema: z.ZodMiniType): z.core.$ZodType {
  return schema instanceof z.ZodMiniOptional ? schema._zod.def.innerType : schema;
}
