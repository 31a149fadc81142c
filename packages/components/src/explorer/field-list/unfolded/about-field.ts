import type { Language } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import type { Field } from '../field.ts';
import { factsOf } from './declared.ts';

/** What is declared of a field, where its information button opens it. */
export function aboutField({ description, declared }: Field, language: Language): TemplateResult {
  return html`<div class="note" part="field-note">
    <p>${description}</p>
    <dl>
      ${factsOf(declared, language).map(
        ({ term, texts }) =>
          html`<dt>${term}</dt>
            ${texts.map((text) => html`<dd>${text}</dd>`)}`,
      )}
    </dl>
  </div>`;
}
