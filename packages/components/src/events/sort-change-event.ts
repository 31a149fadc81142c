import type { Sort } from '../pivot/layout.ts';

/** The user sorts the rows of a table; null is the order of the code lists. */
export class SortChangeEvent extends Event {
  static readonly eventName = 'datakube-sort-change';
  readonly sort: Sort | null;

  constructor(sort: Sort | null) {
    super(SortChangeEvent.eventName, { bubbles: true, composed: true });
    this.sort = sort;
  }
}

declare global {
  interface HTMLElementEventMap {
    'datakube-sort-change': SortChangeEvent;
  }
}
