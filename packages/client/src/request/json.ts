import { DatakubeProtocolError } from '../errors.ts';

/** What is used of a schema of the contract. */
export interface Schema<T> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: unknown };
}

/**
 * Bytes as JSON, read strictly: wrong UTF-8 is refused, not mended.
 *
 * @throws DatakubeProtocolError
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new DatakubeProtocolError('The answer is not JSON', { cause });
  }
}

/**
 * The value as the contract has it.
 *
 * @throws DatakubeProtocolError
 */
export function checkedBy<T>(schema: Schema<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw new DatakubeProtocolError('The answer is not what the contract says', { cause: parsed.error });
  return parsed.data;
}
