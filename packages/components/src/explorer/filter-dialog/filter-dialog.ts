import type { Language, MemberEntry } from '@datakube/contract';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller.ts';
import { RovingController } from '../../controllers/roving-controller.ts';
import { ThemeController } from '../../controllers/theme-controller.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { FloatController } from '../../menu/float-controller.ts';
import { CONTRACT, type FilterField } from '../../state/index.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { floating } from '../../styles/floating.ts';
import { foldable } from '../../styles/foldable.ts';
import { ActionEvent, change } from '../action.ts';
import { ancestorsOf, DRAWN_AT_ONCE } from '../members/hierarchy.ts';
import { marks } from '../members/marked.ts';
import { isList, looksLikeCpr, readPasted } from '../members/pasted-members.ts';
import { ticked, tickable, turnedRound, withMembers, withoutMembers, type Scope } from './choosing.ts';
import type { FilterChoice } from './filter-choice.ts';
import { styles } from './filter-dialog.styles.ts';
import { texts } from './filter-dialog.texts.ts';
import {
  atLevel,
  byWay,
  draftOf,
  keptNow,
  membersAt,
  outcomeOf,
  treeOf,
  type FilterDraft,
  type Outcome,
} from './filter-draft.ts';
import { foundMembers, LISTED_AT_ONCE, memberList } from './member-list.ts';
import { keyOf, linesOf, memberTree, type MemberTreeView } from './member-tree.ts';
import { latestChoice, rangeChoice } from './time-choice.ts';

/**
 * Chooses what is kept of a dimension: members of a level, of a grouping or of all levels in a tree, a range,
 * or the latest. Nothing changes before "Vis".
 */
export class DatakubeFilterDialog extends LitElement {
  static override styles = [base, controls, floating, foldable, marks, styles];

  @property({ attribute: false }) choice: FilterChoice | null = null;
  @property({ attribute: false }) members: readonly MemberEntry[] = [];
  @property({ type: Boolean }) failed = false;
  /** Says what the table would become with a choice: its size, or that it cannot be had. */
  @property({ attribute: false }) preview: ((field: FilterField, instead: boolean) => string | null) | null =
    null;

  @state() private draft: FilterDraft | null = null;
  @state() private search = '';
  @state() private message = '';
  @state() private listed = LISTED_AT_ONCE;
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private drawn: ReadonlyMap<string, number> = new Map();

  @query('[popover]') private readonly popup!: HTMLElement;
  readonly #float = new FloatController(this, () => this.popup);
  readonly #language = new LanguageController(this);
  readonly #roving: RovingController;

  constructor() {
    super();
    new ThemeController(this);
    this.#roving = new RovingController(this, '.tick', 'vertical');
  }

  /** Opens beside a control, with the members that are there. */
  async open(anchor: HTMLElement, choice: FilterChoice): Promise<void> {
    this.choice = choice;
    this.draft = draftOf(choice, this.members);
    this.search = '';
    this.message = '';
    this.listed = LISTED_AT_ONCE;
    this.#unfoldChosen(choice);
    this.drawn = new Map();
    await this.updateComplete;
    this.#float.open(anchor);
    (this.popup.querySelector<HTMLElement>('.input') ?? this.popup.querySelector('button'))?.focus();
  }

  override render(): TemplateResult {
    const { choice, draft } = this;
    const { language } = this.#language;
    return html`<div
      class="floating dialog"
      part="filter-dialog"
      role="dialog"
      popover="auto"
      aria-label=${fill(texts[language].title, { name: choice?.name ?? '' })}
      @toggle=${this.#float.onToggle}
    >
      ${
        choice && draft
          ? html`<form novalidate @submit=${this.#onSubmit} @keydown=${this.#onKeydown}>
              ${this.#content(choice, draft, language)}
            </form>`
          : nothing
      }
    </div>`;
  }

  #content(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const text = texts[language];
    const outcome = outcomeOf(draft, choice, this.members);
    const preview = outcome.kind === 'field' ? this.preview?.(outcome.field, choice.instead) : null;
    return html`${choice.ways.length > 1 ? this.#ways(choice, draft, language) : nothing}
      ${draft.way === 'members' ? this.#searchField(choice, language) : nothing}
      ${this.#levels(choice, draft, language)}
      ${this.failed ? html`<p class="hint" role="status">${text.failed}</p>` : this.#body(choice, draft, language)}
      <p class="message" role="status">${this.message || this.#reason(outcome, language)}</p>
      ${preview ? html`<p class="preview" role="status">${preview}</p>` : nothing}
      <div class="acts">
        <button class="button quiet small" type="button" @click=${() => this.#float.close()}>
          ${text.cancel}
        </button>
        <button
          class="button primary small"
          type="submit"
          aria-disabled=${outcome.kind === 'field' ? nothing : 'true'}
        >
          ${text.show}
        </button>
      </div>`;
  }

  #ways(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const text = texts[language];
    return this.#segments(
      text.way,
      choice.ways.map((way) => ({ id: way, name: text[way] })),
      draft.way,
      (way) => this.#change((now) => byWay(now, way, choice)),
    );
  }

  #levels(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult | typeof nothing {
    const text = texts[language];
    const plain = choice.levels.filter(({ kind }) => kind === 'level');
    const byMember = draft.way === 'members';
    const levels: readonly { id: string | null; name: string }[] = [
      ...(byMember ? choice.levels : plain),
      ...(byMember && plain.length > 1 ? [{ id: null, name: text.allLevels }] : []),
    ];
    if (levels.length < 2) return nothing;
    return this.#segments(text.level, levels, draft.level, (level) => {
      this.listed = LISTED_AT_ONCE;
      this.#change((now) => atLevel(now, level, choice, this.members));
      this.#unfoldChosen(choice);
    });
  }

  #segments<T extends string | null>(
    label: string,
    segments: readonly { readonly id: T; readonly name: string }[],
    present: T,
    onChoose: (id: T) => void,
  ): TemplateResult {
    return html`<div class="segments" role="group" aria-label=${label}>
      ${segments.map(
        ({ id, name }) =>
          html`<button
            class="button small"
            type="button"
            aria-pressed=${String(id === present)}
            @click=${() => onChoose(id)}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }

  #searchField(choice: FilterChoice, language: Language): TemplateResult {
    const text = texts[language];
    const label = fill(text.searchIn, { name: choice.name.toLocaleLowerCase(language) });
    return html`<input
      class="input"
      type="search"
      aria-label=${label}
      aria-description=${choice.notAdditive === null ? text.pasteHint : nothing}
      placeholder=${label}
      .value=${this.search}
      @input=${this.#onSearch}
      @paste=${this.#onPaste}
    />`;
  }

  #body(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const onChange = (part: Partial<FilterDraft>): void => this.#change((now) => ({ ...now, ...part }));
    switch (draft.way) {
      case 'range':
        return html`${rangeChoice(draft, this.members, choice.ways.includes('latest'), onChange, language)}
        ${this.#keptNow(choice, draft, language)}`;
      case 'latest':
        return html`${latestChoice(draft, choice, this.members, onChange, language)}
        ${this.#keptNow(choice, draft, language)}`;
      case 'members':
        return html`${this.#bulk(choice, draft, language)}
        ${draft.level === null ? this.#tree(choice, draft, language) : this.#list(choice, draft, language)}`;
    }
  }

  /** What a range or the latest is at this moment, and that it moves on. */
  #keptNow(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult | typeof nothing {
    const text = texts[language];
    const kept = keptNow(draft, this.members);
    const [first, last] = [kept.at(0), kept.at(-1)];
    if (!first || !last) return nothing;
    const [from, to] = [first.name[language], last.name[language]];
    const names = from === to ? from : fill(text.span, { from, to });
    const moves = choice.ways.includes('latest') && (draft.way === 'latest' || draft.to === null);
    return html`<p class="hint now">
      ${fill(text.now, { members: names })} ${moves ? text.movesOn : nothing}
    </p>`;
  }

  #bulk(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const text = texts[language];
    if (choice.notAdditive !== null) {
      const measure = choice.notAdditive.toLocaleLowerCase(language);
      return html`<p class="hint">${fill(text.oneOnly, { measure })}</p>`;
    }
    const chosen = formatNumber(draft.chosen.size, language);
    const count = formatNumber(membersAt(this.members, draft.level).length, language);
    const scope = this.#scope(choice);
    const found = (now: FilterDraft): readonly MemberEntry[] => tickable(now, scope, this.search, language);
    const button = (words: string, next: (now: FilterDraft) => FilterDraft, hint?: string): TemplateResult =>
      html`<button
        class="button quiet small"
        type="button"
        title=${hint ?? nothing}
        @click=${() => this.#change(next)}
      >
        ${words}
      </button>`;
    return html`<div class="bulk">
      <span class="hint" role="status"
        >${fill(draft.level === null ? text.chosen : text.chosenOf, { chosen, count })}</span
      >
      ${button(text.all, (now) => withMembers(now, scope, found(now)))}
      ${button(text.none, (now) => withoutMembers(now, scope, found(now)))}
      ${button(text.invert, (now) => turnedRound(now, scope), text.invertHint)}
    </div>`;
  }

  #list(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const members = foundMembers(membersAt(this.members, draft.level), this.search, language);
    if (members.length === 0) return html`<p class="hint" role="status">${texts[language].noMember}</p>`;
    const single = choice.notAdditive !== null;
    const { search: words, listed } = this;
    return memberList(
      { label: choice.name, members, chosen: draft.chosen, single, words, listed },
      (code, on) => this.#change((now) => ticked(now, this.#scope(choice), code, on)),
      () => {
        this.listed += LISTED_AT_ONCE;
        void this.#focus(members[listed]?.code);
      },
      language,
    );
  }

  #tree(choice: FilterChoice, draft: FilterDraft, language: Language): TemplateResult {
    const single = choice.notAdditive !== null;
    const hierarchy = treeOf(choice, this.members);
    const { opened: open, drawn, search: words } = this;
    const view: MemberTreeView = {
      label: choice.name,
      hierarchy,
      chosen: draft.chosen,
      single,
      words,
      open,
      drawn,
    };
    if (linesOf(view, language).length === 0)
      return html`<p class="hint" role="status">${texts[language].noMember}</p>`;
    return memberTree(
      view,
      {
        onToggle: (code) => this.#change((now) => ticked(now, this.#scope(choice), code, true)),
        onOpen: (code, isOpen) => {
          const others = [...open].filter((other) => other !== code);
          this.opened = new Set(isOpen ? [...others, code] : others);
        },
        onMore: (parent, at) => {
          const now = drawn.get(parent ?? '') ?? DRAWN_AT_ONCE;
          this.drawn = new Map(drawn).set(parent ?? '', now + LISTED_AT_ONCE);
          const row = linesOf({ ...view, drawn: this.drawn }, language)[at];
          void this.#focus(row && keyOf(row));
        },
      },
      language,
    );
  }

  #scope(choice: FilterChoice): Scope {
    return { choice, members: this.members };
  }

  /** What is chosen deep in the tree is seen at once. */
  #unfoldChosen(choice: FilterChoice): void {
    const tree = treeOf(choice, this.members);
    this.opened = new Set([...(this.draft?.chosen ?? [])].flatMap((code) => ancestorsOf(tree, code)));
  }

  #reason(outcome: Outcome, language: Language): string {
    const text = texts[language];
    switch (outcome.kind) {
      case 'field':
      case 'nothing':
        return '';
      case 'backwards':
        return text.backwards;
      case 'too-many':
        return fill(text.tooMany, { count: formatNumber(CONTRACT.members, language) });
    }
  }

  /** Several may come before the next drawing: each begins where the one before ended. */
  #change(next: (draft: FilterDraft) => FilterDraft): void {
    if (this.draft) this.draft = next(this.draft);
    this.message = '';
  }

  async #focus(key: string | undefined): Promise<void> {
    await this.updateComplete;
    if (key !== undefined) this.#roving.focus(key);
  }

  readonly #onSearch = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.listed = LISTED_AT_ONCE;
    this.message = '';
  };

  /** A list of codes or names is chosen at once. What looks like numbers of persons goes nowhere. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const { choice, draft } = this;
    const pasted = event.clipboardData?.getData('text') ?? '';
    const { language } = this.#language;
    const text = texts[language];
    if (looksLikeCpr(pasted)) {
      event.preventDefault();
      this.message = text.likePerson;
      return;
    }
    if (!choice || !draft || choice.notAdditive !== null || !isList(pasted)) return;
    event.preventDefault();
    const scope = this.#scope(choice);
    const within =
      draft.level === null
        ? [...treeOf(choice, this.members).members.values()]
        : membersAt(this.members, draft.level);
    const read = readPasted(pasted, within);
    if (read.kind === 'refused') return;
    this.#change((now) => withMembers(now, scope, read.members));
    const known = fill(text.recognised, { count: formatNumber(read.members.length, language) });
    const unknown = fill(text.unknown, { count: formatNumber(read.unknown, language) });
    this.message = read.unknown > 0 ? `${known} ${unknown}` : known;
  };

  /** Enter shows from a line of the tree too, which is no field of the form. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return;
    if (event.target.role !== 'treeitem') return;
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { choice, draft } = this;
    if (!choice || !draft) return;
    const outcome = outcomeOf(draft, choice, this.members);
    if (outcome.kind !== 'field') return;
    const { anchor } = this.#float;
    this.#float.close();
    anchor?.focus();
    const command = { kind: 'filter', field: outcome.field, instead: choice.instead } as const;
    this.dispatchEvent(new ActionEvent(change(command), anchor));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'datakube-filter-dialog': DatakubeFilterDialog;
  }
}
