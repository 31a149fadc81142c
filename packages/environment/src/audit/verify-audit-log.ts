import * as z from 'zod/mini';
import { type ChainHead, type Digest, EMPTY_CHAIN, splitLine, webDigest } from './chain.ts';

export type AuditVerdict =
  | { readonly intact: true; readonly head: ChainHead }
  /** `line` is the first that does not hold, counted from 1. */
  | { readonly intact: false; readonly line: number; readonly reason: string };

const Link = z.object({ sequence: z.int(), previous: z.string() });

/**
 * Follows the chain of an audit log from its first line.
 *
 * @param lines of the log, without line ends
 * @param anchored a head noted down elsewhere: without it, entries cut off the end go unnoticed
 */
export async function verifyAuditLog(
  lines: Iterable<string> | AsyncIterable<string>,
  anchored?: ChainHead,
  digest: Digest = webDigest,
): Promise<AuditVerdict> {
  let head = EMPTY_CHAIN;
  let passed = anchored === undefined || anchored.entries === 0;
  for await (const line of lines) {
    const number = head.entries + 1;
    const parts = splitLine(line);
    const link = parts && readLink(parts.json);
    if (!parts || !link) return broken(number, 'not an entry');
    if ((await digest(parts.json)) !== parts.hash) return broken(number, 'changed');
    if (link.sequence !== number || link.previous !== head.hash)
      return broken(number, 'does not follow the line before');
    head = { entries: number, hash: parts.hash };
    if (number === anchored?.entries) {
      if (head.hash !== anchored.hash) return broken(number, 'not the entry that was noted down');
      passed = true;
    }
  }
  return passed ? { intact: true, head } : broken(head.entries + 1, 'entries are missing at the end');
}

function broken(line: number, reason: string): AuditVerdict {
  return { intact: false, line, reason };
}

function readLink(json: string): z.infer<typeof Link> | undefined {
  try {
    return Link.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
