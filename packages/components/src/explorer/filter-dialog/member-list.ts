import type { Language, MemberEntry } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { searchFor } from '../../localisation/find-text.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import { marked } from '../members/marked.ts';
import { texts } from './filter-dialog.texts.ts';

/** Members drawn at once, at most: the search leads to the others. */
export const LISTED_AT_ONCE = 200;

/** Members whose name or code holds the words; all where there are none. */
export function foundMembers(
  members: readonly MemberEntry[],
  words: string,
  language: Language,
): readonly MemberEntry[] {
  if (words.trim() === '') return members;
  const { holds } = searchFor(words);
  return members.filter(({ name, code }) => holds(name[language]) || holds(code));
}

export interface MemberListView {
  readonly label: string;
  readonly members: readonly MemberEntry[];
  readonly chosen: ReadonlySet<string>;
  /** True where one alone can be chosen. */
  readonly single: boolean;
  readonly words: string;
  readonly listed: number;
}

/** Members as a list to tick. */
export function memberList(
  { label, members, chosen, single, words, listed }: MemberListView,
  onToggle: (code: string, on: boolean) => void,
  onMore: () => void,
  language: Language,
): TemplateResult {
  const { holds } = searchFor(words);
  const left = members.length - listed;
  return html`<ul class="members" aria-label=${label}>
    ${repeat(
      members.slice(0, listed),
      ({ code }) => code,
      ({ code, name }) =>
        html`<li>
          <label class="member"
            ><input
              class="tick"
              type=${single ? 'radio' : 'checkbox'}
              name="member"
              data-key=${code}
              .checked=${chosen.has(code)}
              @change=${(event: Event) => onToggle(code, (event.target as HTMLInputElement).checked)}
            /><span
              >${marked(name[language], words)}${
                words.trim() !== '' && !holds(name[language])
                  ? html` <span class="code">${marked(code, words)}</span>`
                  : nothing
              }</span
            ></label
          >
        </li>`,
    )}
    ${
      left > 0
        ? html`<li>
            <button class="button quiet small" type="button" data-key="more" @click=${onMore}>
              ${fill(texts[language].showMore, { count: formatNumber(left, language) })}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}
