import type { CubeDefinition, MeasureDefinition } from '@datakube/contract';
import { POPULATION } from '../cubes/check-definition.ts';
import type { DimensionModel } from '../cubes/cube-model.ts';

/**
 * The nodes whose cells give a measure's number for several nodes taken together.
 *
 * - A measure that adds up over the dimension: all of them.
 * - The population over a dimension it knows nothing of, as diagnoses: any one, for all are alike. The same
 *   for periods of one year; over several years it means nothing.
 * - Otherwise none: there is no such number. Persons who had contacts in two sectors are not the sum of both.
 *
 * @param measure id of a counted measure, or {@link POPULATION}
 */
export function addends(
  cube: CubeDefinition,
  measure: string,
  dimension: DimensionModel,
  nodes: readonly number[],
): readonly number[] {
  if (nodes.length <= 1) return nodes;
  const { id, kind, source } = dimension.definition;
  if (measure === POPULATION) {
    if (cube.population.public.includes(id)) return nodes;
    return kind === 'time' && !sameRoot(dimension, nodes) ? [] : nodes.slice(0, 1);
  }
  const definition = cube.measures.find((each) => each.id === measure);
  const adds = definition && definition.kind !== 'rate' && definition.additiveOver.includes(id);
  return adds && source.multiple !== true ? nodes : [];
}

/** Has the measure a number for these nodes taken together? A rate has one if both its parts have. */
export function addsUp(
  cube: CubeDefinition,
  measure: MeasureDefinition,
  dimension: DimensionModel,
  nodes: readonly number[],
): boolean {
  const parts = measure.kind === 'rate' ? [measure.numerator, POPULATION] : [measure.id];
  return parts.every((part) => addends(cube, part, dimension, nodes).length > 0);
}

function sameRoot(dimension: DimensionModel, nodes: readonly number[]): boolean {
  const { parent, depth } = dimension.hierarchy;
  const roots = nodes.map((node) => {
    let at = node;
    while (depth[at]! > 1) at = parent[at]!;
    return at;
  });
  return new Set(roots).size === 1;
}
