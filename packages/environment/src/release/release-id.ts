import type { ProtectedTable } from '@datakube/disclosure';
import type { ReleaseManifest } from './release-store.ts';

/**
 * The name of a release: a hash of what it publishes and nothing else. The same numbers get the same
 * name whenever, wherever and by whichever engine they were made, and what is hidden has no part in it.
 */
export async function releaseId(
  manifest: Pick<ReleaseManifest, 'cube' | 'synthetic' | 'cuboids'>,
  tables: readonly ProtectedTable[],
): Promise<string> {
  const { cube, synthetic, cuboids } = manifest;
  const head = new TextEncoder().encode(
    JSON.stringify([cube, synthetic, cuboids, tables.map(({ shape }) => [shape.dimensions, shape.measures])]),
  );
  const hashes = await Promise.all([head, ...tables.flatMap(contentOf)].map((part) => sha256(part)));
  const all = new Uint8Array(hashes.length * 32);
  hashes.forEach((hash, index) => all.set(hash, index * 32));
  const id = await sha256(all);
  return [...id.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function contentOf(table: ProtectedTable): Uint8Array<ArrayBuffer>[] {
  return table.shape.measures.flatMap((_, measure) => {
    const { value, status } = table.columns(measure);
    return [new Uint8Array(Float64Array.from(value).buffer), Uint8Array.from(status)];
  });
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
}
