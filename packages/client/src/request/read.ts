import { CELL_SET_FORMATS } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { checkedBy, parseJson, type Schema } from './json.ts';

/** An answer before it has been understood. */
export interface RawAnswer {
  /** Media type, without parameters. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The header `Content-Digest`. */
  readonly digest: string | null;
}

/** Bytes of an answer that are read at all: several times the largest that an environment gives. */
const MOST = 128 * 1024 * 1024;

/**
 * Reads an answer in full.
 *
 * @param most bytes that are read at all
 * @throws DatakubeProtocolError when there are more
 */
export async function readBytes({ headers, body }: Response, most = MOST): Promise<RawAnswer> {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const bytes = await readAll(body, most);
  return { type: type.trim().toLowerCase(), bytes, digest: headers.get('content-digest') };
}

/** Counts while reading: a length in a header can lie, or be missing. */
async function readAll(body: Response['body'], most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > most) {
      reader?.cancel().catch(() => {});
      throw new DatakubeProtocolError('The answer is larger than any should be');
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

/**
 * Reads a document of the contract.
 *
 * @throws DatakubeProtocolError when it is not JSON, or not what the contract says
 */
export function readDocument<T>({ type, bytes }: RawAnswer, schema: Schema<T>): T {
  if (type !== CELL_SET_FORMATS.json)
    throw new DatakubeProtocolError(`The answer has the type ${type || 'nothing'}`);
  return checkedBy(schema, parseJson(bytes));
}
