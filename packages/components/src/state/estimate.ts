import type { Cube, MemberEntry } from '@datakube/contract';
import { depthOf, depthOfField, dimensionOf, isGrouping, sizeOf } from './cube-shape.ts';
import { filterField, type AxisField, type ExplorerState, type FilterField } from './explorer-state.ts';
import { countShown } from './count-shown.ts';

/** The members of a dimension in code-list order, groups of groupings among them; none where they are not here. */
export type MembersOf = (dimension: string) => readonly MemberEntry[];

/** The size of a table before it is asked for. */
export interface Estimate {
  readonly rows: number;
  readonly columns: number;
  /** Rows times columns times measures, as the limit of an environment counts them. */
  readonly cells: number;
  /** False where members were not known that the size depends on: the table is no larger than this. */
  readonly exact: boolean;
}

/**
 * How large the table of a state will be, with its totals, subtotals, open members and filters.
 *
 * It is exact where the members of every dimension on an axis are known, and else an upper bound: a filter that
 * cannot be followed is taken to keep the whole level, an open member to show all of the next one.
 *
 * @param membersOf what is known of members. Default nothing: counts of the cube are used alone
 * @example
 * ```ts
 * const { cells } = estimate(state, cube, (dimension) => directory.members(dimension));
 * if (cells > capabilities.limits.cells) …
 * ```
 */
export function estimate(state: ExplorerState, cube: Cube, membersOf: MembersOf = () => []): Estimate {
  const rows = lengthOf(state.rows, state, cube, membersOf);
  const columns = lengthOf(state.columns, state, cube, membersOf);
  return {
    rows: rows.length,
    columns: columns.length,
    cells: rows.length * columns.length * state.measures.length,
    exact: rows.exact && columns.exact,
  };
}

interface Length {
  readonly length: number;
  readonly exact: boolean;
}

function lengthOf(
  fields: readonly AxisField[],
  state: ExplorerState,
  cube: Cube,
  membersOf: MembersOf,
): Length {
  return fields
    .map((field): Length => {
      const filter = filterField(state, field.dimension);
      const members = membersOf(field.dimension);
      const shown =
        members.length > 0
          ? { length: countShown(field, filter, members, cube), exact: true }
          : boundOf(field, filter, cube);
      const total = state.totals && dimensionOf(cube, field.dimension)?.total !== null ? 1 : 0;
      return { length: greatest(field, shown.length) + total, exact: shown.exact };
    })
    .reduce((a, b) => ({ length: a.length * b.length, exact: a.exact && b.exact }), {
      length: 1,
      exact: true,
    });
}

function greatest({ top }: AxisField, members: number): number {
  if (top === null || members <= top.count) return members;
  return top.count + (top.others ? 1 : 0);
}

/** At most so many, by the counts of the cube alone. */
function boundOf(field: AxisField, filter: FilterField | undefined, cube: Cube): Length {
  const { dimension, level, parents, open } = field;
  const all = sizeOf(cube, dimension, level);
  const kept = keptBound(filter, field, cube, all);
  const own = isGrouping(cube, dimension, level) ? 0 : depthOf(cube, dimension, level);
  const levels = dimensionOf(cube, dimension)?.levels ?? [];
  const between = (from: number, to: number): number =>
    levels.slice(from, to).reduce((sum, { members }) => sum + members, 0);
  const above = parents ? between(0, Math.max(0, own - 1)) : 0;
  const deepest = depthOfField(cube, field);
  const below = open.length > 0 ? between(own === 0 ? depthOf(cube, dimension, level) - 1 : own, deepest) : 0;
  return {
    length: kept.length + above + below,
    exact: kept.exact && open.length === 0 && (above === 0 || filter === undefined),
  };
}

function keptBound(
  filter: FilterField | undefined,
  { dimension, level }: AxisField,
  cube: Cube,
  all: number,
): Length {
  if (!filter) return { length: all, exact: true };
  const { keep } = filter;
  const coarsest = depthOf(cube, dimension, level) === 1 && !isGrouping(cube, dimension, level);
  if (filter.level !== level) return { length: all, exact: false };
  switch (keep.kind) {
    case 'members':
      // Above the coarsest level there is nothing, so all that are named are members of it.
      return coarsest
        ? { length: Math.min(all, new Set(keep.members).size), exact: true }
        : { length: all, exact: false };
    case 'latest':
      return { length: Math.min(all, keep.count), exact: true };
    case 'range':
      return { length: all, exact: keep.from === null && keep.to === null };
  }
}
