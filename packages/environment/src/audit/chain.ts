import type { AuditEntry } from './audit-log.ts';

/** The end of a log: how many entries it has, and the hash of the last. */
export interface ChainHead {
  readonly entries: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { entries: 0, hash: '0'.repeat(64) };

/** SHA-256 of a text, hexadecimal. */
export type Digest = (text: string) => Promise<string>;

export const webDigest: Digest = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * The line of an entry: its hash, a space, and its JSON, which holds the hash of the line before. So a
 * line that is changed, moved, added or taken away breaks the chain from there on.
 */
export async function chainLine(
  head: ChainHead,
  entry: AuditEntry,
  digest: Digest,
): Promise<{ readonly line: string; readonly head: ChainHead }> {
  const json = JSON.stringify({ sequence: head.entries + 1, previous: head.hash, ...entry });
  const hash = await digest(json);
  return { line: `${hash} ${json}\n`, head: { entries: head.entries + 1, hash } };
}

/** The hash and JSON of a line, or undefined when it does not look like one. */
export function splitLine(line: string): { readonly hash: string; readonly json: string } | undefined {
  const [, hash, json] = /^([0-9a-f]{64}) (\{.*\})$/.exec(line) ?? [];
  return hash !== undefined && json !== undefined ? { hash, json } : undefined;
}
