import type { CubeModel, DimensionModel } from '../cubes/cube-model.ts';

/** A member by its code and that of the member above; null for the total and above the first level. */
export type MemberPlace = readonly [code: string | null, above: string | null];

/** What two releases of a cube must have in common, so that one can follow the other. Known to everybody. */
export interface ReleaseForm {
  /** Cubes that are published together. */
  readonly family: readonly string[];
  /** What is counted, how, and what is hidden: by its name in the definition. */
  readonly rules: Readonly<Record<string, unknown>>;
  readonly dimensions: Readonly<
    Record<string, { readonly rules: unknown; readonly members: readonly MemberPlace[] }>
  >;
}

/** Names and texts, rates (derived), rights and the declaration are not part of it, and neither are the cuboids. */
export function formOf(cube: CubeModel): ReleaseForm {
  const { facts, partOf, population, measures, policy } = cube.definition;
  const { outsideRelease: _, ...method } = policy;
  return {
    family: cube.family().map(({ definition }) => definition.id),
    rules: {
      facts,
      partOf: partOf ?? null,
      population,
      measures: measures.flatMap((measure) => {
        if (measure.kind === 'rate') return [];
        const { id, kind, additiveOver } = measure;
        return [{ id, kind, additiveOver, column: measure.kind === 'sum' ? measure.column : null }];
      }),
      policy: method,
    },
    dimensions: Object.fromEntries(
      cube.dimensions.map((dimension) => {
        const { id, kind, levels, total, source } = dimension.definition;
        const rules = { kind, levels: levels.map((level) => level.id), total: total !== null, source };
        return [id, { rules, members: membersOf(dimension) }];
      }),
    ),
  };
}

/** The members of a dimension in the order of their nodes. */
export function membersOf({ members, hierarchy: { parent } }: DimensionModel): MemberPlace[] {
  return members.map((member, node) => [
    member?.code ?? null,
    parent[node]! < 0 ? null : (members[parent[node]!]?.code ?? null),
  ]);
}
