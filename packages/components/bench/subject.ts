import type { CellSet } from '@datakube/contract';

/** What is measured: the element, or the least that can be done. Both paint the same cell set. */
export interface Subject {
  /** Puts the table on the page. */
  mount(cellSet: CellSet, parent: HTMLElement): void;
  /** Shows another cell set in place of the one before, as when an answer comes. */
  show(cellSet: CellSet): void;
  swap(): void;
  sort(): void;
  fold(): void;
  readonly scroller: HTMLElement;
  readonly cellCount: number;
  unmount(): void;
  /** Resolves when what was asked for is in the document. */
  ready(): Promise<unknown>;
}
