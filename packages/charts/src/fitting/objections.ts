import type { ChartType } from '@datakube/contract';
import { MAX_SERIES } from '../model/chart-model.ts';
import type { CellShape, ShapeDimension } from './cell-shape.ts';
import type { Reason } from './reasons.ts';

/** The weightiest reason against a kind of chart for a shape; null where there is none. */
export function objectionTo(type: ChartType, shape: CellShape): Reason | null {
  for (const [reason, holds] of AGAINST[type]) if (holds(shape)) return reason;
  return null;
}

type Objection = readonly [Reason, (shape: CellShape) => boolean];

/** Places that a tile map of the country is worth drawing for. */
const FEW_PLACES = 10;
/** Numbers that quartiles mean something for. */
const FEW_NUMBERS = 8;

const noTime: Objection = ['no-time', ({ time }) => time === null];
const tooManyLines: Objection = ['too-many-series', ({ lines }) => lines > MAX_SERIES];
const tooManySeries: Objection = ['too-many-series', ({ series }) => series > MAX_SERIES];

/** What speaks against adding up over some dimensions. */
function notParts(over: (shape: CellShape) => readonly ShapeDimension[]): readonly Objection[] {
  return [
    ['ratios-do-not-add-up', ({ never }) => never === 'ratio'],
    ['changes-do-not-add-up', ({ never }) => never === 'change'],
    ['does-not-add-up', (shape) => over(shape).some(({ adds }) => adds === false)],
  ];
}

const places = ({ varying }: CellShape): ShapeDimension | undefined =>
  varying.find(({ kind }) => kind === 'geography');

const onMap: readonly Objection[] = [
  ['no-places', (shape) => !places(shape)],
  ['several-values-a-place', ({ varying }) => varying.length > 1],
  ['counts-by-place', ({ quantity }) => quantity === 'count' || quantity === 'change'],
];

const stacked: readonly Objection[] = [
  ['nothing-to-stack', ({ series }) => series < 2],
  ...notParts(({ across }) => across),
  tooManySeries,
];

/** What speaks against each kind of chart, the weightiest first. */
const AGAINST: Readonly<Record<ChartType, readonly Objection[]>> = {
  bar: [tooManySeries],
  'stacked-bar': stacked,
  'share-bar': [...stacked, ['no-whole', ({ whole }) => !whole]],
  line: [noTime, tooManyLines],
  area: [noTime, ...notParts(({ varying }) => varying.filter(({ kind }) => kind !== 'time')), tooManyLines],
  pyramid: [['not-age-by-sex', (shape) => !isAgeBySex(shape)]],
  'heat-map': [['one-dimension', ({ names, series }) => names < 2 || series < 2]],
  dot: [tooManySeries],
  'small-multiples': [noTime, ['one-line', ({ lines }) => lines < 2]],
  'tile-map': [
    ...onMap,
    ['no-tiles', (shape) => places(shape)?.tiles !== true],
    ['too-few-places', (shape) => (places(shape)?.members ?? 0) < FEW_PLACES],
  ],
  map: [['no-borders', ({ geometry }) => !geometry], ...onMap],
  box: [
    ['counts-in-a-box', ({ quantity }) => quantity === 'count'],
    ['too-few-for-a-box', ({ names }) => names < FEW_NUMBERS],
  ],
};

/** Age groups by two sexes, and nothing else that varies. */
function isAgeBySex({ varying, names }: CellShape): boolean {
  const [one, other, ...more] = varying;
  const kinds = new Set([one?.kind, other?.kind]);
  const sexes = varying.find(({ kind }) => kind === 'sex')?.members;
  return more.length === 0 && kinds.has('age') && kinds.has('sex') && sexes === 2 && names > 1;
}
