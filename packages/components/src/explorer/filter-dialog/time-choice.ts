import type { Language, MemberEntry } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import type { FilterChoice } from './filter-choice.ts';
import { membersAt, type FilterDraft } from './filter-draft.ts';
import { texts } from './filter-dialog.texts.ts';

/** How many of the latest are kept: a window that moves on with each release. */
export function latestChoice(
  draft: FilterDraft,
  choice: FilterChoice,
  members: readonly MemberEntry[],
  onChange: (change: Partial<FilterDraft>) => void,
  language: Language,
): TemplateResult {
  const text = texts[language];
  const all = membersAt(members, draft.level).length;
  const level = choice.levels.find(({ id }) => id === draft.level)?.name ?? '';
  if (choice.notAdditive !== null) {
    const measure = choice.notAdditive.toLocaleLowerCase(language);
    return html`<p class="hint">${fill(text.latestOnly, { measure })}</p>`;
  }
  return html`<label class="line-up"
    ><span>${text.latestCount}</span
    ><input
      class="input"
      type="number"
      inputmode="numeric"
      min="1"
      max=${all}
      .value=${Number.isNaN(draft.count) ? '' : String(draft.count)}
      @input=${(event: Event) => onChange({ count: (event.target as HTMLInputElement).valueAsNumber })}
    /><span class="hint"
      >${fill(text.latestOf, {
        count: formatNumber(all, language),
        level: level.toLocaleLowerCase(language),
      })}</span
    ></label
  >`;
}

/** The ends of a range, each of which may be open. */
export function rangeChoice(
  draft: FilterDraft,
  members: readonly MemberEntry[],
  isTime: boolean,
  onChange: (change: Partial<FilterDraft>) => void,
  language: Language,
): TemplateResult {
  const text = texts[language];
  const at = membersAt(members, draft.level);
  const end = (name: 'from' | 'to', open: string): TemplateResult =>
    html`<label class="line-up"
      ><span>${text[name]}</span
      ><select
        class="input"
        @change=${(event: Event) => onChange({ [name]: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" ?selected=${draft[name] === null}>${open}</option>
        ${at.map(
          (member) =>
            html`<option value=${member.code} ?selected=${member.code === draft[name]}>
              ${member.name[language]}
            </option>`,
        )}
      </select></label
    >`;
  return html`<div class="ends">
    ${end('from', text.fromFirst)} ${end('to', isTime ? text.toNewest : text.toLast)}
  </div>`;
}
