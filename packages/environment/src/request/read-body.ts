import type * as z from 'zod/mini';
import { fieldErrors } from '../problem/field-errors.ts';
import { Refusal } from '../problem/refusal.ts';

/**
 * The JSON body of a request, checked against its schema.
 *
 * @param most bytes that are read at all
 * @throws Refusal `ERR_MEDIA_TYPE`, `ERR_BODY_TOO_LARGE`, `ERR_REQUEST_INVALID`
 */
export async function readBody<Schema extends z.ZodMiniType>(
  request: Request,
  schema: Schema,
  most: number,
): Promise<z.output<Schema>> {
  const media = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const coding = request.headers.get('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (media !== 'application/json' || coding !== 'identity') throw new Refusal('ERR_MEDIA_TYPE');
  const parsed = schema.safeParse(parseJson(await readBytes(request, most)), { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refusal('ERR_REQUEST_INVALID', { errors: fieldErrors(parsed.error.issues) });
}

/** Counts while reading: a length in a header can lie, or be missing. */
async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw new Refusal('ERR_BODY_TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) throw new Refusal('ERR_BODY_TOO_LARGE');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('ERR_REQUEST_INVALID', { errors: [{ pointer: '', message: 'Not JSON in UTF-8' }] });
  }
}
