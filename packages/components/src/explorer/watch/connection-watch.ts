import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether the browser is on the net, and says when it has come back. */
export class ConnectionWatch implements ReactiveController {
  offline = false;
  readonly #host: ReactiveControllerHost;
  readonly #onChange: (offline: boolean) => void;

  constructor(host: ReactiveControllerHost, onChange: (offline: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.offline = !navigator.onLine;
    window.addEventListener('online', this.#read);
    window.addEventListener('offline', this.#read);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#read);
    window.removeEventListener('offline', this.#read);
  }

  readonly #read = (event: Event): void => {
    const offline = event.type === 'offline';
    if (offline === this.offline) return;
    this.offline = offline;
    this.#host.requestUpdate();
    this.#onChange(offline);
  };
}
