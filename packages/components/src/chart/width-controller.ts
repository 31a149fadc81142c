import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the width that a drawing has, and draws again when it changes. */
export class WidthController implements ReactiveController {
  /** In CSS pixels; 0 until it is known. */
  width = 0;
  readonly #host: ReactiveControllerHost;
  readonly #frame: () => HTMLElement | null;
  readonly #room: () => HTMLElement | null;
  // A frame later: a chart drawn within the notification would change its own height and notify again.
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  #observed: HTMLElement | null = null;

  /**
   * @param frame - what changes its width with the page
   * @param room - what the drawing stands in
   */
  constructor(host: ReactiveControllerHost, frame: () => HTMLElement | null, room: () => HTMLElement | null) {
    this.#host = host;
    this.#frame = frame;
    this.#room = room;
    host.addController(this);
  }

  hostUpdated(): void {
    const frame = this.#frame();
    if (frame === this.#observed || frame?.isConnected === false) return;
    this.#observer.disconnect();
    this.#observed = frame;
    if (frame) this.#observer.observe(frame);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#observed = null;
  }

  #measure(): void {
    const width = this.#room()?.clientWidth ?? 0;
    if (width === this.width) return;
    this.width = width;
    this.#host.requestUpdate();
  }
}
