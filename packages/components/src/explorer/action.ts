import type { Query } from '@datakube/contract';
import type { Command, Zone } from '../state/index.ts';

/** What the parts of the explorer ask of it: a change of the table, or something around the table. */
export type Action =
  | { readonly kind: 'change'; readonly command: Command }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'download' }
  | { readonly kind: 'again' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'start-over' }
  /** A way out that the environment offered. */
  | { readonly kind: 'apply'; readonly query: Query }
  /** Opens the choice of members. `instead` takes the dimension off its axis when the choice is made. */
  | { readonly kind: 'choose'; readonly dimension: string; readonly instead: boolean }
  /** Opens the menu of a field, as it stands in a zone or, with null, in the list of fields. */
  | { readonly kind: 'field-menu'; readonly zone: Zone | null; readonly id: string }
  /** Opens the list of what can be added to a zone. */
  | { readonly kind: 'add-menu'; readonly zone: Zone }
  | { readonly kind: 'tools-menu' }
  /** A text typed in the search of fields: names of members are needed to search them. */
  | { readonly kind: 'search-members' };

/** Carries an action from a part of the explorer to the explorer. Never leaves its shadow root. */
export class ActionEvent extends Event {
  static readonly eventName = 'action';
  readonly action: Action;
  /** The control that was used: menus open beside it, and focus returns to it. */
  readonly origin: HTMLElement | null;

  constructor(action: Action, origin: HTMLElement | null = null) {
    super(ActionEvent.eventName, { bubbles: true });
    this.action = action;
    this.origin = origin;
  }
}

/** Sends an action from the part that offers it. `event` tells which control was used. */
export function send(part: HTMLElement, action: Action, event?: Event): void {
  const origin = event?.currentTarget instanceof HTMLElement ? event.currentTarget : null;
  part.dispatchEvent(new ActionEvent(action, origin));
}

/** A change of the table as an action. */
export function change(command: Command): Action {
  return { kind: 'change', command };
}
