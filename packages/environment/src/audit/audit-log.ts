import type { ErrorCode, Format } from '@datakube/contract';

/** One question and what became of it. Never a number from an answer, never a name a user typed. */
export interface AuditEntry {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly requestId: string;
  /** Id of the user; `anonymous` for somebody not signed in. */
  readonly actor: string;
  readonly roles: readonly string[];
  readonly cube: string;
  /** SHA-256 of the canonical query, hexadecimal; null when none could be read. */
  readonly query: string | null;
  /** The release the answer was cut from; null when it did not come so far. */
  readonly release: string | null;
  readonly format: Format;
  readonly outcome: 'answered' | ErrorCode;
}

/** Where entries are written before an answer leaves. */
export interface AuditLog {
  /**
   * Resolves when the entry will survive a power cut, or, for a log in memory, when it is there.
   *
   * @throws when it cannot be written; then there must be no answer
   */
  readonly append: (entry: AuditEntry) => Promise<void>;
}
