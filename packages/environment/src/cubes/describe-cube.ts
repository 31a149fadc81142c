import type {
  Cube,
  Dimension,
  Measure,
  MeasureDefinition,
  Policy,
  PublicPolicy,
  Way,
} from '@datakube/contract';
import { OUTSIDE_LIMITS } from '../outside/admission.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import type { CubeModel, DimensionModel } from './cube-model.ts';
import { levelSize } from './dimension-model.ts';

/**
 * What a portal may know of a cube: the definition without where its data lie, and the release it is served from.
 *
 * @param ways outside the release that are open to the user who asks; none by default
 */
export function describeCube(
  model: CubeModel,
  manifest: ReleaseManifest,
  synthetic: boolean,
  ways: readonly Way[] = [],
): Cube {
  const { id, name, description, policy, examples, declaration } = model.definition;
  return {
    id,
    name,
    description,
    dimensions: model.dimensions.map(describeDimension),
    measures: model.definition.measures.map(describeMeasure),
    policy: publicPolicy(policy),
    release: {
      id: manifest.id,
      published: manifest.published,
      cuboids: manifest.cuboids.map((cuboid) => ({
        dimensions: cuboid.dimensions.map((part) => ({ ...part })),
      })),
      cells: manifest.cuboids.reduce((sum, cuboid) => sum + cuboid.cells, 0),
    },
    outside: { ways: [...ways], ...OUTSIDE_LIMITS },
    examples: examples ?? [],
    declaration,
    synthetic,
  };
}

/** Not which roles may have more: that is told to each user for themselves. */
export function publicPolicy(policy: Policy): PublicPolicy {
  const { method, threshold } = policy;
  switch (policy.method) {
    case 'suppress':
      return { method, threshold, zeros: policy.zeros };
    case 'round':
      return { method, threshold, base: policy.base };
    case 'perturb':
      return { method, threshold, noise: { ...policy.noise } };
  }
}

function describeDimension(dimension: DimensionModel): Dimension {
  const { id, name, description, group, kind, levels, groupings, total, source, synonyms, caveats } =
    dimension.definition;
  return {
    id,
    name,
    description,
    group,
    kind,
    levels: levels.map((level) => ({ ...level, members: levelSize(dimension, level.id) })),
    groupings: (groupings ?? []).map(({ groups, ...grouping }) => ({ ...grouping, members: groups.length })),
    total,
    default: dimension.members[dimension.defaultNode]?.code ?? null,
    multiple: source.multiple === true,
    synonyms: synonyms ?? [],
    caveats: caveats ?? [],
  };
}

/** A measure without how it is counted. */
export function describeMeasure(measure: MeasureDefinition): Measure {
  const { id, name, description, unit, kind } = measure;
  return {
    id,
    name,
    description,
    unit,
    kind,
    additiveOver: measure.kind === 'rate' ? [] : measure.additiveOver,
    decimals: measure.kind === 'rate' ? measure.decimals : 0,
  };
}
