import type { Way } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import type { Grain } from './grain.ts';

/** A protected cuboid that is in no release, and how it was made. */
export interface OutsideTable {
  readonly way: Way;
  readonly table: ProtectedTable;
}

/** What answers combinations that no released cuboid holds. */
export interface OutsideRelease {
  /**
   * The cuboid at a grain, by the first of the ways that works.
   *
   * @returns undefined when none does: the combination is refused
   */
  find(grain: Grain, ways: readonly Way[]): Promise<OutsideTable | undefined>;
}
