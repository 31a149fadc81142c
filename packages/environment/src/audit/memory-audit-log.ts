import type { AuditEntry, AuditLog } from './audit-log.ts';
import { chainLine, EMPTY_CHAIN, webDigest } from './chain.ts';

/** A log that lives as long as the process: for tests and mocks. */
export function createMemoryAuditLog(): AuditLog & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  let head = EMPTY_CHAIN;
  let last: Promise<void> = Promise.resolve();
  const write = async (entry: AuditEntry): Promise<void> => {
    const made = await chainLine(head, entry, webDigest);
    head = made.head;
    lines.push(made.line.trimEnd());
  };
  return { lines, append: (entry) => (last = last.then(() => write(entry))) };
}
