import type { Failure } from '../../controllers/failure.ts';
import type { Answer, Progress } from '../../controllers/query-controller.ts';
import { fitOf, nameOfDimension, type Estimate, type MembersOf } from '../../state/index.ts';
import type { CubeProgress } from '../cube-controller.ts';
import type { DownloadProgress } from '../download/download-controller.ts';
import type { MenuScene } from '../menus/menu-scene.ts';
import type { PanelState } from '../state-panel/panel-state.ts';
import type { SessionPhase } from '../watch/session-watch.ts';
import { coarserForNumbers, coarserForSize } from './coarser.ts';
import { isAllHidden, isEmpty } from './kept-cells.ts';

/** Everything that decides what stands where the table stands, and above it. */
export interface Circumstances {
  readonly scene: MenuScene | null;
  /** No environment is known, and none is on its way. */
  readonly homeless: boolean;
  readonly cubes: CubeProgress;
  readonly progress: Progress;
  readonly answer: Answer | null;
  readonly canUndo: boolean;
  /** How large the table is that is chosen. */
  readonly size: Estimate;
  /** Cells that are given out at most. */
  readonly limit: number;
  readonly membersOf: MembersOf;
  readonly expected: { readonly least: number; readonly most: number } | null;
  /** Seconds to the next try that is made without the user. */
  readonly secondsToRetry: number | null;
  readonly download: DownloadProgress;
  readonly offline: boolean;
  readonly newer: string | null;
  readonly session: { readonly phase: SessionPhase; readonly minutes: number };
  /** The page has chosen what is shown, and the reader cannot choose anything else. */
  readonly steady: boolean;
}

/** A panel in the table's place, or as a bar above a table that still stands. */
export interface Panel {
  readonly state: PanelState;
  readonly bar: boolean;
}

/** The one panel that tells of the table; null where there is nothing to tell. */
export function panelOf(at: Circumstances): Panel | null {
  const { cubes, progress, answer, scene, size, limit } = at;
  if (at.homeless) return whole({ kind: 'homeless' });
  if (cubes.kind === 'failed') return whole(failed(cubes.failure, 'again', null));
  if (!scene) return whole(loading(at));
  switch (fitOf(size, limit)) {
    case 'fits':
      break;
    case 'unsure':
      return whole(loading(at));
    case 'too-large': {
      const { state, cube, language } = scene;
      const coarser = coarserForSize(state, cube, limit, at.membersOf, language);
      return whole({ kind: 'too-large', cells: size.cells, limit, coarser });
    }
  }
  switch (progress.kind) {
    case 'idle':
      return whole(loading(at));
    case 'asking':
      return answer === null || progress.slow ? whole(loading(at)) : null;
    case 'stopped':
      return { state: { kind: 'stopped' }, bar: answer !== null };
    case 'failed':
      return failurePanel(at, progress.failure);
    case 'answered':
      return answer === null ? null : remarkOn(answer, scene, at.steady);
  }
}

/** What has to be said whatever the table shows, most pressing first. */
export function noticesOf(at: Circumstances): readonly PanelState[] {
  const { session, answer, newer } = at;
  const failedOffline = at.progress.kind === 'failed' && at.progress.failure.kind === 'offline';
  return [
    ...(session.phase === 'soon' ? [{ kind: 'session-soon', minutes: session.minutes } as const] : []),
    ...(session.phase === 'over' ? [{ kind: 'session-over' } as const] : []),
    ...(answer && (at.offline || failedOffline) ? [{ kind: 'offline', since: answer.at } as const] : []),
    ...ofFile(at.download),
    ...(newer && at.scene ? [{ kind: 'stale', newer, shown: at.scene.cube.release.id } as const] : []),
  ];
}

function ofFile(file: DownloadProgress): readonly PanelState[] {
  switch (file.kind) {
    case 'none':
      return [];
    case 'fetching':
      return file.slow ? [{ kind: 'fetching-file', name: file.name }] : [];
    case 'failed':
      return [failed(file.failure, 'download', null)];
  }
}

function failurePanel({ answer, canUndo, secondsToRetry }: Circumstances, failure: Failure): Panel | null {
  // With numbers still there, the notice that there is no connection says it all.
  if (failure.kind === 'offline' && answer !== null) return null;
  const again = failure.kind === 'failed' || failure.kind === 'offline';
  const way = again ? 'again' : canUndo ? 'undo' : 'start-over';
  return { state: failed(failure, way, secondsToRetry), bar: again && answer !== null };
}

function remarkOn({ cells }: Answer, { state, cube, language }: MenuScene, steady: boolean): Panel | null {
  if (isEmpty(cells)) {
    const filters = state.filters.map(({ dimension }) => ({
      id: dimension,
      name: nameOfDimension(cube, dimension, language),
    }));
    return whole({ kind: 'empty', filters });
  }
  if (isAllHidden(cells)) {
    return { state: { kind: 'all-hidden', coarser: coarserForNumbers(state, cube, language) }, bar: true };
  }
  if (state.rows.length + state.columns.length === 0 && !steady) {
    return { state: { kind: 'bare', examples: cube.examples.length > 0 }, bar: true };
  }
  return null;
}

function loading({ size, expected }: Circumstances): PanelState {
  return { kind: 'loading', cells: size.cells, seconds: expected };
}

function failed(
  failure: Failure,
  way: (PanelState & { kind: 'failure' })['way'],
  seconds: number | null,
): PanelState {
  return { kind: 'failure', failure, way, seconds };
}

function whole(state: PanelState): Panel {
  return { state, bar: false };
}
