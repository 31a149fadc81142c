import type { Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { grip, icon } from '../../icons/icon.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { change, send, type Action } from '../action.ts';
import { texts } from '../explorer.texts.ts';
import { findFields, type Field, type FieldLevel, type FoundField } from './field.ts';
import { styles } from './field-list.styles.ts';

/**
 * What the cube holds: fields in their groups, with levels, where they are used and, where a field cannot
 * be added to what is chosen, why. Search and list are one stop on the way through the page: arrow down
 * leads from the search to the fields.
 */
export class DatakubeFieldList extends LitElement {
  static override styles = [base, controls, styles];

  @property({ attribute: false }) fields: readonly Field[] = [];
  /** Open where the list is a fold above the zones. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private search = '';
  @state() private described: string | null = null;

  readonly #language = new LanguageController(this);

  constructor() {
    super();
    new ThemeController(this);
    new RovingController(this, '.input, .item', 'vertical');
  }

  override render(): TemplateResult {
    const { language } = this.#language;
    const text = texts[language];
    const found = findFields(this.fields, this.search, language);
    const groups = [...new Set(found.map(({ field }) => field.group))];
    const count = (kind: Field['kind']): string =>
      String(this.fields.filter((field) => field.kind === kind).length);
    const summary = fill(text.fieldsSummary, { dimensions: count('dimension'), measures: count('measure') });
    return html`<button
        class="summary"
        type="button"
        aria-expanded=${String(this.open)}
        @click=${() => (this.open = !this.open)}
      >
        <span class="chevron">${icon('chevron-right')}</span><span class="heading">${text.fields}</span
        ><span class="choice">${summary}</span>
      </button>
      <div class="inner" part="fields" role="group" aria-label=${text.fields}>
        <div class="find">
          ${icon('search')}
          <input
            class="input"
            type="search"
            data-key="search"
            aria-label=${text.search}
            aria-description=${text.searchHint}
            placeholder=${text.search}
            .value=${this.search}
            @input=${this.#onSearch}
          />
        </div>
        ${groups.map((group) => this.#group(group, found, language))}
        ${found.length === 0 ? html`<p class="nothing" role="status">${text.noField}</p>` : nothing}
      </div>`;
  }

  #group(group: string, found: readonly FoundField[], language: Language): TemplateResult {
    return html`<section aria-label=${group}>
      <h3>${group}</h3>
      <ul>
        ${found
          .filter(({ field }) => field.group === group)
          .map((entry) => html`<li>${this.#field(entry, language)}</li>`)}
      </ul>
    </section>`;
  }

  #field({ field, members }: FoundField, language: Language): TemplateResult {
    const text = texts[language];
    const used = field.zones.map((zone) => text[zone === 'filters' ? 'filter' : zone]).join(', ');
    const open = this.described === field.id;
    const onAxis = field.zones.includes('rows') || field.zones.includes('columns');
    const levels = onAxis && field.levels.length > 1 ? field.levels : [];
    return html`<div class="field ${used ? 'used' : ''} ${field.obstacle ? 'barred' : ''}">
        <button
          class="item name"
          part="field"
          type="button"
          data-key=${field.id}
          data-drag=${field.id}
          aria-haspopup="menu"
          @click=${(event: Event) => send(this, { kind: 'field-menu', zone: null, id: field.id }, event)}
        >
          ${field.obstacle ? icon('lock') : grip()}
          <span class="words">${field.name}</span>
          <span class="where">${used}</span>
        </button>
        <button
          class="item about"
          type="button"
          data-key="about ${field.id}"
          aria-label=${fill(text.about, { name: field.name })}
          aria-expanded=${String(open)}
          @click=${() => (this.described = open ? null : field.id)}
        >
          ${icon('information')}
        </button>
      </div>
      ${field.obstacle ? html`<p class="obstacle">${field.obstacle}</p>` : nothing}
      ${field.outside ? html`<p class="obstacle" part="outside">${field.outside}</p>` : nothing}
      ${open ? this.#about(field) : nothing}
      ${
        levels.length > 0
          ? html`<ul class="levels">
              ${levels.map((level) => this.#level(field, level, language))}
            </ul>`
          : nothing
      }
      ${
        members.length > 0
          ? html`<ul class="levels">
              ${members.map((member) => this.#member(field, member, language))}
            </ul>`
          : nothing
      }`;
  }

  #level(field: Field, level: FieldLevel, language: Language): TemplateResult {
    const { obstacle } = level;
    const remark = obstacle ?? level.outside;
    const action: Action =
      obstacle === null
        ? change({ kind: 'level', dimension: field.id, level: level.id })
        : { kind: 'field-menu', zone: null, id: field.id };
    return html`<li class=${level.used ? 'on' : ''}>
      <button
        class="item level ${obstacle === null ? '' : 'barred'}"
        type="button"
        data-key="${field.id} ${level.id}"
        aria-pressed=${String(level.used)}
        aria-description=${remark ?? nothing}
        title=${remark ?? nothing}
        @click=${(event: Event) => send(this, action, event)}
      >
        <span>${level.name}</span
        >${obstacle === null ? nothing : icon('lock')}${level.outside ? icon('information') : nothing}<span
          class="count"
          >${formatNumber(level.members, language)}</span
        >
      </button>
    </li>`;
  }

  #member(field: Field, member: FoundField['members'][number], language: Language): TemplateResult {
    const chosen = { dimension: field.id, level: member.level, members: [member.code] };
    const offered = field.levels.some((level) => level.id === member.level && level.obstacle === null);
    const action: Action = offered
      ? change({ kind: 'filter', field: chosen, instead: false })
      : { kind: 'field-menu', zone: null, id: field.id };
    return html`<li>
      <button
        class="item level ${offered ? '' : 'barred'}"
        type="button"
        data-key="${field.id} = ${member.code}"
        @click=${(event: Event) => send(this, action, event)}
      >
        <span>${member.name[language]}</span>${icon(offered ? 'filter' : 'lock')}
      </button>
    </li>`;
  }

  #about(field: Field): TemplateResult {
    return html`<div class="note">
      <p>${field.description}</p>
      ${field.caveats.map((caveat) => html`<p>${caveat}</p>`)}
    </div>`;
  }

  readonly #onSearch = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.search = event.target.value;
    if (this.search.trim().length > 1) send(this, { kind: 'search-members' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-field-list': DatakubeFieldList;
  }
}
