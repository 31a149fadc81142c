import type { DisclosureReport, ProtectedTable } from '@datakube/disclosure';
import type { ReleaseForm } from './release-form.ts';

/** A published version of a cube. */
export interface ReleaseManifest {
  readonly cube: string;
  /** Content hash of the release; also its public name. */
  readonly id: string;
  /** Place among the releases of its cube, counted from 1. The greatest is the one that is served. */
  readonly sequence: number;
  /** First place at which it had this content: less than `sequence` where nothing changed. */
  readonly since: number;
  /** The release that stands before it, whose closed periods it keeps. Absent in the first. */
  readonly predecessor?: string;
  readonly published: string;
  readonly synthetic: boolean;
  readonly cuboids: readonly {
    readonly dimensions: readonly { readonly dimension: string; readonly level: string }[];
    readonly cells: number;
  }[];
  readonly report: DisclosureReport;
  /** Hash of what the release was made from, to tell whether it is out of date. Not shown to anybody. */
  readonly inputs?: string;
  /** What the next release must have in common with it. */
  readonly form?: ReleaseForm;
}

/** A release before it has a name and a place. */
export type NewRelease = Omit<ReleaseManifest, 'id' | 'sequence' | 'since'>;

/** Where protected releases live: a folder on disk, or memory in tests and mocks. Holds nothing unprotected. */
export interface ReleaseStore {
  current(cube: string): Promise<ReleaseManifest | undefined>;
  /** All releases of a cube that are kept, the current one first. */
  history(cube: string): Promise<readonly ReleaseManifest[]>;
  /** The protected table of one cuboid, by its position in the manifest. */
  cuboid(manifest: ReleaseManifest, position: number): Promise<ProtectedTable>;
  /**
   * Stores a release as the current one of its cube. Without a predecessor it begins anew, and takes the place of
   * all others.
   */
  publish(release: NewRelease, tables: readonly ProtectedTable[]): Promise<ReleaseManifest>;
}
