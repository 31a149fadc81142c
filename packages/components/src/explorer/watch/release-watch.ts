import type { DatakubeClient } from '@datakube/client';
import type { Cube } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** How often it looks, in minutes; 0 for never. */
export type Minutes = number;

/**
 * Looks whether a cube has been released anew: each time the page comes into sight again, and every so many
 * minutes while it is in sight. It only tells; what is shown stays until somebody asks for the new numbers.
 */
export class ReleaseWatch implements ReactiveController {
  /** A release that has come since; null while there is none, or the user stays with the old one. */
  newer: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #every: () => Minutes;
  readonly #onNewer: (release: string) => void;
  #client: DatakubeClient | null = null;
  #cube = '';
  #release = '';
  #declined: string | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #running = 0;

  constructor(host: ReactiveControllerHost, every: () => Minutes, onNewer: (release: string) => void) {
    this.#host = host;
    this.#every = every;
    this.#onNewer = onNewer;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#run();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearInterval(this.#timer);
    this.#running = 0;
  }

  /** Says which release is shown. */
  use(client: DatakubeClient, { id, release }: Cube): void {
    this.#run();
    if (client === this.#client && id === this.#cube && release.id === this.#release) return;
    this.#client = client;
    this.#cube = id;
    this.#release = release.id;
    this.newer = null;
    this.#declined = null;
  }

  /** Stays with what is shown. A still newer release is told of again. */
  decline(): void {
    this.#declined = this.newer;
    this.newer = null;
    this.#host.requestUpdate();
  }

  #run(): void {
    const every = this.#every();
    if (every === this.#running) return;
    clearInterval(this.#timer);
    this.#running = every;
    if (every > 0) this.#timer = setInterval(() => void this.#look(), every * MINUTE);
  }

  readonly #onVisible = (): void => void this.#look();

  async #look(): Promise<void> {
    const client = this.#client;
    const shown = this.#release;
    if (!client || document.hidden || this.#every() <= 0) return;
    try {
      const { cubes } = await client.catalogue();
      const release = cubes.find(({ id }) => id === this.#cube)?.release;
      if (client !== this.#client || shown !== this.#release || release === undefined) return;
      if (release === shown || release === this.newer || release === this.#declined) return;
      this.newer = release;
      this.#host.requestUpdate();
      this.#onNewer(release);
    } catch {
      // Nobody asked: it looks again next time.
    }
  }
}
