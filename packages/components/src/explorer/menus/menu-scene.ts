import type { Cube, Language, Tuple } from '@datakube/contract';
import type { MenuItem } from '../../menu/menu-item.ts';
import type { Command, ExplorerState, MembersOf, NameOf } from '../../state/index.ts';
import { change, type Action, type Menu } from '../action.ts';

/** Where a menu is opened and for which table: what can be done follows from it. */
export interface MenuScene {
  readonly state: ExplorerState;
  readonly cube: Cube;
  readonly language: Language;
  /** The columns of the answer that is shown: rows are sorted by one of them. Empty while there is none. */
  readonly columns: readonly Tuple[];
  /** The members of a dimension, where they are known. */
  readonly membersOf: MembersOf;
  readonly nameOf: NameOf;
}

export type Item = MenuItem<Action>;
export type ActionItem = Item & { kind: 'action' };

/** A line that does something. */
export function item(label: string, action: Action): ActionItem {
  return { kind: 'action', label, action };
}

/** A line that changes the table. */
export function command(label: string, does: Command): ActionItem {
  return item(label, change(does));
}

/** A line that is one of several, of which one is chosen. */
export function radio(label: string, does: Command, checked: boolean): ActionItem {
  return { ...command(label, does), choice: 'radio', checked };
}

/** A line that is on or off. */
export function check(label: string, does: Command, checked: boolean): ActionItem {
  return { ...command(label, does), choice: 'check', checked };
}

/** A line that opens another menu in the place of this one. */
export function leadsTo(label: string, menu: Menu): ActionItem {
  return item(label, { kind: 'menu', menu });
}

/** A line with a remark below it, where there is one. */
export function hinted(action: ActionItem, hint: string | null): ActionItem {
  return hint === null ? action : { ...action, hint };
}

/** A remark above the lines it concerns. */
export function remark(text: string): Item {
  return { kind: 'note', text };
}

/** Groups of lines with a separator between them. Empty groups leave no trace. */
export function groups(...all: readonly (readonly Item[])[]): readonly Item[] {
  return all
    .filter((group) => group.length > 0)
    .flatMap((group, index): readonly Item[] => (index === 0 ? group : [{ kind: 'separator' }, ...group]));
}
