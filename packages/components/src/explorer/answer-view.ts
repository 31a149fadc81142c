import { STATUSES, type CellSet, type Language } from '@datakube/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Progress } from '../controllers/query-controller.ts';
import { icon } from '../icons/icon.ts';
import { nameOfDimension } from '../state/index.ts';
import type { CubeProgress } from './cube-controller.ts';
import type { MenuScene } from './field-menu.ts';
import type { PanelState } from './state-panel/state-panel.ts';

/** Everything that decides what stands where the table stands. */
export interface AnswerParts {
  readonly scene: MenuScene | null;
  /** No environment is known, and none is on its way. */
  readonly homeless: boolean;
  readonly cubes: CubeProgress;
  readonly progress: Progress;
  readonly answer: Answer | null;
  readonly canUndo: boolean;
  readonly language: Language;
}

/** A panel in the table's place, or as a bar above a table that still stands. */
interface Panel {
  readonly state: PanelState;
  readonly bar: boolean;
}

/** The table or chart, and what has to be said about it. The elements stay while a panel covers them. */
export function answerView(parts: AnswerParts): TemplateResult {
  const { scene, answer } = parts;
  const panel = panelOf(parts);
  const shown = scene !== null && answer !== null && (panel === null || panel.bar);
  return html`${
    panel
      ? html`<datakube-state-panel
          .state=${panel.state}
          .bar=${panel.bar}
          .shownSince=${panel.bar ? (answer?.at ?? null) : null}
        ></datakube-state-panel>`
      : nothing
  }
  ${shown ? notes(answer.cells, parts.language) : nothing}
  ${scene && answer ? drawing(scene, answer, shown) : nothing}`;
}

function drawing({ state, cube }: MenuScene, { cells }: Answer, shown: boolean): TemplateResult {
  const table = state.view === 'table';
  return html`<datakube-pivot-table
      class="answer"
      without-source
      ?hidden=${!shown || !table}
      .cellSet=${cells}
      .measureInfo=${cube.measures}
      .dimensionInfo=${cube.dimensions}
    ></datakube-pivot-table>
    ${
      table
        ? nothing
        : html`<datakube-chart
            class="answer chart"
            ?hidden=${!shown}
            .cellSet=${cells}
            .cube=${cube}
            .type=${state.chart}
          ></datakube-chart>`
    }`;
}

function notes({ notes: remarks }: CellSet, language: Language): TemplateResult | typeof nothing {
  if (remarks.length === 0) return nothing;
  return html`<ul class="notes" part="notes">
    ${remarks.map(({ text }) => html`<li>${icon('information')}<span>${text[language]}</span></li>`)}
  </ul>`;
}

function panelOf(parts: AnswerParts): Panel | null {
  const { cubes, progress, answer, scene, canUndo } = parts;
  if (parts.homeless) return { state: { kind: 'homeless' }, bar: false };
  if (cubes.kind === 'failed') {
    return { state: { kind: 'failure', failure: cubes.failure, way: 'again' }, bar: false };
  }
  if (!scene) return { state: { kind: 'loading' }, bar: false };
  switch (progress.kind) {
    case 'idle':
      return { state: { kind: 'loading' }, bar: false };
    case 'asking':
      return answer === null || progress.slow ? { state: { kind: 'loading' }, bar: false } : null;
    case 'stopped':
      return { state: { kind: 'stopped' }, bar: answer !== null };
    case 'failed': {
      const { failure } = progress;
      const again = failure.kind === 'failed' || failure.kind === 'offline';
      const way = again ? 'again' : canUndo ? 'undo' : 'start-over';
      return { state: { kind: 'failure', failure, way }, bar: again && answer !== null };
    }
    case 'answered':
      return answer !== null && isEmpty(answer.cells) ? { state: emptyState(scene), bar: false } : null;
  }
}

function emptyState({ state, cube, language }: MenuScene): PanelState {
  const filters = state.filters.map(({ dimension }) => ({
    id: dimension,
    name: nameOfDimension(cube, dimension, language),
  }));
  return { kind: 'empty', filters };
}

/** Nothing but places the cube does not cover. A hidden value is not nothing, and neither is zero. */
function isEmpty({ rows, columns, measures }: CellSet): boolean {
  if (rows.length === 0 || columns.length === 0) return true;
  return [...measures.values()].every(({ status }) => status.every((at) => NOT_COVERED.has(at)));
}

const NOT_COVERED: ReadonlySet<number> = new Set(
  STATUSES.flatMap((status, index) => (status === 'missing' || status === 'not-applicable' ? [index] : [])),
);
