import type { DimensionDefinition, Grouping, LocalisedText } from '@datakube/contract';

/** A group of a grouping, with its members as nodes. */
export interface GroupModel {
  readonly code: string;
  readonly name: LocalisedText;
  /** In code-list order, all on one level. */
  readonly nodes: readonly number[];
}

/** Another way to put the members of a level together, with the members as nodes. */
export interface GroupingModel {
  readonly definition: Grouping;
  /** Depth of the level whose members are put together. */
  readonly depth: number;
  readonly groups: readonly GroupModel[];
}

/** The groupings of a dimension whose members have been numbered. */
export function buildGroupings(
  { groupings = [] }: DimensionDefinition,
  depthOf: ReadonlyMap<string, number>,
  nodeOf: ReadonlyMap<string, number>,
): GroupingModel[] {
  return groupings.map((definition) => ({
    definition,
    depth: depthOf.get(definition.level) ?? 0,
    groups: definition.groups.map(({ code, name, members }) => ({
      code,
      name,
      nodes: members.flatMap((member) => nodeOf.get(member) ?? []).sort((a, b) => a - b),
    })),
  }));
}
