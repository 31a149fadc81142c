import type { DimensionModel } from '../cubes/cube-model.ts';
import { nodesAt } from './axis-positions.ts';

/** The members of a level or the groups of a grouping, in code-list order: their codes, and the nodes of each. */
export interface Places {
  readonly codes: readonly string[];
  readonly nodes: readonly (readonly number[])[];
}

/** @returns undefined where the dimension has neither a level nor a grouping of this name */
export function placesAt(dimension: DimensionModel, level: string): Places | undefined {
  const grouping = dimension.groupings.get(level);
  if (grouping) {
    const { groups } = grouping;
    return { codes: groups.map(({ code }) => code), nodes: groups.map(({ nodes }) => nodes) };
  }
  const depth = dimension.depthOf.get(level);
  if (depth === undefined) return undefined;
  const nodes = nodesAt(dimension, depth);
  return { codes: nodes.map((node) => dimension.members[node]!.code), nodes: nodes.map((node) => [node]) };
}
