import type { DatakubeClient } from '@datakube/client';
import { canonicalQuery, type CellSet, type Cube, type Language, type Query } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { KnownAnswers } from '../answers/known-answers.ts';
import { failureOf, type Failure } from './failure.ts';

/** What is asked: everything an answer depends on. */
export interface Question {
  readonly client: DatakubeClient;
  readonly cube: Cube;
  readonly query: Query;
  readonly language: Language;
}

/** The last answer, with the question it belongs to and the time its numbers came. */
export interface Answer {
  readonly cells: CellSet;
  readonly query: Query;
  readonly at: Date;
}

export type Progress =
  | { readonly kind: 'idle' }
  /** `slow` after 300 ms: until then the old table stands, so that a quick answer does not flicker. */
  | { readonly kind: 'asking'; readonly slow: boolean }
  | { readonly kind: 'answered' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: Failure };

const SLOW_AFTER = 300;

let places = 0;

/**
 * Asks, waits and keeps the last answer. A newer question ends the older one; an answer that comes too
 * late is never shown. What the answers that are here hold already is not asked for again.
 */
export class QueryController implements ReactiveController {
  progress: Progress = { kind: 'idle' };
  answer: Answer | null = null;
  /** Called once for each question that could not be answered. */
  onFailure: (failure: Failure) => void = () => {};
  /** Called when an answer takes long. */
  onSlow: () => void = () => {};

  readonly #host: ReactiveControllerHost;
  readonly #place = `explorer-${++places}`;
  readonly #known = new KnownAnswers();
  #question: Question | null = null;
  #asked = '';
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
    this.#asked = '';
  }

  /** Asks, unless the very same question was the last one. The numbers of another cube are not kept. */
  ask(question: Question): void {
    const { client, cube, query, language } = question;
    const asked = JSON.stringify([cube.id, cube.release.id, language, canonicalQuery(query)]);
    const before = this.#question;
    if (asked === this.#asked && client === before?.client) return;
    if (cube.id !== before?.cube.id) this.answer = null;
    if (
      client !== before?.client ||
      language !== before.language ||
      cube.release.id !== before.cube.release.id
    )
      this.#known.forget();
    this.#asked = asked;
    this.#question = question;
    const known = this.#known.find(query, cube);
    if (!known) return void this.#run(question);
    this.#end();
    this.answer = { ...known, query };
    this.#set({ kind: 'answered' });
  }

  /** Asks the last question again. */
  again(): void {
    if (this.#question) void this.#run(this.#question);
  }

  /** Stops waiting. What was shown stays. */
  stop(): void {
    this.#end();
    this.#set({ kind: 'stopped' });
  }

  /** Shows a failure of something else that was asked for, such as a file. The answer stays. */
  fail(error: unknown): void {
    const failure = failureOf(error);
    this.#set({ kind: 'failed', failure });
    this.onFailure(failure);
  }

  async #run({ client, cube, query, language }: Question): Promise<void> {
    this.#end();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ kind: 'asking', slow: false });
    this.#timer = setTimeout(() => {
      this.#set({ kind: 'asking', slow: true });
      this.onSlow();
    }, SLOW_AFTER);
    try {
      const cells = await client.query(cube.id, query, { signal: abort.signal, key: this.#place, language });
      if (abort.signal.aborted) return;
      this.answer = { cells, query, at: new Date() };
      this.#known.keep(this.answer);
      this.#settle({ kind: 'answered' });
    } catch (error) {
      if (abort.signal.aborted) return;
      const failure = failureOf(error);
      this.#settle({ kind: 'failed', failure });
      this.onFailure(failure);
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
  }

  #settle(progress: Progress): void {
    clearTimeout(this.#timer);
    this.#abort = null;
    this.#set(progress);
  }

  #set(progress: Progress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}
