import type { Language, MemberEntry } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import type { FilterField } from '../../state/index.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { ActionEvent, change } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import { FloatController } from '../../menu/float-controller.ts';
import { styles } from './filter-dialog.styles.ts';

/** What is to be chosen. */
export interface FilterChoice {
  readonly dimension: string;
  readonly name: string;
  /** The levels that can be chosen from, and the one to begin with. */
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  readonly level: string;
  readonly chosen: readonly string[];
  /** Name of a measure that forbids taking several members together; null where several may be chosen. */
  readonly notAdditive: string | null;
  /** Takes the dimension off its axis when the choice is made. */
  readonly instead: boolean;
}

/** Chooses the members of a dimension that are kept. Nothing changes before "Vis". */
export class DatakubeFilterDialog extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) choice: FilterChoice | null = null;
  @property({ attribute: false }) members: readonly MemberEntry[] = [];
  @property({ type: Boolean }) failed = false;

  @state() private search = '';
  @state() private level = '';
  @state() private chosen: ReadonlySet<string> = new Set();

  @query('[popover]') private readonly popup!: HTMLElement;
  @query('.input') private readonly input!: HTMLInputElement;
  readonly #float = new FloatController(this, () => this.popup);
  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
    new RovingController(this, '.member input', 'vertical');
  }

  /** Opens beside a control. Members may arrive later. */
  async open(anchor: HTMLElement, choice: FilterChoice): Promise<void> {
    this.choice = choice;
    this.search = '';
    this.level = choice.level;
    this.chosen = new Set(choice.chosen);
    await this.updateComplete;
    this.#float.open(anchor);
    this.input.focus();
  }

  override render(): TemplateResult {
    const { language } = this.#language;
    return html`<div
      class="dialog"
      part="filter-dialog"
      role="dialog"
      popover="auto"
      aria-label=${fill(texts[language].filterTitle, { name: this.choice?.name ?? '' })}
      @toggle=${this.#float.onToggle}
    >
      ${this.choice ? html`<form @submit=${this.#onSubmit}>${this.#content(this.choice, language)}</form>` : nothing}
    </div>`;
  }

  #content(choice: FilterChoice, language: Language): TemplateResult {
    const text = texts[language];
    const label = fill(text.searchIn, { name: choice.name.toLocaleLowerCase(language) });
    const all = this.#atLevel();
    const count = fill(text.chosenOf, {
      chosen: formatNumber(this.chosen.size, language),
      count: formatNumber(all.length, language),
    });
    return html`<input
        class="input"
        type="search"
        aria-label=${label}
        placeholder=${label}
        .value=${this.search}
        @input=${this.#onSearch}
      />
      ${choice.levels.length > 1 ? this.#levels(choice, language) : nothing}
      ${
        choice.notAdditive === null
          ? html`<div class="bulk">
              <span class="hint" role="status">${count}</span>
              <button class="button quiet small" type="button" @click=${() => this.#choose(all)}>
                ${text.all}
              </button>
              <button class="button quiet small" type="button" @click=${() => this.#choose([])}>
                ${text.none}
              </button>
            </div>`
          : html`<p class="hint">
              ${fill(text.oneOnly, { measure: choice.notAdditive.toLocaleLowerCase(language) })}
            </p>`
      }
      ${this.#list(choice, language)}
      <div class="acts">
        <button class="button quiet small" type="button" @click=${() => this.#float.close()}>
          ${text.cancel}
        </button>
        <button
          class="button primary small"
          type="submit"
          aria-disabled=${this.chosen.size === 0 ? 'true' : nothing}
        >
          ${text.show}
        </button>
      </div>`;
  }

  #levels(choice: FilterChoice, language: Language): TemplateResult {
    return html`<div class="segments" role="group" aria-label=${texts[language].level}>
      ${choice.levels.map(
        ({ id, name }) =>
          html`<button
            class="button small"
            type="button"
            aria-pressed=${String(id === this.level)}
            @click=${() => this.#setLevel(id)}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }

  #list(choice: FilterChoice, language: Language): TemplateResult {
    const text = texts[language];
    if (this.failed) return html`<p class="hint" role="status">${text.membersFailed}</p>`;
    const wanted = this.search.trim().toLocaleLowerCase(language);
    const shown = this.#atLevel().filter(({ name }) =>
      name[language].toLocaleLowerCase(language).includes(wanted),
    );
    if (shown.length === 0) return html`<p class="hint" role="status">${text.noMember}</p>`;
    return html`<ul class="members" aria-label=${choice.name}>
      ${repeat(
        shown,
        ({ code }) => code,
        ({ code, name }) =>
          html`<li>
            <label class="member"
              ><input
                type=${choice.notAdditive === null ? 'checkbox' : 'radio'}
                name="member"
                data-key=${code}
                .checked=${this.chosen.has(code)}
                @change=${(event: Event) => this.#toggle(code, event)}
              />${name[language]}</label
            >
          </li>`,
      )}
    </ul>`;
  }

  #atLevel(): readonly MemberEntry[] {
    return this.members.filter(({ level }) => level === this.level);
  }

  #setLevel(level: string): void {
    this.level = level;
    this.chosen = new Set();
  }

  #choose(members: readonly MemberEntry[]): void {
    this.chosen = new Set(members.map(({ code }) => code));
  }

  #toggle(code: string, event: Event): void {
    const on = event.target instanceof HTMLInputElement && event.target.checked;
    const others =
      this.choice?.notAdditive === null ? [...this.chosen].filter((other) => other !== code) : [];
    this.chosen = new Set(on ? [...others, code] : others);
  }

  readonly #onSearch = (): void => {
    this.search = this.input.value;
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.choice || this.chosen.size === 0) return;
    const { dimension, instead } = this.choice;
    const all = this.#atLevel();
    // In the order of the code list. All of them is no filter.
    const members = all.map(({ code }) => code).filter((code) => this.chosen.has(code));
    const field: FilterField = {
      dimension,
      level: this.level,
      members: members.length === all.length && !instead ? [] : members,
    };
    const { anchor } = this.#float;
    this.#float.close();
    anchor?.focus();
    this.dispatchEvent(new ActionEvent(change({ kind: 'filter', field, instead }), anchor));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-filter-dialog': DatakubeFilterDialog;
  }
}
