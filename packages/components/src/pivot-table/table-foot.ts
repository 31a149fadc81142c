import { html, nothing, type TemplateResult } from 'lit';
import type { CellSet, Language, Status } from '@datakube/contract';
import { whyButton } from '../explanation/why-button.ts';
import { formatNumber, formatRelease } from '../localisation/format.ts';
import { fill } from '../localisation/texts.ts';
import type { Layout } from '../pivot/layout.ts';
import { isBlock, selectedColumns, selectedRows, type Selection } from '../pivot/selection.ts';
import type { Annotations } from './annotations.ts';
import type { PivotTableTexts } from './pivot-table.texts.ts';

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
