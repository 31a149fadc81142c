import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { icon } from '../../icons/icon.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { send } from '../action.ts';
import type { PanelState } from './panel-state.ts';
import { panelWords } from './panel-words.ts';
import { styles } from './state-panel.styles.ts';

/** Says what happened, what is kept and how to go on. Never in the way: the rest of the explorer works. */
export class DatakubeStatePanel extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) state: PanelState = { kind: 'loading', cells: 0, seconds: null };
  /** Time of the numbers that are still shown below; null where there are none. */
  @property({ attribute: false }) shownSince: Date | null = null;
  @property({ type: Boolean, reflect: true }) bar = false;
  /** The page has chosen what is shown: nothing is said of a choice, and no way leads to another. */
  @property({ attribute: false }) steady = false;

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult {
    const {
      heading,
      detail,
      ways,
      icon: sign,
      code,
    } = panelWords(this.state, this.shownSince, this.#language.language, this.steady);
    return html`<div class="panel" part="state" data-state=${this.state.kind}>
      <h3>${sign ? icon(sign) : nothing}${heading}</h3>
      ${
        this.state.kind === 'loading' && !this.bar
          ? html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i></div>`
          : nothing
      }
      ${detail === '' ? nothing : html`<p>${detail}</p>`}
      ${
        ways.length > 0
          ? html`<div class="ways">
              ${ways.map(
                ({ label, action, quiet }) =>
                  html`<button
                    class="button small ${quiet ? 'quiet' : ''}"
                    type="button"
                    aria-haspopup=${action.kind === 'menu' ? 'menu' : nothing}
                    @click=${(event: Event) => send(this, action, event)}
                  >
                    ${label}
                  </button>`,
              )}
            </div>`
          : nothing
      }
      ${code ? html`<p class="code">${code}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-state-panel': DatakubeStatePanel;
  }
}
