import { randomBytes } from 'node:crypto';
import { link, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type SealKey } from '@datakube/disclosure';
import { readIfThere, syncFolder, writeDurably } from './durable-file.ts';

const SECRET_BYTES = 32;

/**
 * A secret of 32 random bytes that is made once and kept in a file only its owner can read. Two
 * processes that start at the same time get the same secret.
 *
 * @throws Error when the file does not hold a secret, or others may read it
 */
export async function keptSecret(folder: string, name: string): Promise<Buffer<ArrayBuffer>> {
  const path = join(folder, name);
  const known = await readIfThere(path);
  if (!known) {
    const fresh = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await writeDurably(fresh, randomBytes(SECRET_BYTES), 0o600);
    // A link fails where a rename would overwrite the secret of another process.
    await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await unlink(fresh);
    await syncFolder(folder);
  }
  const secret = known ?? (await readIfThere(path));
  // Windows has no such bits and reports them as set.
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
    throw new Error(`The secret ${name} may be read by others than its owner`);
  }
  if (secret?.length !== SECRET_BYTES) throw new Error(`The secret ${name} is damaged`);
  return secret;
}

/** A secret as the key that protected tables are sealed with. */
export function sealKeyOf(secret: Uint8Array<ArrayBuffer>): Promise<SealKey> {
  return globalThis.crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}
