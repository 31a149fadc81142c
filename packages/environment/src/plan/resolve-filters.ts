import type { Filter } from '@datakube/contract';
import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';
import { nodesAt } from './axis-positions.ts';
import type { ComplainAt } from './complain-at.ts';

/** What a filter keeps of a dimension. */
export interface FoundFilter {
  readonly filter: Filter;
  readonly position: number;
  readonly nodes: readonly number[];
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
    const dimension = cube.dimension(filter.dimension);
    if (!dimension) return complain(`${at}/dimension`, 'The cube has no such dimension');
    if (found.has(filter.dimension)) return complain(`${at}/dimension`, 'This dimension is filtered twice');
    const nodes = keptBy(filter, dimension, (below, message) => complain(`${at}${below}`, message));
    found.set(filter.dimension, { filter, position, nodes });
  });
  return found;
}

/** Where in the query it is said that one of the kept members is kept. */
export function placeOf({ filter, position }: FoundFilter, index: number): string {
  return `/filters/${position}/${'members' in filter ? `members/${index}` : 'level'}`;
}

function keptBy(filter: Filter, dimension: DimensionModel, complain: ComplainAt): readonly number[] {
  if ('members' in filter) {
    return filter.members.flatMap((code, index) => {
      const node = dimension.nodeOf.get(code);
      if (node === undefined) complain(`/members/${index}`, 'The dimension has no such member');
      return node ?? [];
    });
  }
  const depth = dimension.depthOf.get(filter.level);
  if (depth === undefined) {
    complain('/level', 'The dimension has no such level');
    return [];
  }
  const nodes = nodesAt(dimension, depth);
  if ('latest' in filter) {
    if (dimension.definition.kind !== 'time') complain('/latest', 'Only periods have a latest');
    return nodes.slice(-filter.latest);
  }
  const end = (side: 'from' | 'to', open: number): number => {
    const code = filter[side];
    if (code === undefined) return open;
    const index = nodes.indexOf(dimension.nodeOf.get(code) ?? -1);
    if (index < 0) complain(`/${side}`, 'The level has no such member');
    return index;
  };
  const [from, to] = [end('from', 0), end('to', nodes.length - 1)];
  if (from > to && to >= 0) complain('/to', 'The range ends before it begins');
  return nodes.slice(from, to + 1);
}
