import type { Language, MemberEntry } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/icon.ts';
import { searchFor } from '../../localisation/find-text.ts';
import { formatNumber } from '../../localisation/format.ts';
import { fill } from '../../localisation/texts.ts';
import type { FilterField } from '../../state/index.ts';
import { change, send, type Action } from '../action.ts';
import { marked } from '../members/marked.ts';
import type { Field, FieldLevel } from './field.ts';
import { texts } from './field-list.texts.ts';

/** A level or grouping below its field: how many members it has, and a bar where it is in use. */
export function levelRow(
  part: HTMLElement,
  field: Field,
  level: FieldLevel,
  words: string,
  language: Language,
): TemplateResult {
  const { obstacle, outside } = level;
  const remark = obstacle ?? outside;
  const onAxis = field.zones.includes('rows') || field.zones.includes('columns');
  const action: Action =
    obstacle === null && onAxis
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
      @click=${(event: Event) => send(part, action, event)}
    >
      <span>${marked(level.name, words)}</span>
      ${obstacle === null ? nothing : icon('lock')}${outside ? icon('information') : nothing}<span
        class="count"
        >${formatNumber(level.members, language)}</span
      >
    </button>
  </li>`;
}

/** A member that a search found: what it is called, where it belongs, and a way to keep it alone. */
export function hitRow(
  part: HTMLElement,
  field: Field,
  member: MemberEntry,
  words: string,
  language: Language,
): TemplateResult {
  const { code, name } = member;
  const level = field.levels.find(({ id }) => id === member.level);
  const offered = level?.obstacle === null;
  const kept: FilterField = {
    dimension: field.id,
    level: member.level,
    keep: { kind: 'members', members: [code] },
  };
  const action: Action = offered
    ? change({ kind: 'filter', field: kept, instead: false })
    : { kind: 'field-menu', zone: null, id: field.id };
  const byCode = !searchFor(words).holds(name[language]);
  return html`<li>
    <button
      class="item level hit ${offered ? '' : 'barred'}"
      type="button"
      data-key="${field.id} = ${code}"
      aria-description=${level?.obstacle ?? nothing}
      @click=${(event: Event) => send(part, action, event)}
    >
      <span
        ><span>${marked(name[language], words)}</span>${
          byCode ? html` <span class="code">${marked(code, words)}</span>` : nothing
        } <span class="within">${placeOf(field, member, language)}</span></span
      >${icon(offered ? 'filter' : 'lock')}
    </button>
  </li>`;
}

/** The level of a member and what it lies in: `Kommune i Region Nordjylland`. */
function placeOf(field: Field, { level, parent }: MemberEntry, language: Language): string {
  const name = field.levels.find(({ id }) => id === level)?.name ?? '';
  const above = parent === null ? undefined : field.members.find(({ code }) => code === parent);
  return above ? fill(texts[language].within, { level: name, parent: above.name[language] }) : name;
}
