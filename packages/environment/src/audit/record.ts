import { canonicalQuery, type Query } from '@datakube/contract';
import { Refusal } from '../problem/refusal.ts';
import type { AuditEntry, AuditLog } from './audit-log.ts';
import { webDigest } from './chain.ts';

/** A question and what became of it, the query in full. */
export type Outcome = Omit<AuditEntry, 'query'> & { readonly query: Query | null };

/**
 * Writes the entry of a question. Called before the answer or the refusal leaves: no entry, no answer.
 *
 * @throws Refusal `ERR_UNAVAILABLE` when the log does not take it
 */
export async function record(log: AuditLog, { query, ...rest }: Outcome): Promise<void> {
  try {
    await log.append({ ...rest, query: query && (await webDigest(canonicalQuery(query))) });
  } catch (cause) {
    throw new Refusal('ERR_UNAVAILABLE', { cause });
  }
}
