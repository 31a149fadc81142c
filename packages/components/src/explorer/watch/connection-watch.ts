import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether the browser is on the net, and says when it has come back. */
export class ConnectionWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onChange: (offline: boolean) => void;

  constructor(host: ReactiveControllerHost, onChange: (offline: boolean) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get offline(): boolean {
    return !navigator.onLine;
  }

  hostConnected(): void {
    window.addEventListener('online', this.#read);
    window.addEventListener('offline', this.#read);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#read);
    window.removeEventListener('offline', this.#read);
  }

  readonly #read = (event: Event): void => {
    this.#host.requestUpdate();
    this.#onChange(event.type === 'offline');
  };
}
