import { html, nothing, type TemplateResult } from 'lit';
import type { CellSet, Language, Status } from '@datakube/contract';
import { whyButton } from '../explanation/why-button.ts';
import { formatNumber, formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Layout } from '../pivot/layout.ts';
import { isBlock, selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
import type { Annotations } from './annotations.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';
import type { TableInfo } from './table-info.ts';

/**
 * The marks below the table: those that occur in it, and no others; then what is to be known of single members.
 * `onWhy` explains what is hidden.
 */
export function legend(
  statuses: readonly Status[],
  texts: PivotTableTexts,
  annotations: Annotations | null,
  onWhy: (event: Event) => void,
): TemplateResult {
  const entries = statuses
    .map((status) => legendEntry(status, texts, onWhy))
    .filter((entry) => entry !== nothing);
  const { legend = [], footnotes = nothing } = annotations ?? {};
  return html`${
    entries.length + legend.length > 0
      ? html`<ul class="legend" part="legend" aria-label=${texts.marks}>
          ${entries}${legend}
        </ul>`
      : nothing
  }${footnotes}`;
}

function legendEntry(
  status: Status,
  texts: PivotTableTexts,
  onWhy: (event: Event) => void,
): TemplateResult | typeof nothing {
  switch (status) {
    case 'published':
      return nothing;
    case 'suppressed':
      return html`<li>
        <span class="swatch"></span>${texts.suppressedMark} ${texts.suppressedLegend}
        ${whyButton(texts.why, onWhy)}
      </li>`;
    case 'missing':
      return html`<li>${texts.missingMark} ${texts.missingLegend}</li>`;
    case 'not-applicable':
      return html`<li>${texts.notApplicableMark} ${texts.notApplicableLegend}</li>`;
    case 'rounded':
      return html`<li>≈ ${texts.roundedLegend}</li>`;
    case 'perturbed':
      return html`<li>≈ ${texts.perturbedLegend}</li>`;
  }
}

/**
 * Size of the table, whether values are hidden, what is selected; and where the numbers come from.
 *
 * @param copied what became of copying that
 * @param withoutSource of where they come from only the release, where the page tells the rest
 */
export function statusLine(
  layout: Layout,
  statuses: readonly Status[],
  selection: Selection | null,
  copied: string,
  withoutSource: boolean,
  texts: PivotTableTexts,
  language: Language,
): TemplateResult {
  const count = (value: number): string => formatNumber(value, language);
  const size = fill(texts.size, { rows: count(layout.rowCount), columns: count(layout.columnCount) });
  return html`<div class="status" part="status">
    <p role="status">
      <span>${size}</span>
      ${statuses.includes('suppressed') ? html`<span>${texts.someHidden}</span>` : nothing}
      ${selection && isBlock(selection) ? html`<span>${selectionSize(selection, texts, count)}</span>` : nothing}
      ${copied ? html`<span>${copied}</span>` : nothing}
    </p>
    ${withoutSource ? released(layout.cellSet, texts) : provenance(layout.cellSet, texts, language)}
  </div>`;
}

function selectionSize(
  selection: Selection,
  texts: PivotTableTexts,
  count: (value: number) => string,
): string {
  const rows = selectedRows(selection);
  const columns = selectedColumns(selection);
  return fill(texts.selected, {
    rows: count(rows.end - rows.first),
    columns: count(columns.end - columns.first),
  });
}

function released({ release }: CellSet, texts: PivotTableTexts): TemplateResult {
  return html`<p class="provenance">${fill(texts.release, { release: formatRelease(release) })}</p>`;
}

function provenance(cellSet: CellSet, texts: PivotTableTexts, language: Language): TemplateResult {
  const sources = cellSet.declaration.sources.map(({ name }) => name[language]).join(', ');
  return html`<p class="provenance">
    <span>${fill(texts.source, { sources })}</span>
    <span>${fill(texts.release, { release: formatRelease(cellSet.release) })}</span>
    ${cellSet.synthetic ? html`<span class="tag">${texts.synthetic}</span>` : nothing}
  </p>`;
}

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
