import type { AxisEntry } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import type { GroupingModel } from '../cubes/grouping-model.ts';
import type { ComplainAt } from './complain-at.ts';
import { isWithin } from './member-cover.ts';
import type { FoundFilter } from './resolve-filters.ts';
import type { AskedMeasure } from './resolve-measures.ts';
import type { ResolvedAxisEntry, ResolvedTop } from './resolved-query.ts';

/** What an entry on an axis is read beside. */
interface Surroundings {
  readonly cube: CubeModel;
  readonly measures: readonly AskedMeasure[];
  readonly filters: ReadonlyMap<string, FoundFilter>;
  /** Dimensions that stand on an axis already. The entry's is added. */
  readonly taken: Set<string>;
}

/**
 * Finds every name of an entry on an axis.
 *
 * @param complain about the entry
 * @param complainAt about other parts of the query
 * @returns undefined where the dimension or the level is not there
 */
export function resolveAxisEntry(
  entry: AxisEntry,
  { cube, measures, filters, taken }: Surroundings,
  complain: ComplainAt,
  complainAt: ComplainAt,
): ResolvedAxisEntry | undefined {
  const dimension = cube.dimension(entry.dimension);
  if (!dimension) {
    complain('/dimension', 'The cube has no such dimension');
    return undefined;
  }
  if (taken.has(entry.dimension)) complain('/dimension', 'This dimension stands on the axes twice');
  taken.add(entry.dimension);
  const grouping = dimension.groupings.get(entry.level);
  const depth = grouping?.depth ?? dimension.depthOf.get(entry.level);
  if (depth === undefined) {
    complain('/level', 'The dimension has no such level');
    return undefined;
  }
  const filter = filters.get(entry.dimension);
  if (filter) checkFilterFits(dimension, depth, filter, complainAt);
  if (filter && grouping) checkGroupsWhole(dimension, grouping, filter, complainAt);
  if (grouping && entry.parents === true) complain('/parents', 'A grouping has no coarser levels');
  return {
    dimension,
    depth,
    grouping,
    parents: entry.parents === true,
    open: resolveOpen(entry.open ?? [], dimension, complain),
    top: resolveTop(entry, measures, complain),
    kept: filter?.nodes,
  };
}

/** Members that are not shown may be open: they are shown again when their parent is opened. */
function resolveOpen(
  codes: readonly string[],
  dimension: DimensionModel,
  complain: ComplainAt,
): ReadonlySet<string> {
  codes.forEach((code, index) => {
    const node = dimension.nodeOf.get(code);
    if (node === undefined) {
      if (!dimension.groupOf.has(code)) complain(`/open/${index}`, 'The dimension has no such member');
    } else if (dimension.hierarchy.depth[node] === dimension.definition.levels.length) {
      complain(`/open/${index}`, 'This member has none below it');
    }
  });
  return new Set(codes);
}

function resolveTop(
  { top, parents, open }: AxisEntry,
  measures: readonly AskedMeasure[],
  complain: ComplainAt,
): ResolvedTop | undefined {
  if (!top) return undefined;
  if (parents === true || (open ?? []).length > 0) {
    complain('/top', 'The greatest are chosen among members of one level: not with parents or open');
  }
  const by = measures.find(({ reference }) => reference === top.by);
  if (!by) {
    complain('/top/by', 'This measure is not among those asked for');
    return undefined;
  }
  return { count: top.count, by, others: top.others === true };
}

/** A row must hold what its name says, so a filter cannot keep only a part of a member that is shown. */
function checkFilterFits(
  dimension: DimensionModel,
  depth: number,
  { nodes, places }: FoundFilter,
  complain: ComplainAt,
): void {
  const finer = nodes.flatMap((node, index) =>
    dimension.hierarchy.depth[node]! > depth ? places[index]! : [],
  );
  for (const place of new Set(finer)) complain(place, 'This member is finer than the level on the axis');
}

/** The same for a group: a filter keeps all its members or none. */
function checkGroupsWhole(
  dimension: DimensionModel,
  { groups }: GroupingModel,
  { nodes, places }: FoundFilter,
  complain: ComplainAt,
): void {
  if (nodes.length === 0) return;
  const kept = new Set(nodes);
  const held = groups.map((group) => group.nodes.filter((node) => isWithin(dimension, node, kept)).length);
  const isPart = held.some((count, index) => count > 0 && count < groups[index]!.nodes.length);
  const isNone = held.every((count) => count === 0);
  const place = places[0]?.replace(/\/members\/\d+$/, '') ?? '';
  if (isPart) complain(place, 'This keeps only a part of a group on the axis');
  else if (isNone) complain(place, 'This keeps nothing of the groups on the axis');
}
