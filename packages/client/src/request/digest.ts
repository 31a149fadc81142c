import { contentDigest, holdsDigest } from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import type { RawAnswer } from './read.ts';

/** Whether digests can be checked here. WebCrypto is absent on insecure origins other than localhost. */
export function canCheckDigests(): boolean {
  // Typed as always there.
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle !== undefined;
}

/**
 * Refuses an answer whose bytes are not those the environment sent (RFC 9530). Where digests cannot be
 * checked it refuses nothing: what is asked for there is JSON, which decoding checks part by part.
 *
 * @throws DatakubeProtocolError
 */
export async function checkDigest({ bytes, digest }: RawAnswer): Promise<void> {
  if (!canCheckDigests() || holdsDigest(digest, await contentDigest(bytes))) return;
  throw new DatakubeProtocolError(
    digest === null
      ? 'The answer has no digest: a cross-origin answer must expose Content-Digest'
      : 'The answer is not what its digest says',
  );
}
