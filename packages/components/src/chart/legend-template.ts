import type { LegendEntry } from '@datakube/charts';
import { html, nothing, type TemplateResult } from 'lit';

/** The marks of a chart that must be explained. The one for what is hidden leads on to why. */
export function legendTemplate(entries: readonly LegendEntry[], why: TemplateResult): TemplateResult {
  return html`<ul class="legend">
    ${entries.map(
      ({ kind, text }) =>
        html`<li>
          ${LETTERS.has(kind) ? nothing : html`<span class="swatch ${kind}"></span>`}${text}
          ${kind === 'hidden' ? why : nothing}
        </li>`,
    )}
  </ul>`;
}

/** What is explained by the letter its words begin with, and needs no other mark. */
export const LETTERS: ReadonlySet<string> = new Set(['break', 'provisional', 'unreliable', 'annotation']);
