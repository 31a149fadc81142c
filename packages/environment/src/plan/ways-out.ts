import type { AxisEntry, Filter, LocalisedText, Query } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { placesAt } from './places-at.ts';

/** A query near another one, and what was changed. */
export interface Change {
  readonly query: Query;
  readonly label: LocalisedText;
}

/**
 * The nearest queries that can be answered: those with the fewest changes, and among them those that
 * keep most of the table.
 *
 * @param cellsOf size of the answer to a query, or undefined when it cannot be answered
 * @param wanted how many
 */
export function findWaysOut(
  query: Query,
  cube: CubeModel,
  cellsOf: (query: Query) => number | undefined,
  wanted: number,
): Change[] {
  const found: (Change & { readonly cells: number })[] = [];
  const seen = new Set([JSON.stringify(query)]);
  let front: Change[] = [{ query, label: { da: '', en: '' } }];
  // Bounded: a hostile query must not buy itself a long search.
  while (found.length < wanted && front.length > 0 && seen.size < MOST_TRIED) {
    const next = front
      .flatMap((from) => steps(from, cube))
      .filter(({ query: candidate }) => {
        const key = JSON.stringify(candidate);
        return !seen.has(key) && seen.size < MOST_TRIED && seen.add(key);
      });
    const answerable = next.flatMap((change) => {
      const cells = cellsOf(change.query);
      return cells === undefined ? [] : [{ ...change, cells }];
    });
    found.push(...answerable.sort((a, b) => b.cells - a.cells));
    const solved = new Set(answerable.map((change) => change.query));
    front = next.filter((change) => !solved.has(change.query));
  }
  return found.slice(0, wanted).map(({ query: way, label }) => ({ query: way, label }));
}

const MOST_TRIED = 200;

/** Every query one change away: a coarser level, a dimension less, a filter less, choices side by side. */
function steps(from: Change, cube: CubeModel): Change[] {
  const onAxes = (['rows', 'columns'] as const).flatMap((axis) =>
    (from.query[axis] ?? []).flatMap((entry, index) => {
      const dimension = cube.dimension(entry.dimension);
      return dimension ? axisSteps(from, axis, index, entry, dimension) : [];
    }),
  );
  return [...onAxes, ...filterSteps(from, cube)];
}

function axisSteps(
  from: Change,
  axis: 'rows' | 'columns',
  index: number,
  entry: AxisEntry,
  dimension: DimensionModel,
): Change[] {
  const { query } = from;
  const entries = query[axis] ?? [];
  const { levels } = dimension.definition;
  const grouping = dimension.groupings.get(entry.level);
  const coarser = levels
    .slice(0, Math.max(0, (grouping?.depth ?? dimension.depthOf.get(entry.level) ?? 0) - 1))
    .toReversed();
  const coarsened = coarser.map((level): Change => {
    const filters = query.filters?.map((filter) =>
      filter.dimension === entry.dimension ? lifted(filter, dimension, level.id) : filter,
    );
    // What is open may be open to a coarser level no more.
    const { open: _open, ...closed } = entry;
    const axisAfter = entries.with(index, { ...closed, level: level.id });
    return {
      query: { ...query, [axis]: axisAfter, ...(filters && { filters }) },
      label: label(
        from,
        `${lower(dimension, 'da')} efter ${level.name.da.toLowerCase()}`,
        `${lower(dimension, 'en')} by ${level.name.en.toLowerCase()}`,
      ),
    };
  });
  const without: Change = {
    query: { ...query, [axis]: entries.toSpliced(index, 1) },
    label: label(from, `uden ${lower(dimension, 'da')}`, `without ${lower(dimension, 'en')}`),
  };
  return [...shut(from, axis, index, entry, dimension), ...coarsened, without];
}

/** The entry with nothing open. */
function shut(
  from: Change,
  axis: 'rows' | 'columns',
  index: number,
  { open = [], ...entry }: AxisEntry,
  dimension: DimensionModel,
): Change[] {
  if (open.length === 0) return [];
  const query = { ...from.query, [axis]: (from.query[axis] ?? []).with(index, entry) };
  const da = `${lower(dimension, 'da')} uden det foldede ud`;
  const en = `${lower(dimension, 'en')} with nothing opened`;
  return [{ query, label: label(from, da, en) }];
}

function filterSteps(from: Change, cube: CubeModel): Change[] {
  const { query } = from;
  const axes = new Set([...(query.rows ?? []), ...(query.columns ?? [])].map(({ dimension }) => dimension));
  return (query.filters ?? []).flatMap((filter, index) => {
    const dimension = cube.dimension(filter.dimension);
    if (!dimension) return [];
    const unfiltered: Change = {
      query: { ...query, filters: query.filters!.toSpliced(index, 1) },
      label: label(
        from,
        `uden filter på ${lower(dimension, 'da')}`,
        `without the filter on ${lower(dimension, 'en')}`,
      ),
    };
    const level = commonLevel(filter, dimension);
    if (axes.has(filter.dimension) || !level) return [unfiltered];
    const sideBySide: Change = {
      query: { ...query, rows: [...(query.rows ?? []), { dimension: filter.dimension, level }] },
      label: label(from, `${lower(dimension, 'da')} i rækker`, `${lower(dimension, 'en')} in rows`),
    };
    return [sideBySide, unfiltered];
  });
}

/** The filter with every member that is finer than the level replaced by its ancestor there. */
function lifted(filter: Filter, dimension: DimensionModel, level: string): Filter {
  const depth = dimension.depthOf.get(level)!;
  const lift = (nodes: readonly number[]): string[] =>
    nodes.map((node) => dimension.members[ancestorAt(dimension, node, depth)]!.code);
  if ('members' in filter) {
    const members = filter.members.flatMap((code) => {
      const nodes = nodesOf(dimension, code);
      return nodes.some((node) => dimension.hierarchy.depth[node]! > depth) ? lift(nodes) : [code];
    });
    return { ...filter, members: [...new Set(members)] };
  }
  const places = placesAt(dimension, filter.level);
  if (!places || dimension.hierarchy.depth[places.nodes[0]![0]!]! <= depth) return filter;
  if ('latest' in filter) {
    const latest = new Set(lift(places.nodes.slice(-filter.latest).flat())).size;
    return { ...filter, level, latest };
  }
  const { from, to } = filter;
  const [first, last] = [from, to].map((code) => code !== undefined && lift(nodesOf(dimension, code)));
  return {
    dimension: filter.dimension,
    level,
    ...(first && { from: first[0] }),
    ...(last && { to: last.at(-1) }),
  };
}

function nodesOf(dimension: DimensionModel, code: string): readonly number[] {
  const node = dimension.nodeOf.get(code);
  return node === undefined ? (dimension.groupOf.get(code)?.nodes ?? []) : [node];
}

function ancestorAt(dimension: DimensionModel, node: number, depth: number): number {
  let at = node;
  while (dimension.hierarchy.depth[at]! > depth) at = dimension.hierarchy.parent[at]!;
  return at;
}

/** Where all members can stand side by side: their grouping, or the finest level among them. */
function commonLevel(filter: Filter, dimension: DimensionModel): string | undefined {
  if (!('members' in filter)) return filter.level;
  const { members } = filter;
  const nodes = members.flatMap((code) => nodesOf(dimension, code));
  if (nodes.length < 2) return undefined;
  const grouped = [...dimension.groupings.values()].find(
    ({ groups }) =>
      members.length > 1 && members.every((code) => groups.some((group) => group.code === code)),
  );
  if (grouped) return grouped.definition.id;
  const depths = nodes.map((node) => dimension.hierarchy.depth[node]!);
  return dimension.definition.levels[Math.max(...depths) - 1]?.id;
}

function lower(dimension: DimensionModel, language: 'da' | 'en'): string {
  return dimension.definition.name[language].toLowerCase();
}

function label(from: Change, da: string, en: string): LocalisedText {
  const joined = (before: string, text: string): string =>
    before === '' ? text.charAt(0).toUpperCase() + text.slice(1) : `${before}, ${text}`;
  return { da: joined(from.label.da, da), en: joined(from.label.en, en) };
}
