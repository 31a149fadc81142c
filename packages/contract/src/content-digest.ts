/**
 * The value of the header `Content-Digest` for a body: every data answer carries it, and whoever reads
 * one checks it first. Needs WebCrypto, which a page has on secure origins alone.
 *
 * @param body the exact bytes, before any content coding
 * @see RFC 9530, section 2
 *
 * @example
 * ```ts
 * await contentDigest(new TextEncoder().encode('{}')); // 'sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:'
 * ```
 */
export async function contentDigest(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await globalThis.crypto.subtle.digest('SHA-256', body);
  return `sha-256=:${btoa(String.fromCharCode(...new Uint8Array(hash)))}:`;
}

/** Whether a header `Content-Digest`, which may hold digests by several algorithms, holds this one. */
export function holdsDigest(header: string | null, digest: string): boolean {
  return header !== null && header.split(',').some((member) => member.trim() === digest);
}
