import type { TupleEntry } from '@datakube/contract';
import type { TableRequest } from '../../events/table-request-event.ts';
import { fill } from '../../localisation/texts.ts';
import type { MenuItem } from '../../menu/menu-item.ts';
import { measureIndex } from '../../pivot/cell.ts';
import { writtenLabel } from '../../pivot/label.ts';
import type { Sort } from '../../pivot/layout.ts';
import type { GridPosition } from '../../pivot/navigation.ts';
import type { NodeKey } from '../../pivot/node-key.ts';
import type { CopyForm } from '../copying.ts';
import type { Fold } from '../folding.ts';
import { keysOf, type TableCommandId } from './commands.ts';
import type { ToolHost } from './tool-host.ts';
import { texts, type ToolTexts } from './tools.texts.ts';

/** What choosing a line of a table's menu does. */
export type Act =
  | { readonly kind: 'sort'; readonly sort: Sort | null }
  | { readonly kind: 'fold'; readonly fold: Fold }
  /** Folds away exactly these members; the key is that of one of them. */
  | {
      readonly kind: 'collapse';
      readonly key: NodeKey;
      readonly expanded: boolean;
      readonly collapsed: readonly NodeKey[];
    }
  | { readonly kind: 'select'; readonly what: 'row' | 'column' | 'all' }
  | { readonly kind: 'copy'; readonly form: CopyForm }
  | { readonly kind: 'resize'; readonly how: 'wider' | 'narrower' | 'fit' }
  | { readonly kind: 'request'; readonly request: TableRequest }
  | { readonly kind: 'go-to' | 'help' | 'explain' }
  /** Opens a menu of its own in the same place. */
  | { readonly kind: 'menu'; readonly label: string; readonly items: readonly Item[] };

/** A choice is a command of the table, in one of its forms. */
export interface Choice {
  readonly command: TableCommandId;
  readonly act: Act;
}

export type Item = MenuItem<Choice>;
type ActionItem = Item & { kind: 'action' };

/** What a menu is about, with the words for it. */
export interface Scene {
  readonly host: ToolHost;
  readonly at: GridPosition;
  readonly text: ToolTexts;
}

export function sceneOf(host: ToolHost): Scene {
  return { host, at: host.view.active, text: texts[host.language] };
}

export function item(
  command: TableCommandId,
  label: string,
  act: Act,
  more: Partial<ActionItem> = {},
): ActionItem {
  return { kind: 'action', label, action: { command, act }, ...more };
}

/** A choice for itself or among others. */
export function choice(
  command: TableCommandId,
  label: string,
  act: Act,
  checked: boolean,
  among: 'radio' | 'check' = 'radio',
): ActionItem {
  return item(command, label, act, { choice: among, checked });
}

export function request(command: TableCommandId, label: string, asked: TableRequest): ActionItem {
  return item(command, label, { kind: 'request', request: asked });
}

/** Parts of a menu with a line between them; a part without lines is left out. */
export function parts(...groups: readonly (readonly Item[])[]): readonly Item[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, i): readonly Item[] => (i === 0 ? group : [{ kind: 'separator' }, ...group]));
}

/** The keys of a command as the menu writes them: the first combination. */
export function written(command: TableCommandId, text: ToolTexts): { keys?: string } {
  const [first] = keysOf(command);
  return first ? { keys: writtenKeys(first, text) } : {};
}

/** `Control+a` as a reader knows it: `Ctrl A`. */
export function writtenKeys(keys: string, text: ToolTexts): string {
  const names: Readonly<Record<string, string>> = text;
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}

/** The name of one member, or how many there are. */
export function nameOf({ host, text }: Scene, entries: readonly TupleEntry[]): string {
  return entries.length === 1
    ? writtenLabel(entries[0]!, host.frame.layout.labels)
    : fill(text.severalMembers, { count: String(entries.length) });
}

/** The measure of a column; null for row headers where several are shown. */
export function measureAt({ host, at }: Scene): string | null {
  const { layout } = host.frame;
  if (at.column >= 0) return layout.measures[measureIndex(layout, at.column)]!;
  return layout.measures.length === 1 ? layout.measures[0]! : null;
}
