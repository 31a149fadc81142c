import type { Language } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import { texts } from './chart.texts.ts';

/** In the place of a chart whose parts are not here yet, or could not be had. */
export function waitingTemplate(failed: boolean, again: () => void, language: Language): TemplateResult {
  const text = texts[language];
  return html`<div class="frame" role="status">
    ${
      failed
        ? html`<p>${text.failed}</p>
            <button type="button" class="button small" @click=${again}>${text.again}</button>`
        : html`<p class="visually-hidden">${text.loading}</p>`
    }
  </div>`;
}
