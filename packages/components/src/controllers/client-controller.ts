import { createClient, type DatakubeClient, type GetToken } from '@datakube/client';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ClientRequestEvent } from '../provider/client-context.ts';
import { homeEnvironment } from '../provider/home-environment.ts';

/** What an element says about its own client. Where it says nothing, the surroundings decide. */
export interface OwnClient {
  readonly environment: string;
  readonly getToken: GetToken | undefined;
}

/**
 * Finds the client of an element: its own where it names an environment, that of a provider around it,
 * and otherwise the environment the bundle was loaded from.
 */
export class ClientController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #own: () => OwnClient;
  #made: { environment: string; getToken: GetToken | undefined; client: DatakubeClient } | null = null;
  #provided: DatakubeClient | null | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, own: () => OwnClient) {
    this.#host = host;
    this.#own = own;
    host.addController(this);
  }

  hostConnected(): void {
    // What was under way ended when the element was taken off its old place: it is to ask again here.
    this.#host.requestUpdate();
    this.#host.dispatchEvent(
      new ClientRequestEvent((client, unsubscribe) => {
        this.#unsubscribe = unsubscribe;
        this.#provided = client;
        this.#host.requestUpdate();
      }),
    );
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#provided = undefined;
  }

  /** True while a provider is around that has no client yet. */
  get waiting(): boolean {
    return this.#provided === null && !this.#own().environment;
  }

  /** The client, or null where no environment is known. The same object until the address or sign-in changes. */
  get client(): DatakubeClient | null {
    const { environment, getToken } = this.#own();
    if (!environment && this.#provided !== undefined) return this.#provided;
    const url = environment || homeEnvironment();
    if (!url) return null;
    if (this.#made?.environment !== url || this.#made.getToken !== getToken) {
      const client = createClient({ url, ...(getToken ? { getToken } : {}) });
      this.#made = { environment: url, getToken, client };
    }
    return this.#made.client;
  }
}
