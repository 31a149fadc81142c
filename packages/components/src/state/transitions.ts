import type { Axis, AxisField, ExplorerState, FilterField, Zone } from './explorer-state.ts';

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

/** Keeps only the named members of a dimension. No members means no filter. */
export function setFilter(state: ExplorerState, filter: FilterField, at?: number): ExplorerState {
  const place = at ?? state.filters.findIndex((field) => field.dimension === filter.dimension);
  const others = state.filters.filter((field) => field.dimension !== filter.dimension);
  if (filter.members.length === 0) return { ...state, filters: others };
  return { ...state, filters: insert(others, filter, place < 0 ? undefined : place) };
}

export function removeFilter(state: ExplorerState, dimension: string): ExplorerState {
  return { ...state, filters: state.filters.filter((field) => field.dimension !== dimension) };
}

/** Shows a dimension on an axis at another level. */
export function setLevel(state: ExplorerState, dimension: string, level: string): ExplorerState {
  return changeField(state, dimension, (field) => ({ ...field, level }));
}

/** Shows or leaves out the coarser levels above the chosen one. */
export function setParents(state: ExplorerState, dimension: string, parents: boolean): ExplorerState {
  return changeField(state, dimension, (field) => ({ ...field, parents }));
}

/** Adds a measure, or moves it. */
export function placeMeasure(state: ExplorerState, measure: string, at?: number): ExplorerState {
  const others = state.measures.filter((id) => id !== measure);
  return { ...state, measures: insert(others, measure, at) };
}

/** Removes a measure. The last one stays: a table of nothing is no table. */
export function removeMeasure(state: ExplorerState, measure: string): ExplorerState {
  const others = state.measures.filter((id) => id !== measure);
  return others.length === 0 ? state : { ...state, measures: others };
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
