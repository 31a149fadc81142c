import type { Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Failure } from '../../controllers/failure.ts';
import { LanguageController } from '../../controllers/language-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { icon, type IconName } from '../../icons/icon.ts';
import { formatTime } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { change, send, type Action } from '../action.ts';
import { failureWords } from './failure-words.ts';
import { styles } from './state-panel.styles.ts';
import { texts } from './state-panel.texts.ts';

/** What stands where the table would stand, or in a bar above it. */
export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'empty'; readonly filters: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'failure'; readonly failure: Failure; readonly way: WayKind }
  | { readonly kind: 'homeless' };

/** The way that is always there, whatever the environment offers. */
export type WayKind = 'again' | 'undo' | 'start-over';

const wayTexts = { again: 'retry', undo: 'undo', 'start-over': 'startOver' } as const satisfies Record<
  WayKind,
  string
>;

interface Way {
  readonly label: string;
  readonly action: Action;
}

/** Says what happened, what is kept and how to go on. Never in the way: the rest of the explorer works. */
export class DatakubeStatePanel extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) state: PanelState = { kind: 'loading' };
  /** Time of the numbers that are still shown below; null where there are none. */
  @property({ attribute: false }) shownSince: Date | null = null;
  @property({ type: Boolean, reflect: true }) bar = false;

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const { language } = this.#language;
    const text = texts[language];
    switch (this.state.kind) {
      case 'loading':
        return this.#panel({
          heading: text.loading,
          detail: text.loadingDetail,
          skeleton: true,
          ways: [{ label: text.cancel, action: { kind: 'stop' } }],
        });
      case 'stopped':
        return this.#panel({
          heading: text.stopped,
          detail: text.stoppedDetail,
          ways: [{ label: text.retry, action: { kind: 'again' } }],
        });
      case 'empty':
        return this.#panel({
          heading: text.empty,
          detail: this.state.filters.length > 0 ? text.emptyFiltered : text.emptyDetail,
          ways: this.state.filters.map(({ id, name }) => ({
            label: fill(text.removeFilter, { name: name.toLocaleLowerCase(language) }),
            action: change({ kind: 'remove', zone: 'filters', id }),
          })),
        });
      case 'failure':
        return this.#failure(this.state.failure, this.state.way, language);
      case 'homeless':
        return this.#panel({
          heading: text.homeless,
          icon: 'warning',
          detail: text.homelessDetail,
          ways: [],
        });
    }
  }

  #failure(failure: Failure, way: WayKind, language: Language): TemplateResult {
    const text = texts[language];
    const words = failureWords(failure, language);
    const offered = failure.waysOut.map(({ label, query }): Way => ({
      label: label[language],
      action: { kind: 'apply', query },
    }));
    const kept = this.shownSince
      ? ` ${fill(text.keeps, { time: formatTime(this.shownSince, language) })}`
      : '';
    return this.#panel({
      ...words,
      detail: `${words.detail}${kept}`,
      ways: [...offered, { label: text[wayTexts[way]], action: { kind: way } }],
      code: failure.case ? `${failure.code} · ${fill(text.case, { id: failure.case })}` : failure.code,
    });
  }

  #panel(panel: {
    heading: string;
    detail: string;
    ways: readonly Way[];
    icon?: IconName;
    skeleton?: boolean;
    code?: string;
  }): TemplateResult {
    return html`<div class="panel" part="state">
      <h3>${panel.icon ? icon(panel.icon) : nothing}${panel.heading}</h3>
      ${
        panel.skeleton && !this.bar
          ? html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>`
          : nothing
      }
      <p>${panel.detail}</p>
      ${
        panel.ways.length > 0
          ? html`<div class="ways">
              ${panel.ways.map(
                ({ label, action }) =>
                  html`<button
                    class="button small"
                    type="button"
                    @click=${(event: Event) => send(this, action, event)}
                  >
                    ${label}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${panel.code ? html`<p class="code">${panel.code}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-state-panel': DatakubeStatePanel;
  }
}
