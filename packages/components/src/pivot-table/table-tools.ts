import type { GridPosition } from '../pivot/navigation.ts';
import type { Tool, ToolHost } from './tools/tool-host.ts';

type OpenTool = typeof import('./tools/tools.ts').openTool;

// Loaded once for all tables on the page.
let openTool: OpenTool | undefined;

/**
 * What opens over a table: menus, the key help, the search for a place. It loads when a reader first asks; the
 * ways to it by a pointer, and copying, when the table is first pointed at or has focus. A page that took one
 * file without the others still has the keys, the buttons and the sorting by a press.
 */
export class TableTools {
  readonly #host: () => ToolHost | null;
  readonly #coming: (loading: Promise<unknown>) => void;
  /** What was typed while the search was on its way. */
  #typed = '';

  /** @param coming is told of what is being loaded */
  constructor(host: () => ToolHost | null, coming: (loading: Promise<unknown>) => void) {
    this.#host = host;
    this.#coming = coming;
  }

  open(tool: Tool): void {
    if (openTool) this.#open(openTool, tool);
    else
      this.#load(import('./tools/tools.ts').then((module) => this.#open((openTool = module.openTool), tool)));
  }

  /** A character typed alone: `?` opens the help, another one begins the name of a row. */
  type(character: string): void {
    if (character === '?') return this.open({ kind: 'help' });
    this.#typed += character;
    this.open({ kind: 'go-to', typed: '' });
  }

  listen(grid: HTMLElement): void {
    const open = (at: GridPosition, beside: DOMRect): void => {
      this.#host()?.input.point(at);
      this.open({ kind: 'menu', beside });
    };
    grid.addEventListener('contextmenu', (event) => {
      const at = this.#host()?.view.positionOf(event.target as Element);
      if (!at) return;
      event.preventDefault();
      open(at, new DOMRect(event.clientX, event.clientY, 0, 0));
    });
    const types = ['pointerover', 'pointerdown', 'focusin'];
    const first = (event: Event): void => {
      for (const type of types) grid.removeEventListener(type, first);
      this.#load(import('./in-use.ts').then(({ useTable }) => useTable(grid, this.#host, open, event)));
    };
    for (const type of types) grid.addEventListener(type, first);
  }

  #load(loading: Promise<unknown>): void {
    this.#coming(loading.catch(() => {}));
  }

  #open(open: OpenTool, tool: Tool): void {
    const host = this.#host();
    // A reader who has gone on is not called back.
    if (!host?.view.focused && !host?.place.querySelector('dialog')) return;
    const typed = this.#typed;
    this.#typed = '';
    open(host, tool.kind === 'go-to' ? { ...tool, typed } : tool);
  }
}
