import { createHash, timingSafeEqual } from 'node:crypto';
import { SealError, type SealKey } from '@datakube/disclosure';
import type { ReleaseManifest } from '../../release/release-store.ts';

/** A manifest with the hash of each table's file, so that tables cannot change places. */
export interface StoredManifest {
  readonly manifest: ReleaseManifest;
  /** SHA-256 of each file, in the order of the cuboids. */
  readonly files: readonly string[];
}

/** Writes a manifest and the seal over it, one line each. */
export async function sealManifest(stored: StoredManifest, key: SealKey): Promise<string> {
  const text = JSON.stringify(stored);
  const seal = await globalThis.crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  return `${text}\n${Buffer.from(seal).toString('hex')}\n`;
}

/**
 * Reads a manifest back.
 *
 * @throws SealError when a single byte is not as it was sealed
 */
export async function openManifest(sealed: string, key: SealKey): Promise<StoredManifest> {
  const [text = '', seal = ''] = sealed.split('\n');
  const bytes = new TextEncoder().encode(text);
  const genuine = await globalThis.crypto.subtle.verify('HMAC', key, Buffer.from(seal, 'hex'), bytes);
  if (!genuine) throw new SealError();
  const stored = JSON.parse(text) as StoredManifest;
  // Genuine, but of a time before releases had a place among others.
  if (!Number.isSafeInteger(stored.manifest.sequence)) throw new SealError();
  return stored;
}

export function hashOf(file: Uint8Array): string {
  return createHash('sha256').update(file).digest('hex');
}

/** @throws SealError when the file is not the one the manifest names */
export function checkHash(file: Uint8Array, hash: string | undefined): void {
  const expected = Buffer.from(hash ?? '', 'hex');
  const actual = Buffer.from(hashOf(file), 'hex');
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw new SealError();
}
