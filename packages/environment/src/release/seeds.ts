/**
 * Seeds out of one secret, by name: HMAC-SHA-256. Who knows some of them learns nothing about the others.
 *
 * @param secret 32 bytes
 * @param use what they are for: the same name has another seed for each
 */
export function seedsFrom(
  secret: Uint8Array,
  use: 'outside' | 'year',
): (name: string) => Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const key = subtle.importKey('raw', Uint8Array.from(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return async (name) =>
    new Uint8Array(await subtle.sign('HMAC', await key, new TextEncoder().encode(`${use} ${name}`)));
}
