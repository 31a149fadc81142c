import type { DatakubeClient } from '@datakube/client';
import type { Capabilities, Cube } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf, type Failure } from '../controllers/failure.ts';

export type CubeProgress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly cube: Cube; readonly capabilities: Capabilities }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Fetches the definition of a cube and what can be done with it. */
export class CubeController implements ReactiveController {
  progress: CubeProgress = { kind: 'idle' };
  onFailure: (failure: Failure) => void = () => {};
  readonly #host: ReactiveControllerHost;
  #client: DatakubeClient | null = null;
  #id = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  use(client: DatakubeClient, id: string): void {
    if (client === this.#client && id === this.#id) return;
    this.#client = client;
    this.#id = id;
    void this.#load(client, id);
  }

  again(): void {
    if (this.#client) void this.#load(this.#client, this.#id);
  }

  /** Fetches the cube as it is released now. What is on the screen stays until it is here, or if it cannot be had. */
  async renew(): Promise<boolean> {
    const { progress } = this;
    const client = this.#client;
    const id = this.#id;
    if (!client || progress.kind !== 'ready') return false;
    try {
      const cube = await client.cube(id, { fresh: true });
      if (client !== this.#client || id !== this.#id) return false;
      this.#set({ ...progress, cube });
      return true;
    } catch (error) {
      this.onFailure(failureOf(error));
      return false;
    }
  }

  async #load(client: DatakubeClient, id: string): Promise<void> {
    const current = (): boolean => client === this.#client && id === this.#id;
    // Another sign-in for the same cube keeps what is on the screen until the answer is here.
    const same = this.progress.kind === 'ready' && this.progress.cube.id === id;
    if (!same) this.#set({ kind: 'loading' });
    try {
      const [cube, capabilities] = await Promise.all([client.cube(id), client.capabilities()]);
      if (current()) this.#set({ kind: 'ready', cube, capabilities });
    } catch (error) {
      if (!current()) return;
      const failure = failureOf(error);
      this.#set({ kind: 'failed', failure });
      this.onFailure(failure);
    }
  }

  #set(progress: CubeProgress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}
