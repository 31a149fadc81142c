import { html, type TemplateResult } from 'lit';

/** Stands in the legend, beside the words for hidden values, and opens the explanation of them. */
export function whyButton(words: string, onWhy: (event: Event) => void): TemplateResult {
  return html`<button class="why" type="button" aria-haspopup="dialog" @click=${onWhy}>${words}</button>`;
}
