import type { Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { icon } from '../../icons/icon.ts';
import { formatRelease } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { FloatController } from '../../menu/float-controller.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { floating } from '../../styles/floating.ts';
import { styles } from './share-panel.styles.ts';
import { texts } from './share.texts.ts';
import { TOKEN, type SharedView } from './snippets/snippet.ts';
import { SNIPPETS, type SnippetLanguage } from './snippets/snippets.ts';

/** What is shared, and where it is to be seen. */
export interface Shared {
  readonly view: SharedView;
  /** Address of the page with the view in it; null where the page keeps no view in its address. */
  readonly address: string | null;
  /** The release that is shown now. Older ones cannot be asked for. */
  readonly release: string;
}

/** Gives a view to others: a link, and code that shows it or fetches its numbers. */
export class DatakubeSharePanel extends LitElement {
  static override styles = [base, controls, floating, styles];

  @property({ attribute: false }) shared: Shared | null = null;
  @state() private language: SnippetLanguage = 'html';
  @state() private message = '';

  @query('[popover]') private readonly popup!: HTMLElement;
  readonly #float = new FloatController(this, () => this.popup);
  readonly #reader = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
    new RovingController(this, '.tab', 'horizontal');
  }

  /** Opens beside a control. */
  async open(anchor: HTMLElement, shared: Shared): Promise<void> {
    this.shared = shared;
    this.message = '';
    await this.updateComplete;
    this.#float.open(anchor);
    this.popup.querySelector<HTMLElement>('.input, .tab')?.focus();
  }

  override render(): TemplateResult {
    const { language } = this.#reader;
    const text = texts[language];
    return html`<div
      class="floating dialog"
      part="share-panel"
      role="dialog"
      popover="auto"
      aria-label=${text.title}
      @toggle=${this.#float.onToggle}
    >
      ${this.shared ? this.#content(this.shared, language) : nothing}
    </div>`;
  }

  #content({ view, address, release }: Shared, language: Language): TemplateResult {
    const text = texts[language];
    return html`<div class="head">
        <h3>${text.title}</h3>
        <button
          class="button quiet icon-only small"
          type="button"
          aria-label=${text.close}
          @click=${() => this.#float.close()}
        >
          ${icon('close')}
        </button>
      </div>
      ${address === null ? html`<p>${text.noLink}</p>` : this.#link(address, language)}
      <p>${fill(text.release, { release: formatRelease(release) })}</p>
      <div class="tabs" role="tablist" aria-label=${text.code}>
        ${(Object.keys(SNIPPETS) as SnippetLanguage[]).map((each) => this.#tab(each))}
      </div>
      ${this.#code(view, language)}
      <p class="message" role="status">${this.message}</p>`;
  }

  #link(address: string, language: Language): TemplateResult {
    const text = texts[language];
    return html`<div class="row">
      <input
        class="input"
        type="text"
        readonly
        aria-label=${text.link}
        .value=${address}
        @focus=${selectAll}
      />
      <button
        class="button small"
        type="button"
        @click=${() => this.#copy(address, this.popup.querySelector('input'))}
      >
        ${text.copyLink}
      </button>
    </div>`;
  }

  #tab(language: SnippetLanguage): TemplateResult {
    const chosen = language === this.language;
    return html`<button
      class="tab"
      type="button"
      role="tab"
      id="tab-${language}"
      data-key=${language}
      aria-selected=${String(chosen)}
      aria-controls="code"
      @click=${() => this.#choose(language)}
    >
      ${SNIPPETS[language].name}
    </button>`;
  }

  #code(view: SharedView, language: Language): TemplateResult {
    const text = texts[language];
    const { write, shows } = SNIPPETS[this.language];
    const code = write(view);
    return html`<div class="panel" role="tabpanel" id="code" aria-labelledby="tab-${this.language}">
      <div class="row">
        <p>${shows === 'view' ? text.showsView : fill(text.showsNumbers, { token: TOKEN })}</p>
        <button
          class="button small"
          type="button"
          @click=${() => this.#copy(code, this.popup.querySelector('pre'))}
        >
          ${text.copyCode}
        </button>
      </div>
      <pre tabindex="0" lang="en" translate="no" dir="ltr">${code}</pre>
    </div>`;
  }

  #choose(language: SnippetLanguage): void {
    this.language = language;
    this.message = '';
  }

  /** A page may forbid it: then the text is selected, and the keys do it. */
  async #copy(text: string, shown: HTMLElement | null): Promise<void> {
    const words = texts[this.#reader.language];
    try {
      await navigator.clipboard.writeText(text);
      this.message = words.copied;
    } catch {
      shown?.focus();
      if (shown instanceof HTMLInputElement) shown.select();
      else if (shown) getSelection()?.selectAllChildren(shown);
      this.message = words.notCopied;
    }
  }
}

function selectAll({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLInputElement) currentTarget.select();
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-share-panel': DatakubeSharePanel;
  }
}
