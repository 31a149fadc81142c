import type { Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../icons/icon.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { ancestorsOf, treeRows, type Hierarchy, type TreeRow, type TreeView } from '../members/hierarchy.ts';
import { marksOf, type Mark } from '../members/kept-members.ts';
import { marked } from '../members/marked.ts';
import { stepSideways } from '../members/tree-keys.ts';
import { texts } from './filter-dialog.texts.ts';
import { foundMembers } from './member-list.ts';

export interface MemberTreeView extends Omit<TreeView, 'only'> {
  readonly label: string;
  readonly hierarchy: Hierarchy;
  readonly chosen: ReadonlySet<string>;
  readonly single: boolean;
  readonly words: string;
}

export interface MemberTreeHandlers {
  readonly onToggle: (code: string) => void;
  readonly onOpen: (code: string, open: boolean) => void;
  readonly onMore: (parent: string | null, at: number) => void;
}

/** The lines of the tree as a search leaves them: what it found, and what lies above that. */
export function linesOf(view: MemberTreeView, language: Language): readonly TreeRow[] {
  const { hierarchy, words, open, drawn } = view;
  if (words.trim() === '') return treeRows(hierarchy, { open, drawn, only: null });
  const hits = foundMembers([...hierarchy.members.values()], words, language).map(({ code }) => code);
  const above = new Set(hits.flatMap((code) => ancestorsOf(hierarchy, code)));
  return treeRows(hierarchy, { open: above, drawn, only: new Set([...hits, ...above]) });
}

const CHECKED: Readonly<Record<Mark, 'true' | 'mixed' | 'false'>> = {
  all: 'true',
  some: 'mixed',
  none: 'false',
};

/** Members of all levels as a tree to tick: a member stands for all that is below it. */
export function memberTree(
  view: MemberTreeView,
  { onToggle, onOpen, onMore }: MemberTreeHandlers,
  language: Language,
): TemplateResult {
  const { hierarchy, label, single, words } = view;
  const rows = linesOf(view, language);
  const mark = marksOf(hierarchy, view.chosen);
  const searching = words.trim() !== '';
  return html`<div class="members" role="tree" aria-label=${label} aria-multiselectable=${String(!single)}>
    ${repeat(rows, keyOf, (row, at) => {
      if (row.kind === 'more') {
        const more = (): void => onMore(row.parent, at);
        // eslint-disable-next-line lit-a11y/accessible-name, lit-a11y/role-has-required-aria-attrs -- named by its text; ARIA 1.2 asks no more
        return html`<div
          class="tick line"
          role="treeitem"
          aria-level=${row.depth}
          data-key=${keyOf(row)}
          @click=${more}
          @keydown=${(event: KeyboardEvent) => pressed(event, more)}
        >
          <span class="twister"></span>
          ${fill(texts[language].showMore, { count: formatNumber(row.left, language) })}
        </div>`;
      }
      const { code, name } = row.member;
      const open = searching && row.open === false ? null : row.open;
      const checked = single ? String(view.chosen.has(code)) : CHECKED[mark(code)];
      // eslint-disable-next-line lit-a11y/accessible-name, lit-a11y/role-has-required-aria-attrs -- named by its text; ARIA 1.2 asks no more
      return html`<div
        class="tick line"
        role="treeitem"
        aria-level=${row.depth}
        aria-posinset=${row.place}
        aria-setsize=${row.siblings}
        aria-expanded=${open === null ? nothing : String(open)}
        aria-checked=${checked}
        data-key=${code}
        @click=${(event: Event) => (open !== null && onTwister(event) ? onOpen(code, !open) : onToggle(code))}
        @keydown=${(event: KeyboardEvent) => {
          stepSideways(event, (isOpen) => onOpen(code, isOpen));
          pressed(event, () => onToggle(code));
        }}
      >
        <span class="twister">${open === null ? nothing : icon('chevron-right')}</span
        ><span class="box ${single ? 'round' : ''}"
          >${checked === 'true' && !single ? icon('check') : nothing}</span
        ><span>${marked(name[language], words)}</span>
      </div>`;
    })}
  </div>`;
}

/** The name by which a line finds its focus again. */
export function keyOf(row: TreeRow): string {
  return row.kind === 'member' ? row.member.code : `more ${row.parent ?? ''}`;
}

function onTwister(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('.twister') !== null;
}

/** Space does what a click does; enter is the form's. */
function pressed(event: KeyboardEvent, does: () => void): void {
  if (event.key !== ' ') return;
  event.preventDefault();
  does();
}
