import { css, html, type CSSResult, type TemplateResult } from 'lit';
import { searchFor } from '../../localisation/find-text.ts';

/** A text with the words a search looks for marked in it. */
export function marked(text: string, words: string): string | TemplateResult {
  const found = searchFor(words).find(text);
  if (!found) return text;
  const { from, to } = found;
  return html`${text.slice(0, from)}<mark>${text.slice(from, to)}</mark>${text.slice(to)}`;
}

/** How marked words look. The line below them is seen without colours too. */
export const marks: CSSResult = css`
  mark {
    background: var(--_color-warning-subtle);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 2px;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
