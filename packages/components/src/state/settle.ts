import type { Cube } from '@datakube/contract';
import { depthOf, dimensionOf, isGrouping, levelBelow } from './cube-shape.ts';
import {
  axisField,
  filterField,
  type AxisField,
  type ExplorerState,
  type FilterField,
  type Look,
  type Sort,
} from './explorer-state.ts';
import { withoutLostComparisons } from './measures.ts';
import type { Placed } from './nearest.ts';
import { dimensionsOf, memberIn, TOTAL } from './place-key.ts';
import { CONTRACT } from './query-limits.ts';

/**
 * The state without what a change has made meaningless: a sort by a column that is gone, a fold or a shade of
 * something no longer shown, members open below which there is nothing, the greatest by a measure that was
 * removed, an index without periods. An axis is shown at a level of which the filter
 * on its dimension keeps no part: a row holds what its name says.
 *
 * A state that is whole comes back as it is.
 */
export function settled(given: ExplorerState, cube: Cube): ExplorerState {
  const state = withoutLostComparisons(given, cube);
  const field = (each: AxisField): AxisField => settledField(each, state, cube);
  const placed = { ...state, rows: state.rows.map(field), columns: state.columns.map(field) };
  return {
    ...placed,
    sort: state.sort && hasColumn(placed, cube, state.sort) ? state.sort : null,
    collapsed: state.collapsed.filter((key) => canFold(placed, key)),
    look: settledLook(state.look, state.measures),
  };
}

function settledField(field: AxisField, state: ExplorerState, cube: Cube): AxisField {
  const level = levelFor(filterField(state, field.dimension), field, cube);
  const top = field.top && state.measures.includes(field.top.by) ? field.top : null;
  const parents = field.parents && top === null && !isGrouping(cube, field.dimension, level);
  const below = levelBelow(cube, field.dimension, level);
  const open =
    level === field.level && top === null && below !== undefined ? field.open.slice(0, CONTRACT.open) : [];
  const { dimension, finest } = field;
  const whole: AxisField = { dimension, level, parents, open, top };
  const further =
    finest !== undefined &&
    below !== undefined &&
    open.length > 0 &&
    depthOf(cube, dimension, finest) > depthOf(cube, dimension, below);
  return further ? { ...whole, finest } : whole;
}

/** The level, or where a filter keeps only a part of what is shown at it, the coarsest at which it does not. */
function levelFor(filter: FilterField | undefined, { dimension, level }: AxisField, cube: Cube): string {
  if (!filter || fits(filter, { dimension, level }, cube)) return level;
  const base = isGrouping(cube, dimension, level) ? levelBelow(cube, dimension, level) : undefined;
  return base !== undefined && fits(filter, { dimension, level: base }, cube) ? base : filter.level;
}

/**
 * True where a filter can stand on a dimension at a level: it keeps each member in full or not at all. Of a grouping
 * only its own groups are sure to be kept in full.
 */
export function fits(filter: FilterField, { dimension, level }: Placed, cube: Cube): boolean {
  if (isGrouping(cube, dimension, level)) return filter.level === level;
  return depthOf(cube, dimension, filter.level) <= depthOf(cube, dimension, level);
}

function hasColumn(state: ExplorerState, cube: Cube, sort: Sort): boolean {
  if (sort.by === 'name') return true;
  const placed = dimensionsOf(sort.column);
  return (
    state.measures.includes(sort.measure) &&
    placed.length === state.columns.length &&
    state.columns.every(
      ({ dimension, level }, index) =>
        placed[index] === dimension &&
        canStand(state, cube, { dimension, level }, memberIn(sort.column, dimension) ?? TOTAL),
    )
  );
}

/** False only where it is certain: no totals are shown, or a filter names members of the level and not this one. */
function canStand(state: ExplorerState, cube: Cube, { dimension, level }: Placed, member: string): boolean {
  if (member === TOTAL) return state.totals && dimensionOf(cube, dimension)?.total !== null;
  const filter = filterField(state, dimension);
  return filter?.keep.kind !== 'members' || filter.level !== level || filter.keep.members.includes(member);
}

/** A place can be folded while its dimensions stand as they did, and the innermost has members below others. */
function canFold(state: ExplorerState, key: string): boolean {
  const placed = dimensionsOf(key);
  const innermost = axisField(state, placed.at(-1) ?? '');
  if (!innermost || (!innermost.parents && innermost.open.length === 0)) return false;
  return [state.rows, state.columns].some((fields) =>
    placed.every((dimension, index) => fields[index]?.dimension === dimension),
  );
}

function settledLook(look: Look, measures: readonly string[]): Look {
  const shown = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).filter(([reference]) => measures.includes(reference)));
  return { ...look, shading: shown(look.shading), decimals: shown(look.decimals) };
}
