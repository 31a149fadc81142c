import type { Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { texts } from './chart.texts.ts';

/** What the tools beside the title do. */
export interface ChartTools {
  readonly table: () => void;
  /** Opens the choice of a kind of chart; null where the page around the chart has one. */
  readonly types: ((event: Event) => void) | null;
  readonly picture: (event: Event) => void;
}

/** The tools beside the title: the table, another kind of chart, and a picture to take along. */
export function toolsTemplate(
  { table, types, picture }: ChartTools,
  language: Language,
  {
    synthetic,
    showTable,
    drawn,
  }: {
    readonly synthetic: boolean;
    readonly showTable: boolean;
    /** True where there is a drawing to make a picture of. */
    readonly drawn: boolean;
  },
): TemplateResult {
  const text = texts[language];
  const opener = (name: 'chart' | 'download', label: string, opens: (event: Event) => void): TemplateResult =>
    html`<button
      type="button"
      class="button small icon-only ${name}"
      aria-label=${label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded="false"
      @click=${opens}
    >
      ${icon(name)}
    </button>`;
  return html`<div class="tools">
    ${synthetic ? html`<span class="tag">${text.synthetic}</span>` : nothing}
    <button
      type="button"
      class="button small table"
      aria-pressed=${showTable ? 'true' : 'false'}
      @click=${table}
    >
      ${icon('table')}<span>${text.showTable}</span>
    </button>
    ${types ? opener('chart', text.chartType, types) : nothing}
    ${drawn ? opener('download', text.picture, picture) : nothing}
  </div>`;
}
