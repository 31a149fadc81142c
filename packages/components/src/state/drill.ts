import type { Cube } from '@datakube/contract';
import { depthOf, levelAbove, levelBelow } from './cube-shape.ts';
import { axisField, axisOf, filterField, plainField, type ExplorerState } from './explorer-state.ts';
import type { Placed } from './nearest.ts';
import { released } from './released.ts';
import { idsIn, placeOnAxis, removeFilter, setFilter, setLevel, takeOffAxes } from './transitions.ts';

/**
 * Keeps one member of an axis and shows the level below it in its place. Nothing happens below the finest.
 *
 * @param at the dimension, and the level of the member
 */
export function drillDown(state: ExplorerState, cube: Cube, at: Placed, member: string): ExplorerState {
  const below = levelBelow(cube, at.dimension, at.level);
  if (!canDrill(state, cube, at) || below === undefined) return state;
  return setLevel(keepOnly(state, at, member), at.dimension, below);
}

/** Keeps one member of an axis and shows it by another dimension, which takes the place of the first. */
export function drillAcross(
  state: ExplorerState,
  cube: Cube,
  at: Placed,
  member: string,
  by: string,
): ExplorerState {
  const axis = axisOf(state, at.dimension);
  if (axis === null || by === at.dimension || !canDrill(state, cube, at)) return state;
  const place = idsIn(state, axis)
    .filter((id) => id !== by)
    .indexOf(at.dimension);
  const kept = takeOffAxes(keepOnly(state, at, member), at.dimension);
  const present = axisField(state, by);
  const level = filterField(state, by)?.level ?? released(kept, cube).get(by)?.first;
  if (!present && !level) return state;
  return placeOnAxis(kept, axis, present ?? plainField(by, level!), place);
}

/** Lets go of the filter on a dimension and shows it where it was before a drill: one level coarser. */
export function drillUp(state: ExplorerState, cube: Cube, dimension: string): ExplorerState {
  const free = removeFilter(state, dimension);
  const field = axisField(state, dimension);
  if (!field) return free;
  const filter = filterField(state, dimension);
  const kept = filter && filter.level !== field.level ? filter.level : undefined;
  const above = kept ?? levelAbove(cube, dimension, field.level);
  return above === undefined ? free : setLevel(free, dimension, above);
}

function canDrill(state: ExplorerState, cube: Cube, { dimension, level }: Placed): boolean {
  return axisField(state, dimension) !== undefined && depthOf(cube, dimension, level) > 0;
}

function keepOnly(state: ExplorerState, { dimension, level }: Placed, member: string): ExplorerState {
  return setFilter(state, { dimension, level, keep: { kind: 'members', members: [member] } });
}
