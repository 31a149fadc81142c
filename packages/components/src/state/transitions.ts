import type { Axis, AxisField, ExplorerState, FilterField, Top, Zone } from './explorer-state.ts';
import { removeMeasure } from './measures.ts';
import { memberIn, TOTAL } from './place-key.ts';

/** Puts a dimension on an axis, or moves it there. `at` is its place among the others, the end by default. */
export function placeOnAxis(state: ExplorerState, axis: Axis, field: AxisField, at?: number): ExplorerState {
  const without = takeOffAxes(state, field.dimension);
  return { ...without, [axis]: insert(without[axis], field, at) };
}

/** Takes a dimension off its axis. A filter on it stays. */
export function takeOffAxes(state: ExplorerState, dimension: string): ExplorerState {
  const others = (fields: readonly AxisField[]): readonly AxisField[] =>
    fields.filter((field) => field.dimension !== dimension);
  return { ...state, rows: others(state.rows), columns: others(state.columns) };
}

/** Keeps only what a filter names. No members means no filter. */
export function setFilter(state: ExplorerState, filter: FilterField, at?: number): ExplorerState {
  const place = at ?? state.filters.findIndex((field) => field.dimension === filter.dimension);
  const others = state.filters.filter((field) => field.dimension !== filter.dimension);
  if (keepsNothing(filter)) return { ...state, filters: others };
  return { ...state, filters: insert(others, filter, place < 0 ? undefined : place) };
}

function keepsNothing({ keep }: FilterField): boolean {
  return keep.kind === 'members' && keep.members.length === 0;
}

export function removeFilter(state: ExplorerState, dimension: string): ExplorerState {
  return { ...state, filters: state.filters.filter((field) => field.dimension !== dimension) };
}

/** Shows a dimension on an axis at another level or in a grouping. What was open, folded or sorted by there is not. */
export function setLevel(state: ExplorerState, dimension: string, level: string): ExplorerState {
  const changed = changeField(state, dimension, ({ parents, top }) => ({
    dimension,
    level,
    parents,
    open: [],
    top,
  }));
  return withoutPlaces(changed, dimension);
}

/** Shows or leaves out the coarser levels above the chosen one. They take the place of the greatest alone. */
export function setParents(state: ExplorerState, dimension: string, parents: boolean): ExplorerState {
  return changeField(state, dimension, (field) => ({ ...field, parents, top: parents ? null : field.top }));
}

/** Shows the greatest members alone, in place of subtotals and of what is open; null shows all. */
export function setTop(state: ExplorerState, dimension: string, top: Top | null): ExplorerState {
  return changeField(state, dimension, (field) =>
    top === null
      ? { ...field, top }
      : { dimension, level: field.level, parents: false, open: [], top: { ...top } },
  );
}

/**
 * Shows or folds away the members below one.
 *
 * @param finest the finest level shown in this way
 */
export function setOpen(
  state: ExplorerState,
  dimension: string,
  member: string,
  open: boolean,
  finest: string | undefined,
): ExplorerState {
  return changeField(state, dimension, ({ finest: _before, ...field }) => {
    const others = field.open.filter((code) => code !== member);
    return {
      ...field,
      open: open ? [...others, member] : others,
      ...(finest === undefined ? {} : { finest }),
    };
  });
}

/** The state with no place of a dimension named: what was folded there, or sorted by it. */
function withoutPlaces(state: ExplorerState, dimension: string): ExplorerState {
  const { sort, collapsed } = state;
  const member = sort?.by === 'value' ? memberIn(sort.column, dimension) : undefined;
  return {
    ...state,
    sort: member === undefined || member === TOTAL ? sort : null,
    collapsed: collapsed.filter((key) => memberIn(key, dimension) === undefined),
  };
}

/** Takes a field out of one zone. */
export function removeFrom(state: ExplorerState, zone: Zone, id: string): ExplorerState {
  switch (zone) {
    case 'rows':
    case 'columns':
      return takeOffAxes(state, id);
    case 'filters':
      return removeFilter(state, id);
    case 'measures':
      return removeMeasure(state, id);
  }
}

/** Moves a field `by` places within its zone. At the ends nothing happens. */
export function shift(state: ExplorerState, zone: Zone, id: string, by: number): ExplorerState {
  const ids = idsIn(state, zone);
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return state;
  return reorder(state, zone, from, to);
}

/** Rows become columns and columns rows. */
export function swapAxes(state: ExplorerState): ExplorerState {
  return { ...state, rows: state.columns, columns: state.rows };
}

/** Names of the fields in a zone, in order. */
export function idsIn(state: ExplorerState, zone: Zone): readonly string[] {
  return zone === 'measures' ? state.measures : state[zone].map((field) => field.dimension);
}

function reorder(state: ExplorerState, zone: Zone, from: number, to: number): ExplorerState {
  switch (zone) {
    case 'rows':
      return { ...state, rows: moved(state.rows, from, to) };
    case 'columns':
      return { ...state, columns: moved(state.columns, from, to) };
    case 'filters':
      return { ...state, filters: moved(state.filters, from, to) };
    case 'measures':
      return { ...state, measures: moved(state.measures, from, to) };
  }
}

function changeField(
  state: ExplorerState,
  dimension: string,
  change: (field: AxisField) => AxisField,
): ExplorerState {
  const changed = (fields: readonly AxisField[]): readonly AxisField[] =>
    fields.map((field) => (field.dimension === dimension ? change(field) : field));
  return { ...state, rows: changed(state.rows), columns: changed(state.columns) };
}

function insert<T>(list: readonly T[], item: T, at = list.length): readonly T[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  return item === undefined ? list : insert([...list.slice(0, from), ...list.slice(from + 1)], item, to);
}
