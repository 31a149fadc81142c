import { html, type TemplateResult } from 'lit';
import type { CellSet } from '@datakube/contract';
import { formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Layout } from '../pivot/layout.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';
import type { TableInfo } from './table-info.ts';

/** Where the table is drawn, and the samples it is measured by. Nothing of it changes once it is there. */
export function tableRegion(
  label: string,
  loading: boolean,
  hidden: boolean,
  onScroll: () => void,
): TemplateResult {
  return html`
    <div class="scroller" part="scroller" ?hidden=${hidden} @scroll=${onScroll}>
      <div
        class="grid"
        part="grid"
        role="grid"
        aria-multiselectable="true"
        aria-label=${label}
        aria-busy=${loading ? 'true' : 'false'}
      >
        <div class="head" role="rowgroup"></div>
        <div class="body" role="rowgroup"></div>
        <div class="marquee" aria-hidden="true" hidden></div>
      </div>
      <div class="probe" aria-hidden="true">
        <span class="strong">0000000000</span><span class="mark">0000000000</span>
        <div class="track"></div>
        <div class="stub-width"></div>
        <div class="indent"></div>
      </div>
    </div>
  `;
}

/** Newer numbers are ready; the table shows those of an older release. */
export function staleNotice({ release }: CellSet, texts: PivotTableTexts): TemplateResult {
  return html`<div class="notice" part="notice">
    <span>${fill(texts.stale, { release: formatRelease(release) })}</span><slot name="stale"></slot>
  </div>`;
}

/** Stands where the table will be when numbers take longer than a moment. */
export function skeleton(texts: PivotTableTexts): TemplateResult {
  return html`<div class="skeleton" part="skeleton" role="status" tabindex="-1">
    <span class="visually-hidden">${texts.loading}</span><i></i><i></i><i></i>
  </div>`;
}

/** The accessible name of the table: what is counted, by what. */
export function tableLabel(layout: Layout, texts: PivotTableTexts, info: TableInfo): string {
  const join = (words: readonly string[]): string =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${texts.and}${words.at(-1)!}`;
  const measures = join(layout.measures.map((measure) => info.measureName(measure)));
  const dimensions = [...layout.rows.axis.dimensions, ...layout.columns.axis.dimensions];
  if (dimensions.length === 0) return fill(texts.labelAlone, { measures });
  const names = dimensions.map(({ dimension }) => info.dimensionName(dimension));
  return fill(texts.label, { measures, dimensions: join(names) });
}
