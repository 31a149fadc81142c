import {
  compareCells,
  type Compared,
  type Comparison,
  deriveRate,
  type Picks,
  type ProtectedTable,
  selectMeasures,
  sliceTable,
} from '@datakube/disclosure';
import type { Derivation, MeasureDefinition } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { POPULATION } from '../cubes/check-definition.ts';
import { comparedCells, comparedFrame } from '../derive/compared-frame.ts';
import { type CellFlags, flagsOf } from '../derive/flags-of.ts';
import { type Frame, frameOf, lengthOf } from '../derive/frame.ts';
import { addends } from './additivity.ts';
import { pickCells } from './pick-cells.ts';
import type { Plan } from './plan.ts';
import type { AskedMeasure } from './resolve-measures.ts';

/** The cells of an answer, one measure for each that was asked for, in the order of the query. */
export interface Slice {
  readonly table: ProtectedTable;
  readonly flags: CellFlags;
}

/**
 * Cuts the answer of a plan out of its cuboid: the counted measures first, then the rates from them, then what is
 * compared with other cells of the same cuboid, then only what was asked for.
 */
export function slice(plan: Plan, table: ProtectedTable): Slice {
  const { cube, measures } = plan;
  let answer = cutOut(cube, table, frameOf(plan), measures);
  const compared = new Map<Derivation, Compared>();
  for (const derivation of new Set(measures.flatMap((each) => each.derivation ?? []))) {
    const frame = comparedFrame(derivation, plan);
    const wanted = measures.filter((each) => each.derivation === derivation);
    compared.set(derivation, { table: cutOut(cube, table, frame, wanted), with: comparedCells(frame) });
  }
  for (const { reference, measure, derivation } of measures) {
    if (derivation === null) continue;
    const decimals = measure.kind === 'rate' ? measure.decimals : 0;
    const comparison = { id: reference, measure: measure.id, by: COMPARISON[derivation], decimals };
    answer = compareCells(answer, comparison, compared.get(derivation)!);
  }
  const asked = measures.map(({ reference }) => reference);
  return { table: selectMeasures(answer, asked), flags: flagsOf(measures, answer, compared) };
}

const COMPARISON: Readonly<Record<Derivation, Comparison['by']>> = {
  'row-share': 'per-cent',
  'column-share': 'per-cent',
  'total-share': 'per-cent',
  index: 'per-cent',
  change: 'difference',
  growth: 'growth',
};

/** The cells of a frame, with the measures and all they are made from. */
function cutOut(
  cube: CubeModel,
  table: ProtectedTable,
  frame: Frame,
  asked: readonly AskedMeasure[],
): ProtectedTable {
  const measures = [...new Set(asked.map(({ measure }) => measure))];
  const counted = selectMeasures(table, countedMeasures(measures));
  const size = { rows: lengthOf(frame.rows), columns: lengthOf(frame.columns) };
  let cells = sliceTable(counted, size, picksPerMeasure(cube, frame, counted));
  for (const measure of measures) {
    if (measure.kind === 'rate') cells = deriveRate(cells, { ...measure, denominator: POPULATION });
  }
  return cells;
}

/** The measures of the table that the answer is made from. */
function countedMeasures(measures: readonly MeasureDefinition[]): string[] {
  const parts = measures.flatMap((each) => (each.kind === 'rate' ? [each.numerator, POPULATION] : [each.id]));
  return [...new Set(parts)];
}

/** One set of picks for each measure of the table; measures that take the same cells share one. */
function picksPerMeasure(cube: CubeModel, frame: Frame, table: ProtectedTable): Picks[] {
  const made = new Map<string, Picks>();
  return table.shape.measures.map((measure) => {
    const places = placesFor(cube, frame, measure);
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

function placesFor(cube: CubeModel, { filters, rows, columns }: Frame, measure: string): Places[] {
  return [...filters, ...rows, ...columns].map(({ dimension, places: named }) => {
    const places = named.map((nodes) => addends(cube.definition, measure, dimension, nodes));
    const changed = places.some((nodes, index) => nodes !== named[index]);
    return { id: dimension.definition.id, places, changed };
  });
}

/** Distance between neighbouring nodes; 0 for a dimension the table does not have, which stands at node 0. */
function strideOf(table: ProtectedTable, id: string): number {
  const position = table.shape.dimensions.findIndex((dimension) => dimension.id === id);
  if (position < 0) return 0;
  return table.shape.dimensions.slice(position + 1).reduce((product, { size }) => product * size, 1);
}
