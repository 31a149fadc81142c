import type { Filter, LatestFilter, MembersFilter, RangeFilter } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { type ComplainAt, within } from './complain-at.ts';
import { placesAt } from './places-at.ts';

/** What a filter keeps of a dimension. */
export interface FoundFilter {
  /** May name a member twice, or one that is within another. */
  readonly nodes: readonly number[];
  /** For each node, where in the query it is said that it is kept. */
  readonly places: readonly string[];
}

/** Finds what every filter keeps, by dimension. */
export function resolveFilters(
  filters: readonly Filter[],
  cube: CubeModel,
  complain: ComplainAt,
): Map<string, FoundFilter> {
  const found = new Map<string, FoundFilter>();
  filters.forEach((filter, position) => {
    const at = `/filters/${position}`;
    const inFilter = within(at, complain);
    const dimension = cube.dimension(filter.dimension);
    if (!dimension) return inFilter('/dimension', 'The cube has no such dimension');
    if (found.has(filter.dimension)) return inFilter('/dimension', 'This dimension is filtered twice');
    const kept = keptBy(filter, dimension, inFilter);
    found.set(filter.dimension, {
      nodes: kept.flatMap(({ nodes }) => nodes),
      places: kept.flatMap(({ nodes, place }) => nodes.map(() => at + place)),
    });
  });
  return found;
}

interface Kept {
  readonly nodes: readonly number[];
  readonly place: string;
}

function keptBy(filter: Filter, dimension: DimensionModel, complain: ComplainAt): Kept[] {
  if ('members' in filter) return named(filter, dimension, complain);
  const places = placesAt(dimension, filter.level);
  if (!places) {
    complain('/level', 'The dimension has no such level');
    return [];
  }
  const { codes, nodes } = places;
  const [from, to] =
    'latest' in filter ? latest(filter, dimension, codes, complain) : range(filter, codes, complain);
  return nodes.slice(from, to).map((each) => ({ nodes: each, place: '/level' }));
}

function named({ members }: MembersFilter, dimension: DimensionModel, complain: ComplainAt): Kept[] {
  return members.flatMap((code, index): Kept[] => {
    const place = `/members/${index}`;
    const node = dimension.nodeOf.get(code);
    const nodes = node === undefined ? dimension.groupOf.get(code)?.nodes : [node];
    if (!nodes) complain(place, 'The dimension has no such member');
    return nodes ? [{ nodes, place }] : [];
  });
}

type Stretch = readonly [from: number, to: number];

function latest(
  filter: LatestFilter,
  { definition }: DimensionModel,
  codes: readonly string[],
  complain: ComplainAt,
): Stretch {
  if (definition.kind !== 'time') complain('/latest', 'Only periods have a latest');
  return [Math.max(0, codes.length - filter.latest), codes.length];
}

function range(filter: RangeFilter, codes: readonly string[], complain: ComplainAt): Stretch {
  const place = (side: 'from' | 'to', open: number): number => {
    const code = filter[side];
    if (code === undefined) return open;
    const index = codes.indexOf(code);
    if (index < 0) complain(`/${side}`, 'The level has no such member');
    return index < 0 ? open : index;
  };
  const [from, to] = [place('from', 0), place('to', codes.length - 1)];
  if (from > to) complain('/to', 'The range ends before it begins');
  return [from, to + 1];
}
