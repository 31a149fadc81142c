import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Makes many controls one tab stop: the arrows, Home and End move among them. Which control was used last
 * is remembered by its name in `data-key`, so that focus finds its way back after a change.
 *
 * WAI-ARIA Authoring Practices, "Managing focus within components using a roving tabindex".
 */
export class RovingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode & Node };
  readonly #selector: string;
  readonly #arrows: 'horizontal' | 'vertical' | 'both';
  #current: string | null = null;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
    selector: string,
    arrows: 'horizontal' | 'vertical' | 'both' = 'both',
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#arrows = arrows;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#host.renderRoot.addEventListener('keydown', this.#onKeydown);
    this.#host.renderRoot.addEventListener('focusin', this.#onFocus);
    this.#mark();
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('keydown', this.#onKeydown);
    this.#host.renderRoot.removeEventListener('focusin', this.#onFocus);
  }

  /** Focuses the control with that key, or the first. */
  focus(key?: string): void {
    const items = this.#items();
    const item = items.find((candidate) => candidate.dataset['key'] === key) ?? items[0];
    item?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#selector)].filter((item) =>
      item.checkVisibility(),
    );
  }

  #mark(): void {
    const items = this.#items();
    const current = items.find((item) => item.dataset['key'] === this.#current) ?? items[0];
    for (const item of items) item.tabIndex = item === current ? 0 : -1;
  }

  readonly #onFocus = (event: Event): void => {
    const item = this.#items().find((candidate) => candidate === event.target);
    if (!item) return;
    this.#current = item.dataset['key'] ?? null;
    this.#mark();
  };

  readonly #onKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const items = this.#items();
    const at = items.findIndex((item) => item === event.target);
    if (at < 0) return;
    const to = this.#destination(event.key, at, items.length);
    if (to === null) return;
    event.preventDefault();
    items[to]?.focus();
  };

  #destination(key: string, at: number, count: number): number | null {
    const sideways = this.#arrows !== 'vertical';
    const upDown = this.#arrows !== 'horizontal';
    if ((sideways && key === 'ArrowRight') || (upDown && key === 'ArrowDown'))
      return Math.min(at + 1, count - 1);
    if ((sideways && key === 'ArrowLeft') || (upDown && key === 'ArrowUp')) return Math.max(at - 1, 0);
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    return null;
  }
}
