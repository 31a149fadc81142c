import type { CellSet, ChartType } from '@datakube/contract';
import { MAX_SERIES } from '../model/chart-model.ts';
import { shapeOf, type CellShape } from './cell-shape.ts';
import type { ChartFacts } from './chart-facts.ts';
import { objectionTo } from './objections.ts';

/** Areas that are a map of the country rather than a list. */
const MANY_PLACES = 20;

/** Which charts are thought of, in this order. The first that suits, and misleads nobody, is taken. */
const THOUGHTS: readonly (readonly [ChartType, (shape: CellShape) => boolean])[] = [
  ['dot', ({ time, lines, varying }) => time?.members === 2 && lines > 2 && varying.length === 2],
  ['line', ({ time }) => time !== null],
  ['small-multiples', ({ time }) => time !== null],
  ['pyramid', () => true],
  ['tile-map', ({ names }) => names >= MANY_PLACES],
  ['stacked-bar', addsUp],
  ['heat-map', ({ series }) => series > MAX_SERIES],
  ['bar', () => true],
];

/**
 * The chart that suits a cell set: a line where there is time, small multiples for more lines than can be told apart,
 * dots for two periods, a pyramid for age by sex, a tile map for a rate of many municipalities, stacked bars for
 * parts that add up, a heat map for two larger dimensions, and bars otherwise.
 */
export function fittingChart(cellSet: CellSet, facts: ChartFacts = {}): ChartType {
  const shape = shapeOf(cellSet, facts);
  const found = THOUGHTS.find(([type, suits]) => suits(shape) && objectionTo(type, shape) === null);
  return found?.[0] ?? 'bar';
}

/** True where it is known that parts add up to a whole. */
function addsUp({ across, quantity }: CellShape): boolean {
  return quantity === 'count' && across.every(({ adds }) => adds === true);
}
