import type { Format, MemberEntry, Query } from '@datakube/contract';
import type { Command, Zone } from '../state/index.ts';
import type { Picture } from './download/picture.ts';
import type { Tool } from './menus/tools-menu.ts';

/** What the parts of the explorer ask of it: a change of the table, or something around the table. */
export type Action =
  | { readonly kind: 'change'; readonly command: Command }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Opens the list of files and pictures. */
  | { readonly kind: 'download-menu' }
  /** Fetches the table as a file; without a format the one that could not be had. */
  | { readonly kind: 'download'; readonly format?: Format }
  | { readonly kind: 'stop-download' }
  /** Opens the panel with the link and the code of what is shown. */
  | { readonly kind: 'share' }
  /** Saves the chart as a picture. */
  | { readonly kind: 'picture'; readonly picture: Picture }
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
  /** Opens the tools that found no room in the toolbar. */
  | { readonly kind: 'tools-menu'; readonly missing: readonly Tool[] }
  | { readonly kind: 'menu'; readonly menu: Menu }
  /** Opens the choice of a kind of chart. */
  | { readonly kind: 'chart-types' }
  /** Takes the analysis the cube shows as an example. */
  | { readonly kind: 'example'; readonly id: string }
  /** Shows the numbers of the new release, or goes on with these. */
  | { readonly kind: 'renew' }
  | { readonly kind: 'keep-release' }
  /** Leads to what the declaration says of disclosure control. */
  | { readonly kind: 'why' }
  /** Asks the page to let the user stay signed in. */
  | { readonly kind: 'extend-session' }
  /** A text typed in the search of fields: names of members are needed to search them. */
  | { readonly kind: 'search-members' }
  /** The members of a dimension are to be listed. */
  | { readonly kind: 'load-members'; readonly dimension: string };

/** Menus that open from the toolbar or from a line of another menu. */
export type Menu =
  | { readonly kind: 'totals' | 'labels' | 'examples' }
  | { readonly kind: 'sort' | 'top'; readonly dimension: string }
  | { readonly kind: 'member'; readonly dimension: string; readonly member: MemberEntry }
  | { readonly kind: 'also' | 'shading' | 'decimals' | 'sort-by'; readonly measure: string };

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
