import type { DatakubeClient } from '@datakube/client';
import type { Format, Language, Query } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failureOf, type Failure } from '../../controllers/failure.ts';
import { saveFile } from '../save-file.ts';

/** A file of a table: the numbers of which question, in which format, under which name. */
export interface WantedFile {
  readonly client: DatakubeClient;
  readonly cube: string;
  readonly query: Query;
  readonly format: Format;
  readonly name: string;
  readonly language: Language;
}

/** How far a file has come. `slow` once it has taken so long that the user is told of it. */
export type DownloadProgress =
  | { readonly kind: 'none' }
  | { readonly kind: 'fetching'; readonly name: string; readonly slow: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure };

const SLOW_AFTER = 300;

/** Fetches a table as a file, as the environment made it, and hands it to the browser's own download. One at a time. */
export class DownloadController implements ReactiveController {
  progress: DownloadProgress = { kind: 'none' };
  readonly #host: ReactiveControllerHost;
  readonly #onFailure: (failure: Failure) => void;
  readonly #onSlow: (name: string) => void;
  #wanted: WantedFile | null = null;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    onFailure: (failure: Failure) => void,
    onSlow: (name: string) => void,
  ) {
    this.#host = host;
    this.#onFailure = onFailure;
    this.#onSlow = onSlow;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** The file that could not be had, to be tried again. */
  get wanted(): WantedFile | null {
    return this.#wanted;
  }

  /** True where it was saved; false where it could not be had, was stopped, or gave way to another. */
  async fetch(wanted: WantedFile): Promise<boolean> {
    this.stop();
    const { client, cube, query, format, name, language } = wanted;
    const abort = new AbortController();
    this.#abort = abort;
    this.#wanted = wanted;
    this.#set({ kind: 'fetching', name, slow: false });
    this.#timer = setTimeout(() => {
      this.#set({ kind: 'fetching', name, slow: true });
      this.#onSlow(name);
    }, SLOW_AFTER);
    try {
      const file = await client.download(cube, query, format, { language, signal: abort.signal });
      if (abort.signal.aborted) return false;
      saveFile(file, name);
      this.stop();
      return true;
    } catch (error) {
      if (abort.signal.aborted) return false;
      const failure = failureOf(error);
      this.stop();
      this.#set({ kind: 'failed', failure });
      this.#onFailure(failure);
      return false;
    }
  }

  /** Stops waiting for a file. What was said of the last one is past, too. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    if (this.progress.kind !== 'none') this.#set({ kind: 'none' });
  }

  /** Another choice is made: what was said of a file is past. One under way still comes. */
  forget(): void {
    if (this.progress.kind === 'failed') this.#set({ kind: 'none' });
  }

  #set(progress: DownloadProgress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}
