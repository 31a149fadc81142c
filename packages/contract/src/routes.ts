import * as z from 'zod/mini';
import { CellSetAnswer } from './cell-set-answer.ts';
import { Capabilities, Catalogue, Cube, MemberList } from './cube.ts';
import { Format, FORMATS } from './formats.ts';
import { Health } from './health.ts';
import { Identifier } from './identifiers.ts';
import type { ErrorCode } from './problem.ts';
import { Query } from './query.ts';
import { SignInAnswer, SignInRequest } from './sign-in.ts';

/** What a route answers when all is well. A schema for JSON, `text` or `bytes` for the rest. */
export type AnswerContent = Readonly<Record<string, z.ZodMiniType | 'text' | 'bytes'>>;

export interface Route {
  readonly method: 'get' | 'post';
  /** Parts in braces are identifiers. */
  readonly path: string;
  readonly summary: string;
  /** Parameters of the query string. Others are refused. */
  readonly search?: z.ZodMiniObject;
  readonly body?: z.ZodMiniType;
  readonly answer: {
    readonly description: string;
    /** Headers that are part of the answer, with what they say. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly content: AnswerContent;
  };
  /** Errors of this route, beside those every route can give. */
  readonly errors: readonly ErrorCode[];
  /** Part of the sandbox profile alone. */
  readonly sandbox?: true;
}

/** The only place that names routes: the environment serves them from here, OpenAPI is made from here. */
export const ROUTES = {
  live: {
    method: 'get',
    path: '/health/live',
    summary: 'The process lives',
    answer: { description: 'It does', content: { 'application/json': Health } },
    errors: [],
  },
  ready: {
    method: 'get',
    path: '/health/ready',
    summary: 'Ready to answer queries',
    answer: { description: 'It is', content: { 'application/json': Health } },
    errors: ['ERR_UNAVAILABLE'],
  },
  openapi: {
    method: 'get',
    path: '/v1/openapi.json',
    summary: 'This description',
    answer: {
      description: 'An OpenAPI 3.1 document',
      content: { 'application/json': z.record(z.string(), z.unknown()) },
    },
    errors: [],
  },
  capabilities: {
    method: 'get',
    path: '/v1/capabilities',
    summary: 'What this environment and this user can do',
    answer: { description: 'Capabilities', content: { 'application/json': Capabilities } },
    errors: ['ERR_UNAUTHENTICATED'],
  },
  catalogue: {
    method: 'get',
    path: '/v1/cubes',
    summary: 'The cubes this user may ask',
    answer: { description: 'The catalogue', content: { 'application/json': Catalogue } },
    errors: ['ERR_UNAUTHENTICATED'],
  },
  cube: {
    method: 'get',
    path: '/v1/cubes/{cube}',
    summary: 'Dimensions, measures, policy, release and declaration of a cube',
    answer: { description: 'The cube', content: { 'application/json': Cube } },
    errors: ['ERR_UNAUTHENTICATED', 'ERR_FORBIDDEN'],
  },
  members: {
    method: 'get',
    path: '/v1/cubes/{cube}/dimensions/{dimension}/members',
    summary: 'Codes and names of the members of a dimension',
    search: z.strictObject({
      /** Members of this level alone. */
      level: z.optional(Identifier),
      /** Members whose code or name, in either language, has this text in it. */
      search: z.optional(z.string().check(z.maxLength(100))),
    }),
    answer: {
      description: 'The members, in the order of the code list',
      content: { 'application/json': MemberList },
    },
    errors: ['ERR_UNAUTHENTICATED', 'ERR_FORBIDDEN'],
  },
  query: {
    method: 'post',
    path: '/v1/cubes/{cube}/query',
    summary: 'A tabulation',
    /** Overrides the header `Accept`. */
    search: z.strictObject({ format: z.optional(Format) }),
    body: Query,
    answer: {
      description: 'The cells, in the format asked for by `Accept` or `format`',
      headers: {
        'Content-Digest': 'SHA-256 of the body (RFC 9530), to be checked before it is read',
        'Datakube-Disclosure': 'The disclosure record of the answer as JSON, without the query in full',
      },
      content: {
        [FORMATS.json]: CellSetAnswer,
        [FORMATS.arrow]: 'bytes',
        [FORMATS.csv]: 'text',
        [FORMATS.xlsx]: 'bytes',
        [FORMATS['json-stat']]: z.record(z.string(), z.unknown()),
        [FORMATS['sdmx-csv']]: 'text',
        [FORMATS.parquet]: 'bytes',
      },
    },
    errors: [
      'ERR_QUERY_INVALID',
      'ERR_QUERY_NOT_ADDITIVE',
      'ERR_QUERY_TOO_LARGE',
      'ERR_NOT_RELEASABLE',
      'ERR_UNAUTHENTICATED',
      'ERR_FORBIDDEN',
      'ERR_NOT_ACCEPTABLE',
      'ERR_BUSY',
      'ERR_UNAVAILABLE',
    ],
  },
  signIn: {
    method: 'post',
    path: '/sandbox/sign-in',
    summary: 'Signs in as a made-up user',
    body: SignInRequest,
    answer: { description: 'A token of a few minutes', content: { 'application/json': SignInAnswer } },
    errors: [],
    sandbox: true,
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;
