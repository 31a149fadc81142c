import type { Language } from '@datakube/contract';
import type { Frame } from '../frame.ts';
import type { GridActions, GridInput } from '../grid-input.ts';
import type { GridView } from '../grid-view.ts';
import type { DatakubePivotTable } from '../pivot-table.ts';

/** What can be opened over a table. */
export type Tool =
  /** The menu of the place with focus, beside that place or where the pointer is. */
  | { readonly kind: 'menu'; readonly beside: DOMRect | null }
  /** The search for a row and a column, begun with what was typed. */
  | { readonly kind: 'go-to'; readonly typed: string }
  | { readonly kind: 'help' };

/** A table as its menus and dialogs know it. */
export interface ToolHost {
  readonly table: DatakubePivotTable;
  readonly frame: Frame;
  readonly view: GridView;
  readonly input: GridInput;
  readonly actions: Pick<GridActions, 'sort' | 'fold'>;
  /** An empty element in the table's shadow root, for what opens to stand in. */
  readonly place: HTMLElement;
  readonly language: Language;
  /** Tells the reader whether it was copied. */
  readonly onCopied: (copied: boolean) => void;
  /** Explains a hidden value. */
  readonly explain: (value: Element) => void;
}
