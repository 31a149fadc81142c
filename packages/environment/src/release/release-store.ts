import type { DisclosureReport, ProtectedTable } from '@datakube/disclosure';

/** A published version of a cube. */
export interface ReleaseManifest {
  readonly cube: string;
  /** Content hash of the release; also its public name. */
  readonly id: string;
  readonly published: string;
  readonly synthetic: boolean;
  readonly cuboids: readonly {
    readonly dimensions: readonly { readonly dimension: string; readonly level: string }[];
    readonly cells: number;
  }[];
  readonly report: DisclosureReport;
  /** Hash of what the release was made from, to tell whether it is out of date. Not shown to anybody. */
  readonly inputs?: string;
}

/** Where protected releases live: a folder on disk, or memory in tests and mocks. Holds nothing unprotected. */
export interface ReleaseStore {
  current(cube: string): Promise<ReleaseManifest | undefined>;
  /** The protected table of one cuboid, by its position in the manifest. */
  cuboid(manifest: ReleaseManifest, position: number): Promise<ProtectedTable>;
  publish(manifest: Omit<ReleaseManifest, 'id'>, tables: readonly ProtectedTable[]): Promise<ReleaseManifest>;
}
