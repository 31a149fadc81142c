import type { Derivation } from '@datakube/contract';
import type { Top } from '../state/explorer-state.ts';

/**
 * What the page around a table can do when the reader asks for it, as plain data. The table's menus offer that,
 * and what the table can do alone. Each choice is told by a `datakube-table-request`.
 */
export interface TableOffers {
  /** Members can be kept alone, or left out. */
  readonly filter?: boolean;
  /** Where the members of a dimension lead. Dimensions that lead nowhere are left out. */
  readonly drill?: Readonly<Record<string, DrillOffer>>;
  /** Dimensions whose greatest members can be shown alone, with the choice as it is now. */
  readonly top?: Readonly<Record<string, Top | null>>;
  /** What can be shown in place of a measure's own number, by the measure's identifier. */
  readonly derivations?: Readonly<Record<string, readonly Derivation[]>>;
  /** A measure can be taken out of the table. */
  readonly hideMeasure?: boolean;
  /** Dimensions and measures there is more to read of. */
  readonly about?: readonly string[];
}

/** Where the members of a dimension lead. */
export interface DrillOffer {
  /** The finer level at which the members of a level can be shown, by that level. */
  readonly down: Readonly<Record<string, string>>;
  /** The coarser level to go back to; null where there is none. */
  readonly up: string | null;
  /** Dimensions by which a member can be shown instead. */
  readonly across: readonly string[];
}
