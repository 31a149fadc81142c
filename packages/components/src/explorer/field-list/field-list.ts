import type { Language } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { grip, icon } from '../../icons/icon.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { foldable } from '../../styles/foldable.ts';
import { send } from '../action.ts';
import { texts as shared } from '../explorer.texts.ts';
import { marked, marks } from '../members/marked.ts';
import { looksLikeCpr } from '../members/pasted-members.ts';
import { findFields, type FoundField } from './find-fields.ts';
import type { Field } from './field.ts';
import { styles } from './field-list.styles.ts';
import { texts } from './field-list.texts.ts';
import { hitRow, levelRow } from './rows.ts';
import type { Unfolded } from './unfolded/value-tree.ts';

/** Members listed under a field that a search found, at first and with each "show more". */
const HITS_AT_ONCE = 4;
const MORE_HITS = 40;

const NOTHING_UNFOLDED: Unfolded = { open: new Set(), drawn: new Map() };

/** Milliseconds without a key before a listener is told what a search found. */
const PAUSE = 500;

/**
 * What the cube holds: fields in their groups, with levels, groupings and values, where they are used and,
 * where a field cannot be added to what is chosen, why. Search and list are one stop on the way through the
 * page: arrow down leads from the search to the fields, and a letter typed on a field goes to the search.
 */
export class DatakubeFieldList extends LitElement {
  static override styles = [base, controls, foldable, marks, styles];

  @property({ attribute: false }) fields: readonly Field[] = [];
  /** Open where the list is a fold above the zones. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private search = '';
  @state() private refused = false;
  @state() private said = '';
  @state() private folded: ReadonlySet<string> = new Set();
  @state() private described: string | null = null;
  /** Fields whose values are shown. */
  @state() private unfolded: ReadonlyMap<string, Unfolded> = new Map();
  /** How many of the members that a search found are listed, where more were asked for. */
  @state() private listed: ReadonlyMap<string, number> = new Map();

  /** Draws what is unfolded; null before it is here. */
  @state() private unfolder: typeof import('./unfolded/unfolded.ts') | null = null;

  @query('.input') private readonly input!: HTMLInputElement;

  readonly #language = new LanguageController(this);
  readonly #roving: RovingController;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new ThemeController(this);
    this.#roving = new RovingController(this, '.input, .item', 'vertical');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Opens what is declared of a field, and leads there. */
  async describe(id: string): Promise<void> {
    const group = this.fields.find((field) => field.id === id)?.group ?? '';
    this.open = true;
    this.search = '';
    this.folded = new Set([...this.folded].filter((folded) => folded !== group));
    this.#declare(id);
    await this.#load();
    await this.#focus(`about ${id}`);
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
      <div class="inner" part="fields" role="group" aria-label=${text.fields} @keydown=${this.#onKeydown}>
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
            @paste=${this.#onPaste}
          />
        </div>
        ${this.#hits(found, language)} ${groups.map((group) => this.#group(group, found, language))}
        <div class="visually-hidden" role="status">${this.said}</div>
      </div>`;
  }

  /** What a search found, in words; while there is none, nothing. */
  #hits(found: readonly FoundField[], language: Language): TemplateResult | typeof nothing {
    const words = this.refused ? texts[language].likePerson : this.#hitWords(found, language);
    return words === '' ? nothing : html`<p class="hits">${words}</p>`;
  }

  #hitWords(found: readonly FoundField[], language: Language): string {
    const text = texts[language];
    if (this.search.trim() === '') return '';
    const values = found.reduce((sum, { members }) => sum + members.length, 0);
    const number = (many: string, one: string, count: number): string =>
      count === 1 ? one : fill(many, { count: formatNumber(count, language) });
    const standings = this.fields.map(({ standing }) => standing);
    const late = standings.includes('asked') ? ` ${text.fetching}` : '';
    const failed = standings.includes('failed') ? ` ${text.failed}` : '';
    const counted = `${number(text.manyFields, text.oneField, found.length)}, ${number(text.manyValues, text.oneValue, values)}.`;
    return `${found.length > 0 || late ? counted : text.noField}${late || failed}`;
  }

  #group(group: string, found: readonly FoundField[], language: Language): TemplateResult {
    const inGroup = found.filter(({ field }) => field.group === group);
    const searching = this.search.trim() !== '';
    const open = searching || !this.folded.has(group);
    return html`<section aria-label=${group}>
      <h3>
        <button
          class="item group"
          type="button"
          data-key="group ${group}"
          aria-expanded=${String(open)}
          aria-disabled=${searching ? 'true' : nothing}
          @click=${() => this.#fold(group, open)}
        >
          <span class="words">${group}</span>
          <span class="count">${formatNumber(inGroup.length, language)}</span
          ><span class="twister">${icon('chevron-right')}</span>
        </button>
      </h3>
      ${
        open
          ? html`<ul>
              ${repeat(
                inGroup,
                ({ field }) => field.id,
                (entry) => html`<li>${this.#field(entry, language)}</li>`,
              )}
            </ul>`
          : nothing
      }
    </section>`;
  }

  #field(entry: FoundField, language: Language): TemplateResult {
    const { field } = entry;
    const text = texts[language];
    const used = field.zones.map((zone) => shared[language][zone === 'filters' ? 'filter' : zone]).join(', ');
    const described = this.described === field.id;
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
          <span class="words">${marked(field.name, this.search)}</span>
          <span class="where">${used}</span>
        </button>
        <button
          class="item about"
          type="button"
          data-key="about ${field.id}"
          aria-label=${fill(text.about, { name: field.name })}
          aria-expanded=${String(described)}
          @click=${() => this.#declare(described ? null : field.id)}
        >
          ${icon('information')}
        </button>
      </div>
      ${entry.synonym ? html`<p class="remark">${text.also} ${marked(entry.synonym, this.search)}</p>` : nothing}
      ${field.remark ? html`<p class="remark">${field.remark}</p>` : nothing}
      ${field.obstacle ? html`<p class="obstacle">${field.obstacle}</p>` : nothing}
      ${field.outside ? html`<p class="obstacle" part="outside">${field.outside}</p>` : nothing}
      ${described ? this.unfolder?.aboutField(field, language) : nothing}
      ${this.#below(entry, described, language)}`;
  }

  /** Levels, groupings and values: those of a field in use, and those that a search found. */
  #below({ field, levels, members }: FoundField, described: boolean, language: Language): TemplateResult {
    const onAxis = field.zones.includes('rows') || field.zones.includes('columns');
    const rows = onAxis && field.levels.length > 1 ? field.levels : levels;
    const unfolded = this.unfolded.get(field.id);
    const values =
      field.kind === 'dimension' && (described || unfolded || (rows.length > 0 && this.search.trim() === ''));
    const listed = this.listed.get(field.id) ?? HITS_AT_ONCE;
    const left = members.length - listed;
    return html`${
      rows.length + members.length > 0 || values
        ? html`<ul class="levels">
            ${rows.map((level) => levelRow(this, field, level, this.search, language))}
            ${repeat(
              members.slice(0, listed),
              ({ code }) => code,
              (member) => hitRow(this, field, member, this.search, language),
            )}
            ${left > 0 ? this.#moreHits(field, members[listed]?.code ?? '', left, language) : nothing}
            ${values ? this.#valuesButton(field, unfolded !== undefined, language) : nothing}
          </ul>`
        : nothing
    }
    ${unfolded ? this.#values(field, unfolded, language) : nothing}`;
  }

  #values(field: Field, unfolded: Unfolded, language: Language): TemplateResult | undefined {
    return this.unfolder?.valueTree(
      field,
      unfolded,
      {
        onUnfold: (next, focus) => void this.#unfold(field.id, next, focus),
        onChoose: (member, event) =>
          send(this, { kind: 'menu', menu: { kind: 'member', dimension: field.id, member } }, event),
      },
      language,
    );
  }

  #valuesButton(field: Field, open: boolean, language: Language): TemplateResult {
    return html`<li>
      <button
        class="item level"
        type="button"
        data-key="values ${field.id}"
        aria-expanded=${String(open)}
        @click=${() => this.#showValues(field, !open)}
      >
        <span>${texts[language].showValues}</span><span class="twister">${icon('chevron-right')}</span>
      </button>
    </li>`;
  }

  #moreHits(field: Field, next: string, left: number, language: Language): TemplateResult {
    const listed = (this.listed.get(field.id) ?? HITS_AT_ONCE) + MORE_HITS;
    return html`<li>
      <button
        class="item level"
        type="button"
        data-key="hits ${field.id}"
        @click=${() => {
          this.listed = new Map(this.listed).set(field.id, listed);
          void this.#focus(`${field.id} = ${next}`);
        }}
      >
        <span>${fill(texts[language].showMore, { count: formatNumber(left, language) })}</span>
      </button>
    </li>`;
  }

  #fold(group: string, fold: boolean): void {
    if (this.search.trim() !== '') return;
    const folded = new Set(this.folded);
    if (fold) folded.add(group);
    else folded.delete(group);
    this.folded = folded;
  }

  #declare(field: string | null): void {
    this.described = field;
    void this.#load();
  }

  /** A page that has lost its connection may not get it: the next attempt asks again. */
  async #load(): Promise<void> {
    this.unfolder ??= await import('./unfolded/unfolded.ts').catch(() => null);
  }

  #showValues(field: Field, show: boolean): void {
    void this.#load();
    const unfolded = new Map(this.unfolded);
    if (show) unfolded.set(field.id, NOTHING_UNFOLDED);
    else unfolded.delete(field.id);
    this.unfolded = unfolded;
    if (show && field.standing !== 'here') send(this, { kind: 'load-members', dimension: field.id });
  }

  async #unfold(field: string, next: Unfolded, focus: string | null): Promise<void> {
    this.unfolded = new Map(this.unfolded).set(field, next);
    if (focus !== null) await this.#focus(focus);
  }

  async #focus(key: string): Promise<void> {
    await this.updateComplete;
    this.#roving.focus(key);
  }

  readonly #onSearch = (): void => {
    this.search = this.input.value;
    this.refused = false;
    this.listed = new Map();
    if (this.search.trim().length > 1) send(this, { kind: 'search-members' });
    this.#sayHits();
  };

  /** Told once the typing pauses: every key by itself would only be noise. */
  #sayHits(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { language } = this.#language;
      this.said = this.#hitWords(findFields(this.fields, this.search, language), language);
    }, PAUSE);
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    this.refused = looksLikeCpr(event.clipboardData?.getData('text') ?? '');
    if (!this.refused) return;
    event.preventDefault();
    this.said = texts[this.#language.language].likePerson;
  };

  /** A letter on a field is the beginning of a search; escape ends one. Arrows sideways open what has something below it. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
    if (event.target === this.input) {
      if (event.key !== 'Escape' || this.search === '') return;
      event.preventDefault();
      this.input.value = '';
      this.#onSearch();
    } else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      this.input.focus();
    } else {
      this.#openSideways(event, event.target);
    }
  };

  #openSideways(event: KeyboardEvent, target: HTMLElement): void {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const open = event.key === 'ArrowRight';
    const field = this.fields.find(({ id }) => id === target.dataset['key']);
    if (field?.kind === 'dimension') this.#showValues(field, open);
    else if (target.ariaExpanded === String(!open) && target.role !== 'treeitem') target.click();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-field-list': DatakubeFieldList;
  }
}
