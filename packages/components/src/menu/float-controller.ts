import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Room between a control and what opens beside it, and to the edge of the window. */
const GAP = 4;

/**
 * Shows a popover beside a control and keeps it there while the page scrolls. The browser closes it on
 * Escape and on a click elsewhere; focus then returns to the control.
 */
export class FloatController implements ReactiveController {
  anchor: HTMLElement | null = null;
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

  open(anchor: HTMLElement): void {
    this.anchor = anchor;
    const popup = this.#popup();
    if (!popup.matches(':popover-open')) popup.showPopover();
    this.#place();
    this.#follow(true);
    anchor.setAttribute('aria-expanded', 'true');
  }

  close(): void {
    const popup = this.#popup();
    if (popup.matches(':popover-open')) popup.hidePopover();
  }

  /** Goes on the popover's `toggle` event. */
  readonly onToggle = (event: Event): void => {
    if (!(event instanceof ToggleEvent) || event.newState === 'open') return;
    this.#follow(false);
    this.anchor?.setAttribute('aria-expanded', 'false');
    // Focus that went down with the popover goes back; focus that moved on is left where it is.
    const lost = document.activeElement === document.body || this.#popup().matches(':focus-within');
    if (lost) this.anchor?.focus();
    this.#onClose();
  };

  #follow(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('scroll', this.#place, { capture: true, passive: true });
    window[change]('resize', this.#place);
  }

  readonly #place = (): void => {
    if (!this.anchor?.isConnected) return;
    const popup = this.#popup();
    const from = this.anchor.getBoundingClientRect();
    const size = popup.getBoundingClientRect();
    const rtl = getComputedStyle(this.anchor).direction === 'rtl';
    const left = rtl ? from.right - size.width : from.left;
    const below = from.bottom + GAP;
    const above = from.top - GAP - size.height;
    const top = below + size.height > window.innerHeight && above > 0 ? above : below;
    const within = (value: number, room: number): string => `${Math.max(GAP, Math.min(value, room - GAP))}px`;
    popup.style.setProperty('left', within(left, window.innerWidth - size.width));
    popup.style.setProperty('top', within(top, window.innerHeight - size.height));
  };
}
