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
  | { readonly kind: 'failure'; readonly failure: Failure; readonly canUndo: boolean }
  | { readonly kind: 'homeless' };

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
        return this.#panel({ heading: text.stopped, detail: text.stoppedDetail, ways: [again(language)] });
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
        return this.#failure(this.state.failure, this.state.canUndo, language);
      case 'homeless':
        return this.#panel({
          heading: text.homeless,
          icon: 'warning',
          detail: text.homelessDetail,
          ways: [],
        });
    }
  }

  #failure(failure: Failure, canUndo: boolean, language: Language): TemplateResult {
    const text = texts[language];
    const words = failureWords(failure, language);
    const undo: Way[] = canUndo ? [{ label: text.undo, action: { kind: 'undo' } }] : [];
    const ways: Way[] = failure.waysOut.map(({ label, query }) => ({
      label: label[language],
      action: { kind: 'apply', query },
    }));
    const again_ = failure.kind === 'failed' || failure.kind === 'offline' ? [again(language)] : [];
    const kept = this.shownSince
      ? ` ${fill(text.keeps, { time: formatTime(this.shownSince, language) })}`
      : '';
    return this.#panel({
      ...words,
      detail: `${words.detail}${kept}`,
      ways: [...ways, ...again_, ...(again_.length === 0 ? undo : [])],
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

function again(language: Language): Way {
  return { label: texts[language].retry, action: { kind: 'again' } };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-state-panel': DatakubeStatePanel;
  }
}
