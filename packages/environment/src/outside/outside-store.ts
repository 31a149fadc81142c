import type { ProtectedTable } from '@datakube/disclosure';

/** Keeps what was answered outside the release, so that the next to ask gets the same bytes. Nothing unprotected. */
export interface OutsideStore {
  read(name: string): Promise<ProtectedTable | undefined>;
  write(name: string, table: ProtectedTable): Promise<void>;
}

/** A store that lasts as long as the process. */
export function createMemoryOutsideStore(): OutsideStore {
  const tables = new Map<string, ProtectedTable>();
  return {
    async read(name) {
      return tables.get(name);
    },
    async write(name, table) {
      tables.set(name, table);
    },
  };
}
