import { copy } from './copying.ts';
import { menuButtonStyles } from './menu-button.styles.ts';
import { MenuPointers, type PointedMenu } from './menu-pointers.ts';
import type { ToolHost } from './tools/tool-host.ts';

/**
 * What a table needs from when it is pointed at or has focus: the ways to its menu by a pointer, and copying.
 *
 * @param first the event that began it
 */
export function useTable(
  grid: HTMLElement,
  host: () => ToolHost | null,
  open: PointedMenu,
  first: Event,
): void {
  const root = grid.getRootNode() as ShadowRoot;
  const { styleSheet } = menuButtonStyles;
  if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
  const pointers = new MenuPointers((element) => host()?.view.positionOf(element) ?? null, open);
  pointers.listen(grid, first);
  grid.addEventListener('copy', (event) => {
    const present = host();
    if (present) copy(present, event);
  });
}
