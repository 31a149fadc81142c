import type { Derivation } from '@datakube/contract';
import type { Shading, Top } from '../state/explorer-state.ts';

/**
 * What the reader of a table asks for that the table cannot do with what it has: the page around it asks the
 * environment, or shows something. The names are those of the explorer's commands.
 */
export type TableRequest =
  /** Shows these members alone, or all but these. They are of one level. */
  | {
      readonly kind: 'keep' | 'leave-out';
      readonly dimension: string;
      readonly level: string;
      readonly members: readonly string[];
    }
  /** Shows the members below one, or folds them away. */
  | {
      readonly kind: 'open';
      readonly dimension: string;
      readonly level: string;
      readonly member: string;
      readonly open: boolean;
    }
  /** Keeps one member and shows what it is made of: at the next level, or by another dimension. */
  | {
      readonly kind: 'drill';
      readonly dimension: string;
      readonly level: string;
      readonly member: string;
      readonly by: string | null;
    }
  | { readonly kind: 'drill-up'; readonly dimension: string }
  /** The greatest members alone; null for all. */
  | { readonly kind: 'top'; readonly dimension: string; readonly top: Top | null }
  /** Another number in place of a measure's own. `measure` has no derivation in it. */
  | { readonly kind: 'show-as'; readonly measure: string; readonly derivation: Derivation | null }
  | { readonly kind: 'hide-measure'; readonly measure: string }
  | { readonly kind: 'shading'; readonly measure: string; readonly shading: Shading | null }
  | { readonly kind: 'decimals'; readonly measure: string; readonly decimals: number }
  /** What a dimension or a measure is. */
  | { readonly kind: 'about'; readonly field: string };

/** The reader asks for what only the page around the table can do. It is fired for what that page offers, see `offers`. */
export class TableRequestEvent extends Event {
  static readonly eventName = 'datakube-table-request';
  readonly request: TableRequest;

  constructor(request: TableRequest) {
    super(TableRequestEvent.eventName, { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-table-request': TableRequestEvent;
  }
}
