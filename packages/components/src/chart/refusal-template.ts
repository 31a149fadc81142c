import type { Misfit } from '@datakube/charts';
import type { Language } from '@datakube/contract';
import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { fill } from '../localisation/texts.ts';
import { texts } from './chart.texts.ts';

/** In the place of a chart that would mislead: why, and the ways on. */
export function refusalTemplate(
  { text, better }: Misfit,
  language: Language,
  ways: { readonly instead: () => void; readonly table: () => void },
): TemplateResult {
  const words = texts[language];
  const name = words[better].toLocaleLowerCase(language);
  return html`<div class="refusal">
    <p class="strong">${icon('information')}${words.misleads}</p>
    <p>${text[language]}</p>
    <p class="ways">
      <button type="button" class="button small primary instead" @click=${ways.instead}>
        ${fill(words.showInstead, { name })}
      </button>
      <button type="button" class="button small" @click=${ways.table}>${words.showTable}</button>
    </p>
  </div>`;
}
