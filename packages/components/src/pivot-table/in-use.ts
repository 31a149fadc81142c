import { copy } from './copying.ts';
import { GridInput, type GridActions } from './grid-input.ts';
import type { GridView } from './grid-view.ts';
import { menuButtonStyles } from './menu-button.styles.ts';
import { MenuPointers, type PointedMenu } from './menu-pointers.ts';
import type { ToolHost } from './tools/tool-host.ts';

/** A table that is about to be used. */
export interface UsedTable {
  readonly grid: HTMLElement;
  readonly view: GridView;
  readonly actions: GridActions;
  readonly host: () => ToolHost | null;
  /** Opens the menu of a place beside something. */
  readonly open: PointedMenu;
}

/**
 * What a table needs from when it is pointed at or has focus: keys, pointers, the ways to its menu, and copying.
 *
 * @param first the event that began it
 */
export function useTable({ grid, view, actions, host, open }: UsedTable, first: Event): GridInput {
  const root = grid.getRootNode() as ShadowRoot;
  const { styleSheet } = menuButtonStyles;
  if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
  const pointers = new MenuPointers((element) => view.positionOf(element), open);
  pointers.listen(grid, first);
  grid.addEventListener('copy', (event) => {
    const present = host();
    if (present) copy(present, event);
  });
  const input = new GridInput(view, actions);
  input.listen(grid);
  return input;
}
