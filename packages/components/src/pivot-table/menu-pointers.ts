import { render } from 'lit';
import { more, outline } from '../icons/outline.ts';
import type { GridPosition } from '../pivot/navigation.ts';

/** How long a finger rests before the menu opens, in milliseconds, and how far it may tremble, in pixels. */
const REST = 500;
const TREMBLE = 10;

/** Opens the menu of a place beside something, or where the pointer is. */
export type PointedMenu = (at: GridPosition, beside: DOMRect) => void;

/** Headers have a menu; that of a cell opens in the same ways, but has no button. */
const HEADERS = '.column-header, .corner, .stub';

/**
 * The ways to the menu that begin with a pointer: the right button, a finger that rests, and a button that
 * shows in a header while that is pointed at or has focus. The keyboard needs no button, so it is hidden from
 * assistive technology, and there is only one for the whole table.
 */
export class MenuPointers {
  readonly #positionOf: (element: Element) => GridPosition | null;
  readonly #open: PointedMenu;
  readonly #button = createButton();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pressedAt: PointerEvent | null = null;
  /** True from when a press opened the menu until the next one. */
  #opened = false;

  constructor(positionOf: (element: Element) => GridPosition | null, open: PointedMenu) {
    this.#positionOf = positionOf;
    this.#open = open;
  }

  /** Listens before the table itself does. `first` has happened already. */
  listen(grid: HTMLElement, first: Event): void {
    const listeners: Readonly<Record<string, (event: never) => void>> = {
      contextmenu: this.#onContextMenu,
      pointerdown: this.#onDown,
      pointermove: this.#onMove,
      pointerup: this.#letGo,
      // The page scrolls under the finger.
      pointercancel: this.#letGo,
      click: this.#onClick,
      pointerover: this.#onOver,
      pointerleave: this.#onLeave,
      focusin: this.#onFocus,
    };
    for (const [type, listener] of Object.entries(listeners))
      grid.addEventListener(type, listener as EventListener, { capture: true });
    listeners[first.type]?.(first as never);
  }

  /** A finger that rests is told of by some browsers; then the menu is open already. */
  readonly #onContextMenu = (event: Event): void => {
    this.#letGo();
    if (!this.#opened) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  readonly #onDown = (event: PointerEvent): void => {
    this.#letGo();
    this.#opened = false;
    const at = this.#at(event.target);
    if (event.pointerType !== 'touch' || !event.isPrimary || !at) return;
    this.#pressedAt = event;
    this.#timer = setTimeout(() => {
      this.#opened = true;
      this.#open(at, spot(event));
    }, REST);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const from = this.#pressedAt;
    if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > TREMBLE)
      this.#letGo();
  };

  readonly #onClick = (event: MouseEvent): void => {
    const onButton = event.composedPath().includes(this.#button);
    // What ends the press that opened the menu is no press on what lies below.
    if (!onButton && !this.#opened) return;
    event.stopImmediatePropagation();
    const at = onButton ? this.#at(this.#button) : null;
    if (at) this.#open(at, this.#button.getBoundingClientRect());
  };

  readonly #onOver = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#stand(event.target);
  };

  readonly #onLeave = (event: PointerEvent): void => {
    const grid = event.currentTarget as Element;
    if (event.target === grid) this.#stand(grid.querySelector(':focus'));
  };

  readonly #onFocus = (event: FocusEvent): void => this.#stand(event.target);

  #stand(target: EventTarget | null): void {
    const header = target instanceof Element ? target.closest(HEADERS) : null;
    if (!header) this.#button.remove();
    else if (this.#button.parentNode !== header) header.append(this.#button);
  }

  #at(target: EventTarget | null): GridPosition | null {
    return target instanceof Element ? this.#positionOf(target) : null;
  }

  readonly #letGo = (): void => {
    clearTimeout(this.#timer);
    this.#pressedAt = null;
  };
}

/** Where a pointer is. */
function spot({ clientX, clientY }: MouseEvent): DOMRect {
  return new DOMRect(clientX, clientY, 0, 0);
}

function createButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'menu-button';
  button.tabIndex = -1;
  button.setAttribute('aria-hidden', 'true');
  button.setAttribute('part', 'menu-button');
  render(outline(more), button);
  // Focus stays on the header.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  return button;
}
