import type { Cube } from '@datakube/contract';
import { depthOf, dimensionOf, levelAt } from './cube-shape.ts';
import { axisField, filterField, type ExplorerState } from './explorer-state.ts';
import { depthIn, reachOf } from './released.ts';
import { removeFilter, setLevel, takeOffAxes } from './transitions.ts';

/** A dimension at a level. */
export interface Placed {
  readonly dimension: string;
  readonly level: string;
}

/** What has to give way for a field to be shown: levels that become coarser, and dimensions that go. */
export interface Alternative {
  /** What is shown in the end: the wanted field, at the wanted level or a coarser one. */
  readonly shown: Placed;
  readonly coarser: readonly Placed[];
  readonly without: readonly string[];
}

/** Taking a dimension away costs more than any number of coarser levels: it changes the question most. */
const COST_OF_REMOVAL = 100;
/** A coarser level of the wanted field itself is a little better than a coarser level of another. */
const COST_OF_COARSER_WANTED = 9;
const COST_OF_COARSER = 10;

/**
 * The released table nearest to the chosen one with `wanted` added. Walks all cuboids that hold the wanted
 * dimension and takes the one that asks least to be given up.
 *
 * @param exactly - shows the wanted level and no coarser one, whatever else has to give way
 * @returns null where no cuboid holds the dimension, or the level, at all
 */
export function nearest(
  state: ExplorerState,
  cube: Cube,
  wanted: Placed,
  exactly = false,
): Alternative | null {
  const reach = new Map(reachOf(state, cube));
  const wantedDepth = depthOf(cube, wanted.dimension, wanted.level);
  reach.delete(wanted.dimension);
  let best: { cost: number; alternative: Alternative } | null = null;

  for (const cuboid of cube.release.cuboids) {
    const heldDepth = depthIn(cuboid, cube, wanted.dimension);
    const shownDepth = Math.min(wantedDepth, heldDepth);
    const level = shownDepth === wantedDepth ? wanted.level : levelAt(cube, wanted.dimension, shownDepth);
    if (level === undefined || !canReach(state, cube, wanted.dimension, heldDepth)) continue;
    if (exactly && shownDepth < wantedDepth) continue;
    const coarser: Placed[] = [];
    const without: string[] = [];
    let cost = (wantedDepth - shownDepth) * COST_OF_COARSER_WANTED;
    for (const [dimension, depth] of reach) {
      const held = depthIn(cuboid, cube, dimension);
      if (depth <= held) continue;
      const coarserLevel = coarserTo(state, cube, dimension, held);
      if (coarserLevel !== undefined && canReach(state, cube, dimension, held)) {
        coarser.push({ dimension, level: coarserLevel });
        cost += (depth - held) * COST_OF_COARSER;
      } else {
        without.push(dimension);
        cost += COST_OF_REMOVAL;
      }
    }
    if (without.some((dimension) => dimensionOf(cube, dimension)?.total === null)) continue;
    if (best === null || cost < best.cost) {
      best = { cost, alternative: { shown: { dimension: wanted.dimension, level }, coarser, without } };
    }
  }
  return best?.alternative ?? null;
}

/** Makes room: the coarser levels and removals of an alternative, before the wanted field is placed. */
export function giveWay(state: ExplorerState, alternative: Alternative): ExplorerState {
  const coarsened = alternative.coarser.reduce(
    (result, { dimension, level }) => setLevel(result, dimension, level),
    state,
  );
  return alternative.without.reduce(
    (result, dimension) => removeFilter(takeOffAxes(result, dimension), dimension),
    coarsened,
  );
}

/** The level that fits: the present one with nothing open where that is enough, otherwise a coarser one. */
function coarserTo(state: ExplorerState, cube: Cube, dimension: string, depth: number): string | undefined {
  const present = axisField(state, dimension);
  const own = present ? depthOf(cube, dimension, present.level) : 0;
  return present && own <= depth ? present.level : levelAt(cube, dimension, depth);
}

/** A filter on finer members pins the dimension: only an axis can be made coarser by itself. */
function canReach(state: ExplorerState, cube: Cube, dimension: string, depth: number): boolean {
  const filtered = filterField(state, dimension);
  return filtered === undefined || depthOf(cube, dimension, filtered.level) <= depth;
}
