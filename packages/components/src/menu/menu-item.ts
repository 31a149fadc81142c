import type { IconName } from '../icons/icon.ts';

/** A line of a menu. `Action` is what the one who opens the menu gets back when the line is chosen. */
export type MenuItem<Action> =
  | { readonly kind: 'separator' }
  /** A remark above the items it concerns. */
  | { readonly kind: 'note'; readonly text: string; readonly icon?: IconName }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: Action;
      readonly icon?: IconName;
      /** Present where the item is a choice: among others (`radio`) or for itself. */
      readonly choice?: 'radio' | 'check';
      readonly checked?: boolean;
      /** Keys that do the same. */
      readonly keys?: string;
      /** A second line: why it cannot be done, or what else will change. */
      readonly hint?: string;
      readonly disabled?: boolean;
    };
