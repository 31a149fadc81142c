import type { Cube } from '@datakube/contract';
import { depthOf, dimensionOf, isGrouping, sizeOf } from './cube-shape.ts';
import { filterField, type AxisField, type ExplorerState } from './explorer-state.ts';

/** A dimension with so few members is read side by side. */
const SIDE_BY_SIDE = 6;

/** So many columns can still be taken in. */
const WIDEST = 60;

/** What the contract lets stand on an axis. */
const MOST_ON_AN_AXIS = 4;

/**
 * The same fields, laid out as they are best read: the dimension with most members down the side, with its
 * subtotals; time across, and within it what has few members, for as long as the table is not too wide.
 * Arranging twice is arranging once.
 */
export function arranged(state: ExplorerState, cube: Cube): ExplorerState {
  const fields = [...state.rows, ...state.columns]
    .map((field) => ({ field, members: shownMembers(field, state, cube), time: isTime(field, cube) }))
    .sort((a, b) => b.members - a.members || orderIn(cube, a.field) - orderIn(cube, b.field));
  const side = fields.find(({ time }) => !time) ?? fields[0];
  if (!side) return state;
  const rows: AxisField[] = [withParents(side.field, cube)];
  const columns: AxisField[] = [];
  let width = 1;
  const rest = fields.filter((each) => each !== side);
  for (const { field, members, time } of [
    ...rest.filter((each) => each.time),
    ...rest.filter((each) => !each.time),
  ]) {
    const across = time || (members <= SIDE_BY_SIDE && width * members <= WIDEST);
    if ((across && columns.length < MOST_ON_AN_AXIS) || rows.length === MOST_ON_AN_AXIS) {
      columns.push(field);
      width *= members;
    } else rows.push(field);
  }
  return { ...state, rows, columns };
}

function isTime({ dimension }: AxisField, cube: Cube): boolean {
  return dimensionOf(cube, dimension)?.kind === 'time';
}

function orderIn(cube: Cube, { dimension }: AxisField): number {
  return cube.dimensions.findIndex(({ id }) => id === dimension);
}

function withParents(field: AxisField, cube: Cube): AxisField {
  const { dimension, level, open, top } = field;
  const above = depthOf(cube, dimension, level) > 1 && !isGrouping(cube, dimension, level);
  return above && open.length === 0 && top === null ? { ...field, parents: true } : field;
}

/** Members of the axis, as far as the cube and the filter tell. */
function shownMembers(field: AxisField, state: ExplorerState, cube: Cube): number {
  const filter = filterField(state, field.dimension);
  const all = sizeOf(cube, field.dimension, field.level);
  if (field.top) return Math.min(all, field.top.count + (field.top.others ? 1 : 0));
  if (filter?.level !== field.level) return all;
  if (filter.keep.kind === 'members') return Math.min(all, filter.keep.members.length);
  return filter.keep.kind === 'latest' ? Math.min(all, filter.keep.count) : all;
}
