import type { Language } from '@datakube/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Failure } from '../controllers/failure.ts';
import { failureWords } from './state-panel/failure-words.ts';
import type { PanelState } from './state-panel/panel-state.ts';
import { panelWords } from './state-panel/panel-words.ts';

/** What a listener is told. One region for the whole explorer, and each thing once. */
export class Announcer implements ReactiveController {
  /** The words in the region. */
  said = '';
  readonly #host: ReactiveControllerHost;
  readonly #language: () => Language;
  readonly #steady: boolean;

  /** @param steady speaks to a reader who has not chosen what is shown */
  constructor(host: ReactiveControllerHost, language: () => Language, steady = false) {
    this.#host = host;
    this.#language = language;
    this.#steady = steady;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Said once: a listener hears the same words again only when something lies between. */
  say(text: string): void {
    this.said = text === this.said ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  /** Says what a panel says. With `after`, as the next sentence. */
  sayPanel(state: PanelState, after = ''): void {
    const { heading, detail } = panelWords(state, null, this.#language(), this.#steady);
    this.say(`${after}${after === '' ? '' : ' '}${heading}. ${detail}`);
  }

  sayFailure(failure: Failure): void {
    const { heading, detail } = failureWords(failure, this.#language(), this.#steady);
    this.say(`${heading}. ${detail}`);
  }
}
