import { createClient, type DatakubeClient, type GetToken } from '@datakube/client';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { version } from '../registration/version.ts';
import { provideTexts, type ProvidedTexts } from '../localisation/provide-texts.ts';
import { asksForClient, type ClientCallback } from './client-context.ts';
import { asksForSession, type SessionCallback } from './session-context.ts';

/**
 * Gives one client to every Datakube element inside it, so that they share sign-in, answers and release.
 * It draws nothing itself.
 *
 * @summary One environment and one sign-in for all elements inside.
 *
 * @example
 * ```html
 * <datakube-provider environment="https://environment.example/">
 *   <datakube-explorer cube="sundhedsdata-paa-tvaers"></datakube-explorer>
 * </datakube-provider>
 * <script type="module">
 *   document.querySelector('datakube-provider').getToken = () => portal.token();
 * </script>
 * ```
 *
 * @fires {SessionExtendEvent} datakube-session-extend - From an element inside: the user asks to stay signed in.
 *
 * @slot - The elements that use the client.
 */
export class DatakubeProvider extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Address of the environment. */
  @property() environment = '';
  /** The portal's own sign-in: answers with a token, or null to ask as nobody. */
  @property({ attribute: false }) getToken: GetToken | undefined = undefined;

  /** When the user's session ends: elements warn two minutes before. Null where it does not. */
  @property({ attribute: false }) sessionEnds: Date | null = null;

  /** The page's own wordings. They hold for all elements of the page while the provider is on it. */
  @property({ attribute: false }) texts: ProvidedTexts | null = null;

  #client: DatakubeClient | null = null;
  #takeBack: (() => void) | undefined;
  readonly #subscribers = new Set<ClientCallback>();
  readonly #sessionSubscribers = new Set<SessionCallback>();

  /** The client of the elements inside. Null until an environment is named. */
  get client(): DatakubeClient | null {
    return this.#client;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('context-request', this.#onRequest);
    this.#word();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('context-request', this.#onRequest);
    this.#takeBack?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sessionEnds')) {
      for (const callback of this.#sessionSubscribers)
        callback(this.sessionEnds, () => this.#sessionSubscribers.delete(callback));
    }
    if (changed.has('texts')) this.#word();
    if (!changed.has('environment') && !changed.has('getToken')) return;
    this.#client = this.environment
      ? createClient({ url: this.environment, ...(this.getToken ? { getToken: this.getToken } : {}) })
      : null;
    for (const callback of this.#subscribers)
      callback(this.#client, () => this.#subscribers.delete(callback));
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #word(): void {
    this.#takeBack?.();
    this.#takeBack = this.texts && this.isConnected ? provideTexts(this.texts) : undefined;
  }

  readonly #onRequest = (event: Event): void => {
    if (asksForSession(event)) {
      event.stopPropagation();
      const { callback } = event;
      if (event.subscribe) this.#sessionSubscribers.add(callback);
      return callback(this.sessionEnds, () => this.#sessionSubscribers.delete(callback));
    }
    if (!asksForClient(event)) return;
    event.stopPropagation();
    const { callback, subscribe } = event;
    if (subscribe) this.#subscribers.add(callback);
    callback(this.#client, () => this.#subscribers.delete(callback));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-provider': DatakubeProvider;
  }
}
