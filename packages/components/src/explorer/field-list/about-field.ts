import { html, type TemplateResult } from 'lit';
import type { Field } from './field.ts';

/** What is declared of a field, where its information button opens it. */
export function aboutField({ description, facts }: Field): TemplateResult {
  return html`<div class="note" part="field-note">
    <p>${description}</p>
    <dl>
      ${facts.map(
        ({ term, texts }) =>
          html`<dt>${term}</dt>
            ${texts.map((text) => html`<dd>${text}</dd>`)}`,
      )}
    </dl>
  </div>`;
}
