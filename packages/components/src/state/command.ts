import type { Cube } from '@datakube/contract';
import { atLevel } from './first-layout.ts';
import { dimensionOf } from './cube-shape.ts';
import {
  axisField,
  axisOf,
  filterField,
  type Axis,
  type ChartType,
  type ExplorerState,
  type FilterField,
  type View,
  type Zone,
} from './explorer-state.ts';
import { giveWay, type Alternative } from './nearest.ts';
import { released } from './released.ts';
import * as change from './transitions.ts';

/**
 * Everything that can be done to a table, by mouse, by keyboard or from a menu. One list, so that nothing
 * can be reached in one way only.
 */
export type Command =
  | {
      readonly kind: 'place';
      readonly axis: Axis;
      readonly dimension: string;
      readonly at?: number | undefined;
    }
  | { readonly kind: 'level'; readonly dimension: string; readonly level: string }
  | { readonly kind: 'parents'; readonly dimension: string; readonly parents: boolean }
  | { readonly kind: 'nearest'; readonly axis: Axis; readonly alternative: Alternative }
  | { readonly kind: 'filter'; readonly field: FilterField; readonly instead: boolean }
  | { readonly kind: 'measure'; readonly measure: string; readonly at?: number | undefined }
  | { readonly kind: 'shift'; readonly zone: Zone; readonly id: string; readonly by: number }
  | { readonly kind: 'reorder'; readonly zone: Zone; readonly id: string; readonly at: number }
  | { readonly kind: 'remove'; readonly zone: Zone; readonly id: string }
  | { readonly kind: 'swap' }
  | { readonly kind: 'totals' }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'chart'; readonly chart: ChartType };

/** The state after a command. A command that would leave the release changes nothing. */
export function obey(state: ExplorerState, cube: Cube, command: Command): ExplorerState {
  switch (command.kind) {
    case 'place':
      return place(state, cube, command.axis, command.dimension, command.at);
    case 'level':
      return changeLevel(state, cube, command.dimension, command.level);
    case 'parents':
      return change.setParents(state, command.dimension, command.parents);
    case 'nearest':
      return takeNearest(state, cube, command.axis, command.alternative);
    case 'filter': {
      const filtered = change.setFilter(state, command.field);
      return command.instead ? change.takeOffAxes(filtered, command.field.dimension) : filtered;
    }
    case 'measure':
      return change.placeMeasure(state, command.measure, command.at);
    case 'shift':
      return change.shift(state, command.zone, command.id, command.by);
    case 'reorder': {
      const from = change.idsIn(state, command.zone).indexOf(command.id);
      return change.shift(state, command.zone, command.id, command.at - from);
    }
    case 'remove':
      return change.removeFrom(state, command.zone, command.id);
    case 'swap':
      return change.swapAxes(state);
    case 'totals':
      return { ...state, totals: !state.totals };
    case 'view':
      return { ...state, view: command.view };
    case 'chart':
      return { ...state, chart: command.chart };
  }
}

function place(state: ExplorerState, cube: Cube, axis: Axis, id: string, at?: number): ExplorerState {
  const dimension = dimensionOf(cube, id);
  if (!dimension) return state;
  const present = axisField(state, id);
  const offer = released(state, cube).get(id);
  const filtered = filterField(state, id)?.level;
  const preferred = offer?.levels.find(({ level, offered }) => offered && level === filtered);
  const level = present?.level ?? preferred?.level ?? offer?.first;
  if (!level) return state;
  return change.placeOnAxis(state, axis, present ?? { ...atLevel(dimension, level), parents: false }, at);
}

function changeLevel(state: ExplorerState, cube: Cube, id: string, level: string): ExplorerState {
  const offer = released(state, cube).get(id);
  const offered = offer?.levels.some((candidate) => candidate.offered && candidate.level === level);
  return offered ? change.setLevel(state, id, level) : state;
}

function takeNearest(state: ExplorerState, cube: Cube, axis: Axis, alternative: Alternative): ExplorerState {
  const { dimension: id, level } = alternative.shown;
  const dimension = dimensionOf(cube, id);
  if (!dimension) return state;
  const room = giveWay(state, alternative);
  if (axisOf(room, id) !== null) return change.setLevel(room, id, level);
  return change.placeOnAxis(room, axis, { ...atLevel(dimension, level), parents: false });
}
