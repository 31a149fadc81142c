import type { DatakubeClient } from '@datakube/client';
import type { Language, Query } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf, type Failure } from '../controllers/failure.ts';
import { saveFile } from './save-file.ts';

/** Fetches the table as a file, as the environment made it, and hands it to the browser's own download. */
export class DownloadController implements ReactiveController {
  /** Why the last file could not be had; null where it could. */
  failure: Failure | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #onFailure: (failure: Failure) => void;

  constructor(host: ReactiveControllerHost, onFailure: (failure: Failure) => void) {
    this.#host = host;
    this.#onFailure = onFailure;
    host.addController(this);
  }

  hostConnected(): void {}

  /** False where it could not be had. */
  async fetch(client: DatakubeClient, cube: string, query: Query, language: Language): Promise<boolean> {
    this.#set(null);
    try {
      saveFile(await client.download(cube, query, 'csv', { language }), `${cube}.csv`);
      return true;
    } catch (error) {
      const failure = failureOf(error);
      this.#set(failure);
      this.#onFailure(failure);
      return false;
    }
  }

  /** Another choice is made: what was said of the file is past. */
  forget(): void {
    if (this.failure) this.#set(null);
  }

  #set(failure: Failure | null): void {
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
