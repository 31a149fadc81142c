import type { Failure } from '../../controllers/failure.ts';
import type { Command } from '../../state/index.ts';

/** A way on that changes the table, in the words of the user's language. */
export interface Offer {
  readonly label: string;
  readonly command: Command;
}

/** The way that is always there, whatever the environment offers. */
export type WayKind = 'again' | 'undo' | 'start-over' | 'download';

/** What stands where the table would stand, or in a bar above it. */
export type PanelState =
  /** `seconds` is how long such a question has taken before, where that is known. */
  | {
      readonly kind: 'loading';
      readonly cells: number;
      readonly seconds: { readonly least: number; readonly most: number } | null;
    }
  | { readonly kind: 'stopped' }
  /** A file of the table is on its way. */
  | { readonly kind: 'fetching-file'; readonly name: string }
  | { readonly kind: 'empty'; readonly filters: readonly { readonly id: string; readonly name: string }[] }
  /** The table has one number: nothing is on its axes. */
  | { readonly kind: 'bare'; readonly examples: boolean }
  /** Every number in it is hidden. */
  | { readonly kind: 'all-hidden'; readonly coarser: readonly Offer[] }
  /** It was never asked for: it has more cells than are given out. */
  | {
      readonly kind: 'too-large';
      readonly cells: number;
      readonly limit: number;
      readonly coarser: readonly Offer[];
    }
  /** `seconds` to the next try that is made without the user; null where none is. */
  | {
      readonly kind: 'failure';
      readonly failure: Failure;
      readonly way: WayKind;
      readonly seconds: number | null;
    }
  | { readonly kind: 'offline'; readonly since: Date }
  | { readonly kind: 'stale'; readonly newer: string; readonly shown: string }
  | { readonly kind: 'session-soon'; readonly minutes: number }
  | { readonly kind: 'session-over' }
  | { readonly kind: 'homeless' };
