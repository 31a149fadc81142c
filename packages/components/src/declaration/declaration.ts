import type { Declaration, Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LanguageController } from '../controllers/language-controller.ts';
import { ThemeController } from '../controllers/theme-controller.ts';
import { formatDate, formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import { version } from '../registration/version.ts';
import { base } from '../styles/base.ts';
import { declarationSections } from './declaration-sections.ts';
import { styles } from './declaration.styles.ts';
import { texts } from './declaration.texts.ts';

/** Caveats shown before the whole is opened, at most. */
const AT_A_GLANCE = 4;

/**
 * Where the numbers come from and what a reader must know of them: source, caveats and coverage at a
 * glance, and the whole declaration with its eight headings opened in place.
 *
 * @summary The declaration of a cube, short or whole.
 *
 * @example
 * ```ts
 * const element = document.querySelector('datakube-declaration');
 * element.declaration = cube.declaration;
 * element.release = cube.release.id;
 * ```
 *
 * @csspart declaration - The frame.
 * @csspart toggle - The button that opens the whole declaration.
 */
export class DatakubeDeclaration extends LitElement {
  /** Version of the library it belongs to. */
  static readonly version: string = version;
  static override styles = [base, styles];

  /** The declaration, as it comes with a cube or with an answer. Nothing is drawn without it. */
  @property({ attribute: false }) declaration: Declaration | null = null;
  /** Name of the release the numbers are from. */
  @property() release = '';
  /** When the release was published, as an ISO date or time. */
  @property() published = '';
  /** Whole instead of short. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { language } = this.#language;
    const text = texts[language];
    if (!this.declaration) return nothing;
    return html`<div class="frame">
      <section class="declaration" part="declaration" aria-label=${text.about}>
        <header>
          <h3>${text.about}</h3>
          <button
            class="link"
            part="toggle"
            type="button"
            aria-expanded=${String(this.open)}
            @click=${() => (this.open = !this.open)}
          >
            ${this.open ? text.close : text.open}
          </button>
        </header>
        ${this.open ? declarationSections(this.declaration, language) : this.#short(this.declaration, language)}
        ${this.#origin(this.declaration, language)}
      </section>
    </div>`;
  }

  /** Opens the whole and leads to what it says of disclosure control. */
  async showDisclosure(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#disclosure')?.focus();
  }

  #short(declaration: Declaration, language: Language): TemplateResult {
    const text = texts[language];
    // Those with a mark first: they stand in the table.
    const caveats = [...declaration.caveats].sort((a, b) => Number(!a.mark) - Number(!b.mark));
    const more = caveats.length - AT_A_GLANCE;
    return html`<div class="glance">
      <div>
        <h4>${text.source}</h4>
        <ul>
          ${declaration.sources.map(({ name }) => html`<li>${name[language]}</li>`)}
        </ul>
      </div>
      <div>
        <h4>${text.caveats}</h4>
        ${
          declaration.caveats.length > 0
            ? html`<ul class="caveats">
                ${caveats
                  .slice(0, AT_A_GLANCE)
                  .map(
                    ({ mark, text: caveat }) =>
                      html`<li>
                        <span class="mark">${mark ? text[`letter_${mark}`] : ''}</span>${caveat[language]}
                      </li>`,
                  )}
                ${more > 0 ? html`<li>${fill(text.moreCaveats, { count: String(more) })}</li>` : nothing}
              </ul>`
            : html`<p>${text.noCaveats}</p>`
        }
      </div>
      <div>
        <h4>${text.coverage}</h4>
        <p>${declaration.coverage[language]}</p>
      </div>
    </div>`;
  }

  #origin({ version }: Declaration, language: Language): TemplateResult {
    const text = texts[language];
    return html`<p class="origin">
      ${this.published ? html`<span>${fill(text.updated, { date: formatDate(this.published, language) })}</span>` : nothing}
      ${this.release ? html`<span>${fill(text.release, { release: formatRelease(this.release) })}</span>` : nothing}
      <span>${fill(text.version, { version: String(version) })}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-declaration': DatakubeDeclaration;
  }
}
