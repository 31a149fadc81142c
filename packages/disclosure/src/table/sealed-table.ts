import { decodeTable, encodeTable } from './table-format.ts';
import type { ProtectedTable } from './protected-table.ts';

/** A Web Crypto HMAC key with SHA-256: the platform's `CryptoKey`, whichever platform types it. */
export type SealKey = Parameters<typeof globalThis.crypto.subtle.sign>[1];

const SEAL_BYTES = 32;

/** Thrown when a sealed table is damaged, altered, or sealed with another key. Says no more than that. */
export class SealError extends Error {
  override readonly name = 'SealError';

  constructor() {
    super('The table is damaged or was sealed with another key');
  }
}

/**
 * Writes a protected table as bytes with an HMAC-SHA-256 over all of them, so that it can be stored and
 * come back through {@link openTable}. Hidden cells hold no number in the bytes either.
 *
 * @param key an HMAC key with SHA-256 that may sign
 *
 * @example
 * ```ts
 * const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
 * const bytes = await sealTable(table, key);
 * ```
 */
export async function sealTable(table: ProtectedTable, key: SealKey): Promise<Uint8Array<ArrayBuffer>> {
  const content = encodeTable(table);
  const seal = new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', key, content));
  const sealed = new Uint8Array(content.length + SEAL_BYTES);
  sealed.set(content);
  sealed.set(seal, content.length);
  return sealed;
}

/**
 * Brings a sealed table back. Besides `protect` this is the only way in which a protected table can
 * come into being.
 *
 * @param key the HMAC key it was sealed with; it must be allowed to verify
 * @throws SealError when a single bit is not as it was sealed
 */
export async function openTable(sealed: Uint8Array, key: SealKey): Promise<ProtectedTable> {
  if (sealed.length <= SEAL_BYTES) throw new SealError();
  // A copy of its own: the bytes must not change between the check and the reading.
  const copy = Uint8Array.from(sealed);
  const content = copy.subarray(0, copy.length - SEAL_BYTES);
  const genuine = await globalThis.crypto.subtle.verify('HMAC', key, copy.subarray(content.length), content);
  if (!genuine) throw new SealError();
  return decodeTable(content);
}
