import type { Language, MemberEntry } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../../icons/icon.ts';
import { searchKey } from '../../../localisation/find-text.ts';
import { formatNumber } from '../../../localisation/format.ts';
import { fill } from '../../../localisation/texts.ts';
import { DRAWN_AT_ONCE, hierarchyOf, treeRows, type TreeRow } from '../../members/hierarchy.ts';
import { stepSideways } from '../../members/tree-keys.ts';
import type { Field } from '../field.ts';
import { texts as shared } from '../field-list.texts.ts';
import { texts } from './unfolded.texts.ts';

/** What of the values of a field is unfolded. */
export interface Unfolded {
  readonly open: ReadonlySet<string>;
  readonly drawn: ReadonlyMap<string, number>;
}

export interface ValueHandlers {
  readonly onUnfold: (unfolded: Unfolded, focus: string | null) => void;
  readonly onChoose: (member: MemberEntry, event: Event) => void;
}

/** The members of a dimension as a tree below its field: each with a menu, drawn as far as they are unfolded. */
export function valueTree(
  field: Field,
  unfolded: Unfolded,
  { onUnfold, onChoose }: ValueHandlers,
  language: Language,
): TemplateResult {
  const text = shared[language];
  if (field.standing === 'failed') return html`<p class="remark">${text.failed}</p>`;
  if (field.standing !== 'here') return html`<p class="remark">${text.fetching}</p>`;
  const levels = field.levels.filter(({ kind }) => kind === 'level').map(({ id }) => id);
  const rows = treeRows(hierarchyOf(field.members, levels), { ...unfolded, only: null });
  const keyOf = (row: TreeRow): string =>
    row.kind === 'member' ? `${field.id} > ${row.member.code}` : `${field.id} more ${row.parent ?? ''}`;
  const toggle = (code: string, isOpen: boolean): void => {
    const open = new Set(unfolded.open);
    if (isOpen) open.add(code);
    else open.delete(code);
    onUnfold({ ...unfolded, open }, null);
  };
  const showMore = (parent: string | null, event: Event): void => {
    const drawn = unfolded.drawn.get(parent ?? '') ?? DRAWN_AT_ONCE;
    const more = new Map(unfolded.drawn).set(parent ?? '', drawn + 2 * DRAWN_AT_ONCE);
    const line = event.currentTarget as HTMLElement;
    const at = rows.findIndex((row) => keyOf(row) === line.dataset['key']);
    const next = treeRows(hierarchyOf(field.members, levels), { ...unfolded, drawn: more, only: null })[at];
    onUnfold({ ...unfolded, drawn: more }, next ? keyOf(next) : null);
  };
  return html`<div
    class="values"
    role="tree"
    aria-label=${fill(texts[language].valuesOf, { name: field.name })}
  >
    ${repeat(rows, keyOf, (row) => {
      if (row.kind === 'more') {
        // eslint-disable-next-line lit-a11y/accessible-name, lit-a11y/role-has-required-aria-attrs -- named by its text; ARIA 1.2 asks no more
        return html`<div
          class="item value"
          role="treeitem"
          aria-level=${row.depth}
          data-key=${keyOf(row)}
          @click=${(event: Event) => showMore(row.parent, event)}
          @keydown=${(event: KeyboardEvent) => press(event, () => showMore(row.parent, event))}
        >
          <span class="twister"></span
          ><span class="words">${fill(text.showMore, { count: formatNumber(row.left, language) })}</span>
        </div>`;
      }
      const { code, name } = row.member;
      const { open } = row;
      // eslint-disable-next-line lit-a11y/accessible-name, lit-a11y/role-has-required-aria-attrs -- named by its text; ARIA 1.2 asks no more
      return html`<div
        class="item value"
        role="treeitem"
        aria-level=${row.depth}
        aria-posinset=${row.place}
        aria-setsize=${row.siblings}
        aria-expanded=${open === null ? nothing : String(open)}
        aria-haspopup="menu"
        data-key=${keyOf(row)}
        @click=${(event: Event) =>
          isTwister(event) && open !== null ? toggle(code, !open) : onChoose(row.member, event)}
        @keydown=${(event: KeyboardEvent) => {
          stepSideways(event, (isOpen) => toggle(code, isOpen));
          press(event, () => onChoose(row.member, event));
        }}
      >
        <span class="twister">${open === null ? nothing : icon('chevron-right')}</span
        ><span class="words">${name[language]}</span>${codeBeside(code, name[language])}
      </div>`;
    })}
  </div>`;
}

/** The code, where the name does not say it. */
export function codeBeside(code: string, name: string): TemplateResult | typeof nothing {
  return searchKey(name).includes(searchKey(code)) ? nothing : html`<span class="count">${code}</span>`;
}

function isTwister(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.twister') !== null;
}

/** Enter and space do what a click does. */
function press(event: KeyboardEvent, does: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  does();
}
