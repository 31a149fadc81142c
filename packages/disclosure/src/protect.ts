import type { Policy } from '@datakube/contract';
import type { ProtectedTable } from './table/protected-table.ts';
import type { RawRelease } from './table/raw-release.ts';

export interface ProtectOptions {
  readonly policy: Policy;
  /** Secret: 32 bytes. The choice of secondary cells depends on it and cannot be replayed without it. */
  readonly seed: Uint8Array;
  readonly onProgress?: (step: string, done: number, of: number) => void;
}

/** What happened, in counts only. Holds no cell and no value. */
export interface DisclosureReport {
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  readonly determined: number;
  readonly withheld: number;
  readonly seconds: number;
  readonly gates: readonly string[];
}

export interface ProtectedRelease {
  /** One table per cuboid of the release, same order, `RawCuboid` cell numbering. */
  readonly tables: readonly ProtectedTable[];
  readonly report: DisclosureReport;
}

export declare function protect(release: RawRelease, options: ProtectOptions): ProtectedRelease;
