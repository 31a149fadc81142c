import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openTable, SealError, type SealKey, sealTable } from '@datakube/disclosure';
import type { OutsideStore } from '../../outside/outside-store.ts';
import { makeFolder, readIfThere, replaceDurably } from './durable-file.ts';

const SEAL_BYTES = 32;

/**
 * Cuboids outside the release in a folder, one sealed file each. A second seal over the name and the table
 * keeps files from changing places.
 *
 * A file that is damaged, altered or exchanged throws SealError when it is read.
 */
export async function openOutsideDiskStore(folder: string, key: SealKey): Promise<OutsideStore> {
  await makeFolder(folder);
  const { subtle } = globalThis.crypto;
  const pathOf = (name: string): string =>
    join(folder, `${createHash('sha256').update(name).digest('hex')}.table`);
  const named = (name: string, table: Uint8Array): Buffer<ArrayBuffer> =>
    Buffer.concat([Buffer.from(`${name}\n`), table]);
  return {
    async read(name) {
      const file = await readIfThere(pathOf(name));
      if (!file) return undefined;
      const table = file.subarray(SEAL_BYTES);
      if (!(await subtle.verify('HMAC', key, file.subarray(0, SEAL_BYTES), named(name, table)))) {
        throw new SealError();
      }
      return openTable(table, key);
    },
    async write(name, table) {
      const sealed = await sealTable(table, key);
      const seal = await subtle.sign('HMAC', key, named(name, sealed));
      await replaceDurably(pathOf(name), Buffer.concat([Buffer.from(seal), sealed]));
    },
  };
}
