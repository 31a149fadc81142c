import { derivationsOf, readReference, referTo, type Cube, type Derivation } from '@datakube/contract';
import { axisOf, filterField, type AxisField, type ExplorerState, type Kept } from './explorer-state.ts';

/** True where the cube has the measure, and it can be shown in that way. */
export function isMeasure(cube: Cube, reference: string): boolean {
  const { measure, derivation } = readReference(reference);
  const found = cube.measures.find(({ id }) => id === measure);
  if (!found || reference !== referTo(measure, derivation)) return false;
  return derivation === null || derivationsOf(found.kind).includes(derivation);
}

/** Adds a measure, or moves it. */
export function placeMeasure(state: ExplorerState, measure: string, at?: number): ExplorerState {
  const others = state.measures.filter((id) => id !== measure);
  return { ...state, measures: [...others.slice(0, at), measure, ...others.slice(at ?? others.length)] };
}

/** Removes a measure. The last one stays: a table of nothing is no table. */
export function removeMeasure(state: ExplorerState, measure: string): ExplorerState {
  const others = state.measures.filter((id) => id !== measure);
  return others.length === 0 ? state : { ...state, measures: others };
}

/**
 * Shows a measure as something else, where it stands. What named it, names what it is shown as: the sort, the
 * greatest, its shade and its decimals. Nothing happens where that is shown beside it already.
 */
export function showAs(state: ExplorerState, from: string, derivation: Derivation | null): ExplorerState {
  const to = referTo(readReference(from).measure, derivation);
  if (!state.measures.includes(from) || state.measures.includes(to)) return state;
  const named = (reference: string): string => (reference === from ? to : reference);
  const renamed = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).map(([reference, value]) => [named(reference), value]));
  const field = (each: AxisField): AxisField =>
    each.top ? { ...each, top: { ...each.top, by: named(each.top.by) } } : each;
  const { sort, look } = state;
  return {
    ...state,
    rows: state.rows.map(field),
    columns: state.columns.map(field),
    measures: state.measures.map(named),
    sort: sort?.by === 'value' ? { ...sort, measure: named(sort.measure) } : sort,
    look: { ...look, shading: renamed(look.shading), decimals: renamed(look.decimals) },
  };
}

/**
 * The state with what is compared over time shown as its own number where there is nothing to compare: an index
 * without time on an axis, a change of several periods taken together.
 */
export function withoutLostComparisons(state: ExplorerState, cube: Cube): ExplorerState {
  return state.measures.reduce((at, reference) => {
    const { measure, derivation } = readReference(reference);
    if (derivation === null || canCompare(derivation, state, cube)) return at;
    return at.measures.includes(measure) ? removeMeasure(at, reference) : showAs(at, reference, null);
  }, state);
}

function canCompare(derivation: Derivation, state: ExplorerState, cube: Cube): boolean {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')?.id ?? '';
  if (axisOf(state, time) !== null) return true;
  const keep = filterField(state, time)?.keep;
  switch (derivation) {
    case 'index':
      return false;
    case 'change':
    case 'growth':
      return keep === undefined || isSingle(keep);
    case 'row-share':
    case 'column-share':
    case 'total-share':
      return true;
  }
}

function isSingle(keep: Kept): boolean {
  switch (keep.kind) {
    case 'members':
      return keep.members.length === 1;
    case 'latest':
      return keep.count === 1;
    case 'range':
      return keep.from !== null && keep.from === keep.to;
  }
}
