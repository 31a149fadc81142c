import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Room between a control and what opens beside it, and to the edge of the window. */
const GAP = 4;

/** What a popover stands beside, and what has focus when it is gone: a control, or a place in a table. */
export interface Anchor {
  readonly isConnected: boolean;
  getBoundingClientRect(): DOMRect;
  focus(): void;
}

/**
 * Shows a popover beside its anchor and keeps it there while the page scrolls. The browser closes it on
 * Escape and on a click elsewhere; a popover of the kind `manual`, which may open while a button is still
 * pressed, is closed here when something else is pressed. Focus then returns to the anchor.
 */
export class FloatController<A extends Anchor = HTMLElement> implements ReactiveController {
  anchor: A | null = null;
  readonly #popup: () => HTMLElement;
  readonly #onClose: () => void;

  constructor(host: ReactiveControllerHost, popup: () => HTMLElement, onClose: () => void = () => {}) {
    this.#popup = popup;
    this.#onClose = onClose;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#follow(false);
  }

  open(anchor: A): void {
    this.anchor = anchor;
    const popup = this.#popup();
    // What had to load first may find its page gone.
    if (!popup.isConnected) return;
    if (!popup.matches(':popover-open')) popup.showPopover();
    this.#place();
    this.#follow(true);
    mark(anchor, true);
  }

  close(): void {
    const popup = this.#popup();
    if (!popup.matches(':popover-open')) return;
    const focused = popup.matches(':focus-within');
    popup.hidePopover();
    if (focused) this.anchor?.focus();
  }

  /** Goes on the popover's `toggle` event. */
  readonly onToggle = (event: Event): void => {
    if (!(event instanceof ToggleEvent) || event.newState === 'open') return;
    // Closed and opened again before the browser came to tell.
    if (this.#popup().matches(':popover-open')) return;
    this.#follow(false);
    mark(this.anchor, false);
    // Focus that went down with the popover goes back; focus that moved on is left where it is.
    const lost = document.activeElement === document.body || this.#popup().matches(':focus-within');
    if (lost) this.anchor?.focus();
    this.#onClose();
  };

  #follow(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('scroll', this.#place, { capture: true, passive: true });
    window[change]('resize', this.#place);
    window[change]('pointerdown', this.#onPress, { capture: true });
  }

  readonly #onPress = (event: Event): void => {
    const popup = this.#popup();
    if (popup.popover === 'manual' && !event.composedPath().includes(popup)) this.close();
  };

  readonly #place = (): void => {
    if (!this.anchor?.isConnected) return;
    const popup = this.#popup();
    const from = this.anchor.getBoundingClientRect();
    const size = popup.getBoundingClientRect();
    const below = from.bottom + GAP;
    const above = from.top - GAP - size.height;
    const top = below + size.height > window.innerHeight && above > 0 ? above : below;
    const within = (value: number, room: number): string => `${Math.max(GAP, Math.min(value, room - GAP))}px`;
    popup.style.setProperty('left', within(from.left, window.innerWidth - size.width));
    popup.style.setProperty('top', within(top, window.innerHeight - size.height));
  };
}

/** A control tells that what it opens is open. A place in a table is no control. */
function mark(anchor: Anchor | null, open: boolean): void {
  if (anchor instanceof HTMLElement) anchor.setAttribute('aria-expanded', String(open));
}
