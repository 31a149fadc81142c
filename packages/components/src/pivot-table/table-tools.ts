import type { GridPosition } from '../pivot/navigation.ts';
import type { GridActions, GridInput } from './grid-input.ts';
import type { GridView } from './grid-view.ts';
import { KeptEvents } from './kept-events.ts';
import type { Tool, ToolHost } from './tools/tool-host.ts';

type OpenTool = typeof import('./tools/tools.ts').openTool;

// Loaded once for all tables on the page.
let openTool: OpenTool | undefined;

/**
 * What is done to a table, and what opens over it. Keys and pointers load when the table is first pointed at or has
 * focus, and what is done meanwhile is done then; menus, the key help and the search when a reader first asks.
 */
export class TableTools {
  readonly #host: () => ToolHost | null;
  readonly #coming: (loading: Promise<unknown>) => void;
  /** What was typed while the search was on its way. */
  #typed = '';

  readonly #withoutSingleKeys: () => boolean;

  /** @param coming is told of what is being loaded */
  constructor(
    host: () => ToolHost | null,
    withoutSingleKeys: () => boolean,
    coming: (loading: Promise<unknown>) => void,
  ) {
    this.#host = host;
    this.#withoutSingleKeys = withoutSingleKeys;
    this.#coming = coming;
  }

  open(tool: Tool): void {
    if (openTool) this.#open(openTool, tool);
    else
      this.#load(import('./tools/tools.ts').then((module) => this.#open((openTool = module.openTool), tool)));
  }

  /** A character typed alone: `?` opens the help, another one begins the name of a row. */
  #type(character: string): boolean {
    if (this.#withoutSingleKeys()) return false;
    if (character === '?') this.open({ kind: 'help' });
    else {
      this.#typed += character;
      this.open({ kind: 'go-to', typed: '' });
    }
    return true;
  }

  /** @param used is told when keys and pointers are answered */
  listen(
    grid: HTMLElement,
    view: GridView,
    actions: Omit<GridActions, 'tool' | 'typed'>,
    used: (input: GridInput) => void,
  ): void {
    const open = (at: GridPosition, beside: DOMRect): void => {
      this.#host()?.input.point(at);
      this.open({ kind: 'menu', beside });
    };
    grid.addEventListener('contextmenu', (event) => {
      const at = view.positionOf(event.target as Element);
      if (!at) return;
      event.preventDefault();
      open(at, new DOMRect(event.clientX, event.clientY, 0, 0));
    });
    const kept = new KeptEvents(grid);
    const everything: GridActions = {
      ...actions,
      tool: (kind) => this.open(kind === 'menu' ? { kind, beside: null } : { kind, typed: '' }),
      typed: (character) => this.#type(character),
    };
    // Assistive technology may press or click without pointing or giving focus.
    const types = ['pointerover', 'pointerdown', 'focusin', 'click', 'keydown'];
    const first = (event: Event): void => {
      for (const type of types) grid.removeEventListener(type, first);
      const table = { grid, view, actions: everything, host: this.#host, open };
      this.#load(
        import('./in-use.ts').then(({ useTable }) => {
          const input = useTable(table, event);
          used(input);
          kept.handOver((each, target) => input.answer(each, target));
        }),
      );
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
