import type { DimensionDefinition, Member } from '@datakube/contract';
import type { DimensionModel } from './cube-model.ts';
import { buildGroupings } from './grouping-model.ts';

/**
 * Numbers the members of a dimension as nodes: the total first, then level by level from the coarsest,
 * each in the order of the code list.
 *
 * @param members of the dimension's levels, already checked
 */
export function buildDimension(definition: DimensionDefinition, members: readonly Member[]): DimensionModel {
  const byLevel = definition.levels.map((level) => members.filter((member) => member.level === level.id));
  const nodes: (Member | null)[] = definition.total ? [null] : [];
  const nodesTo = [nodes.length];
  for (const level of byLevel) {
    nodes.push(...level);
    nodesTo.push(nodes.length);
  }
  const nodeOf = new Map(nodes.flatMap((member, node) => (member ? [[member.code, node] as const] : [])));
  const root = definition.total ? 0 : -1;
  const depthOf = new Map(definition.levels.map((level, index) => [level.id, index + 1]));
  const finest = definition.levels.length;
  const groupings = buildGroupings(definition, depthOf, nodeOf);
  return {
    definition,
    hierarchy: {
      id: definition.id,
      parent: Int32Array.from(nodes, (member) =>
        member === null ? -1 : member.parent === undefined ? root : nodeOf.get(member.parent)!,
      ),
      depth: Uint8Array.from(nodes, (member) => (member ? depthOf.get(member.level)! : 0)),
      nodesTo,
    },
    members: nodes,
    nodeOf,
    depthOf,
    groupings: new Map(groupings.map((grouping) => [grouping.definition.id, grouping])),
    groupOf: new Map(groupings.flatMap(({ groups }) => groups.map((group) => [group.code, group]))),
    leaves: Int32Array.from(
      { length: nodesTo[finest]! - nodesTo[finest - 1]! },
      (_, i) => nodesTo[finest - 1]! + i,
    ),
    defaultNode: definition.total ? 0 : nodesTo[1]! - 1,
  };
}

/** Number of members on a level. */
export function levelSize(dimension: DimensionModel, level: string): number {
  const depth = dimension.depthOf.get(level)!;
  return dimension.hierarchy.nodesTo[depth]! - dimension.hierarchy.nodesTo[depth - 1]!;
}

/** For each leaf, in code-list order, the position of its ancestor among the members of a level. */
export function positionsAt(dimension: DimensionModel, level: string): Int32Array {
  const { parent, depth, nodesTo } = dimension.hierarchy;
  const wanted = dimension.depthOf.get(level)!;
  return dimension.leaves.map((leaf) => {
    let node = leaf;
    while (depth[node]! > wanted) node = parent[node]!;
    return node - nodesTo[wanted - 1]!;
  });
}
