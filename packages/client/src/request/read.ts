import { FORMATS } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { checkedBy, parseJson, type Schema } from './json.ts';

/** An answer before it has been understood. */
export interface RawAnswer {
  /** Media type, without parameters. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export async function readBytes(response: Response): Promise<RawAnswer> {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { type: type.trim().toLowerCase(), bytes: new Uint8Array(await response.arrayBuffer()) };
}

export function readBlob(response: Response): Promise<Blob> {
  return response.blob();
}

/**
 * Reads a document of the contract.
 *
 * @throws DatakubeProtocolError when it is not JSON, or not what the contract says
 */
export function readDocument<T>({ type, bytes }: RawAnswer, schema: Schema<T>): T {
  if (type !== FORMATS.json) throw new DatakubeProtocolError(`The answer has the type ${type || 'nothing'}`);
  return checkedBy(schema, parseJson(bytes));
}
