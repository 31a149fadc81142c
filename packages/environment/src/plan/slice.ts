import {
  deriveRate,
  type Picks,
  type ProtectedTable,
  selectMeasures,
  sliceTable,
} from '@datakube/disclosure';
import { POPULATION } from '../cubes/check-definition.ts';
import { addends } from './additivity.ts';
import type { AxisDimension } from './axis-positions.ts';
import { pickCells } from './pick-cells.ts';
import type { Plan } from './plan.ts';

/**
 * Cuts the answer of a plan out of its cuboid: the counted measures first, then the rates from them,
 * then only what was asked for, in the order of the query.
 */
export function slice(plan: Plan, table: ProtectedTable): ProtectedTable {
  const counted = selectMeasures(table, countedMeasures(plan));
  let answer = sliceTable(counted, plan.size, picksPerMeasure(plan, counted));
  for (const measure of plan.measures) {
    if (measure.kind === 'rate') answer = deriveRate(answer, { ...measure, denominator: POPULATION });
  }
  const asked = plan.measures.map(({ id }) => id);
  return selectMeasures(answer, asked);
}

/** The measures of the table that the answer is made from. */
function countedMeasures({ measures }: Plan): string[] {
  const parts = measures.flatMap((each) => (each.kind === 'rate' ? [each.numerator, POPULATION] : [each.id]));
  return [...new Set(parts)];
}

/** One set of picks for each measure of the table; measures that take the same cells share one. */
function picksPerMeasure(plan: Plan, table: ProtectedTable): Picks[] {
  const made = new Map<string, Picks>();
  return table.shape.measures.map((measure) => {
    const places = placesFor(plan, measure);
    const key = JSON.stringify(places.map((each) => (each.changed ? each.places : null)));
    const picks =
      made.get(key) ?? pickCells(places.map((each) => ({ ...each, stride: strideOf(table, each.id) })));
    made.set(key, picks);
    return picks;
  });
}

interface Places {
  readonly id: string;
  readonly places: readonly (readonly number[])[];
  /** Does this measure take other nodes than those named? */
  readonly changed: boolean;
}

function placesFor(plan: Plan, measure: string): Places[] {
  const { cube, filters, rows, columns } = plan;
  const resting = filters.map(({ dimension, nodes }): AxisDimension => ({
    dimension,
    positions: [{ kind: 'total', nodes }],
  }));
  return [...resting, ...rows, ...columns].map(({ dimension, positions }) => {
    const places = positions.map(({ nodes }) => addends(cube.definition, measure, dimension, nodes));
    const changed = places.some((nodes, index) => nodes !== positions[index]!.nodes);
    return { id: dimension.definition.id, places, changed };
  });
}

/** Distance between neighbouring nodes; 0 for a dimension the table does not have, which stands at node 0. */
function strideOf(table: ProtectedTable, id: string): number {
  const position = table.shape.dimensions.findIndex((dimension) => dimension.id === id);
  if (position < 0) return 0;
  return table.shape.dimensions.slice(position + 1).reduce((product, { size }) => product * size, 1);
}
