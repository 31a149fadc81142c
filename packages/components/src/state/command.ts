import type { Cube, Derivation } from '@datakube/contract';
import { arranged } from './arrange.ts';
import { canKeep, depthOf, dimensionOf, levelBelow } from './cube-shape.ts';
import { drillAcross, drillDown, drillUp } from './drill.ts';
import {
  axisField,
  axisOf,
  filterField,
  plainField,
  type Axis,
  type ChartChoice,
  type ExplorerState,
  type FilterField,
  type Look,
  type Sort,
  type Top,
  type View,
  type Zone,
} from './explorer-state.ts';
import { isMeasure, placeMeasure, showAs } from './measures.ts';
import { giveWay, type Alternative } from './nearest.ts';
import { CONTRACT } from './query-limits.ts';
import { meetingOf, reachOf, released, type DimensionOffer } from './released.ts';
import { fits, settled } from './settle.ts';
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
  /** Shows or folds away the members below one, which are asked for when they are not here. */
  | {
      readonly kind: 'open';
      readonly dimension: string;
      readonly member: string;
      /** The level of the member. Default: the level of the axis. */
      readonly level?: string | undefined;
      readonly open: boolean;
    }
  | { readonly kind: 'top'; readonly dimension: string; readonly top: Top | null }
  /** Shows a measure as something else: a share, a change, its own number. */
  | { readonly kind: 'show-as'; readonly measure: string; readonly derivation: Derivation | null }
  | { readonly kind: 'sort'; readonly sort: Sort | null }
  | { readonly kind: 'collapse'; readonly collapsed: readonly string[] }
  /** Keeps one member of an axis and shows what it is made of, at the next level or by another dimension. */
  | {
      readonly kind: 'drill';
      readonly dimension: string;
      readonly member: string;
      /** The level of the member. Default: the level of the axis. */
      readonly level?: string | undefined;
      readonly by: string | null;
    }
  /** Lets go of what a drill kept: the dimension is shown a level coarser, unfiltered. */
  | { readonly kind: 'drill-up'; readonly dimension: string }
  /** Lays the same fields out as they are best read. */
  | { readonly kind: 'arrange' }
  | { readonly kind: 'look'; readonly look: Partial<Look> }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'chart'; readonly chart: ChartChoice };

/**
 * The state after a command, with what the command made meaningless gone. A command that would leave what can be
 * asked changes nothing, and neither does one that makes no sense where things stand.
 */
export function obey(state: ExplorerState, cube: Cube, command: Command): ExplorerState {
  const done = carryOut(state, cube, command);
  if (done === state) return state;
  const next = settled(done, cube);
  const leaves = (isAskable(state) && !isAskable(next)) || (isRefused(next, cube) && !isRefused(state, cube));
  return leaves ? state : next;
}

/** What the contract lets a query hold. */
function isAskable({ rows, columns, filters, measures }: ExplorerState): boolean {
  const { onAxis } = CONTRACT;
  return (
    rows.length <= onAxis &&
    columns.length <= onAxis &&
    filters.length <= CONTRACT.filters &&
    measures.length <= CONTRACT.measures
  );
}

function isRefused(state: ExplorerState, cube: Cube): boolean {
  return meetingOf(reachOf(state, cube), cube) === 'refuse';
}

function carryOut(state: ExplorerState, cube: Cube, command: Command): ExplorerState {
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
      if (!canKeep(cube, command.field)) return state;
      const filtered = change.setFilter(state, command.field);
      return command.instead ? change.takeOffAxes(filtered, command.field.dimension) : filtered;
    }
    case 'measure':
      return isMeasure(cube, command.measure) ? placeMeasure(state, command.measure, command.at) : state;
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
    case 'open':
      return open(state, cube, command);
    case 'top':
      return limit(state, command.dimension, command.top);
    case 'show-as': {
      const shown = showAs(state, command.measure, command.derivation);
      return shown.measures.every((reference) => isMeasure(cube, reference)) ? shown : state;
    }
    case 'sort':
      return { ...state, sort: command.sort };
    case 'collapse':
      return { ...state, collapsed: [...new Set(command.collapsed)] };
    case 'drill': {
      const { dimension, member, by } = command;
      const level = command.level ?? axisField(state, dimension)?.level ?? '';
      return by === null
        ? drillDown(state, cube, { dimension, level }, member)
        : drillAcross(state, cube, { dimension, level }, member, by);
    }
    case 'drill-up':
      return drillUp(state, cube, command.dimension);
    case 'arrange':
      return arranged(state, cube);
    case 'look':
      return { ...state, look: { ...state.look, ...command.look } };
    case 'view':
      return { ...state, view: command.view };
    case 'chart':
      return { ...state, chart: command.chart };
  }
}

function open(
  state: ExplorerState,
  cube: Cube,
  { dimension, member, level, open: opens }: Extract<Command, { kind: 'open' }>,
): ExplorerState {
  const field = axisField(state, dimension);
  if (!field || field.top || field.open.includes(member) === opens) return state;
  if (!opens) return change.setOpen(state, dimension, member, false, field.finest);
  const of = level ?? field.level;
  const below = depthOf(cube, dimension, of) > 0 ? levelBelow(cube, dimension, of) : undefined;
  if (below === undefined || field.open.length >= CONTRACT.open) return state;
  const deeper = depthOf(cube, dimension, field.finest ?? '') > depthOf(cube, dimension, below);
  return change.setOpen(state, dimension, member, true, deeper ? field.finest : below);
}

function limit(state: ExplorerState, dimension: string, top: Top | null): ExplorerState {
  const { count, by } = top ?? { count: 1, by: '' };
  const sound = Number.isInteger(count) && count >= 1 && count <= CONTRACT.top;
  if (top !== null && (!sound || !state.measures.includes(by))) return state;
  return change.setTop(state, dimension, top);
}

function place(state: ExplorerState, cube: Cube, axis: Axis, id: string, at?: number): ExplorerState {
  if (!dimensionOf(cube, id)) return state;
  const present = axisField(state, id);
  const offer = released(state, cube).get(id);
  const filtered = filterField(state, id)?.level;
  const preferred = filtered !== undefined && isOffered(offer, filtered) ? filtered : offer?.first;
  const level = present?.level ?? preferred;
  if (!level) return state;
  return change.placeOnAxis(state, axis, present ?? plainField(id, level), at);
}

function changeLevel(state: ExplorerState, cube: Cube, id: string, level: string): ExplorerState {
  if (!isOffered(released(state, cube).get(id), level)) return state;
  return change.setLevel(withoutPartialFilter(state, cube, id, level), id, level);
}

/** A filter that keeps a part of what is shown at a level goes when that level is asked for. */
function withoutPartialFilter(state: ExplorerState, cube: Cube, id: string, level: string): ExplorerState {
  const filter = filterField(state, id);
  return filter && !fits(filter, { dimension: id, level }, cube) ? change.removeFilter(state, id) : state;
}

function isOffered(offer: DimensionOffer | undefined, level: string): boolean {
  const offers = [...(offer?.levels ?? []), ...(offer?.groupings ?? [])];
  return offers.some((each) => each.offered && each.level === level);
}

function takeNearest(state: ExplorerState, cube: Cube, axis: Axis, alternative: Alternative): ExplorerState {
  const { dimension: id, level } = alternative.shown;
  if (!dimensionOf(cube, id)) return state;
  const room = withoutPartialFilter(giveWay(state, alternative), cube, id, level);
  if (axisOf(room, id) !== null) return change.setLevel(room, id, level);
  return change.placeOnAxis(room, axis, plainField(id, level));
}
