import type { Capabilities, CellSet, Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChartGeometry } from '../../chart/geometry/chart-geometry.ts';
import type { Answer } from '../../controllers/query-controller.ts';
import { icon } from '../../icons/icon.ts';
import type { MenuScene } from '../menus/menu-scene.ts';
import type { PanelState } from '../state-panel/panel-state.ts';
import { noticesOf, panelOf, type Circumstances } from './panels.ts';
import type { TableView } from './table-view.ts';

type Own = Capabilities['user']['own'];

/** What an element gives its chart. */
export interface ChartDress {
  /** What it is called, where that stands above it already. Empty: it says itself which measure it shows. */
  readonly heading: string;
  readonly geometry: ChartGeometry | null;
  readonly geometryKey: string;
}

/** The table or chart, and what has to be said about it. The elements stay while a panel covers them. */
export function answerView(
  at: Circumstances,
  view: TableView | null,
  own: Own,
  dress: ChartDress,
  language: Language,
): TemplateResult {
  const { scene, answer } = at;
  const panel = panelOf(at);
  const shown = scene !== null && answer !== null && (panel === null || panel.bar);
  const since = answer?.at ?? null;
  return html`${noticesOf(at).map((notice) => statePanel(notice, true, since, at.steady))}
  ${panel ? statePanel(panel.state, panel.bar, panel.bar ? since : null, at.steady) : nothing}
  ${shown ? notes(answer.cells, language) : nothing}
  ${scene && answer && view ? drawing(scene, answer, view, own, shown, dress, at.steady) : nothing}`;
}

function statePanel(state: PanelState, bar: boolean, since: Date | null, steady: boolean): TemplateResult {
  return html`<datakube-state-panel
    .state=${state}
    .bar=${bar}
    .shownSince=${since}
    .steady=${steady}
  ></datakube-state-panel>`;
}

function drawing(
  { state, cube }: MenuScene,
  { cells }: Answer,
  view: TableView,
  own: Own,
  shown: boolean,
  { heading, geometry, geometryKey }: ChartDress,
  alone: boolean,
): TemplateResult {
  const table = state.view === 'table';
  // What the user does in the table changes its properties before it changes the state.
  return html`<div class="print"></div>
    <datakube-pivot-table
      class="answer"
      ?without-source=${!alone}
      ?hidden=${!shown || !table}
      .cellSet=${cells}
      .measureInfo=${view.measureInfo}
      .dimensionInfo=${cube.dimensions}
      .sort=${live(state.sort)}
      .collapsed=${live(state.collapsed)}
      .labels=${state.look.labels}
      .totals=${view.totals}
      .subtotals=${view.subtotals}
      .shading=${state.look.shading}
      .decimals=${state.look.decimals}
      .sparklines=${state.look.sparklines}
      .openable=${view.openable}
      .offers=${view.offers}
      .own=${own}
    ></datakube-pivot-table>
    ${
      table
        ? nothing
        : html`<datakube-chart
            class="answer chart ${heading ? 'titled' : ''}"
            ?hidden=${!shown}
            .cellSet=${cells}
            .cube=${view.cube}
            .type=${live(state.chart)}
            .own=${own}
            .heading=${heading}
            .geometry=${geometry}
            .geometryKey=${geometryKey}
            .references=${view.references}
            ?without-type-menu=${!alone}
          ></datakube-chart>`
    }`;
}

/** Remarks on the whole table. Those on a member or a measure are footnotes of the table. */
function notes({ notes: remarks }: CellSet, language: Language): TemplateResult | typeof nothing {
  const general = remarks.filter(({ about }) => about === undefined);
  if (general.length === 0) return nothing;
  return html`<ul class="notes" part="notes">
    ${general.map(({ text }) => html`<li>${icon('information')}<span>${text[language]}</span></li>`)}
  </ul>`;
}
