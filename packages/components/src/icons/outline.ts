import { html, type TemplateResult } from 'lit';

// The outlines of a table stand apart from those of the explorer, which a page with a table alone need not load.
export const chevronRight = 'M6 3.5 10.5 8 6 12.5';
export const arrowUp = 'M8 13V3M4 7l4-4 4 4';
export const more = 'M3 7.5h1v1H3zM7.5 7.5h1v1h-1zM12 7.5h1v1h-1z';

/** Draws an outline on a 16 × 16 grid with the current colour. Always hidden from assistive technology. */
export function outline(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
}
