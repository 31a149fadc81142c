export type { CellSet, MeasureColumns, Query } from '@datakube/contract';
export {
  type CallOptions,
  type ClientOptions,
  createClient,
  type DatakubeClient,
  type MembersOptions,
  type QueryOptions,
} from './client.ts';
export {
  DatakubeError,
  DatakubeNetworkError,
  DatakubeProtocolError,
  type Refusal,
  type WayOut,
} from './errors.ts';
export type { RetryOptions } from './request/retry.ts';
export type { GetToken, Token, TokenReason } from './token.ts';
