import type { Derivation } from '@datakube/contract';
import type { DimensionModel } from '../cubes/cube-model.ts';
import type { AxisDimension } from '../plan/axis-positions.ts';
import { type Axes, type Frame, type FrameDimension, lengthOf } from './frame.ts';

/** A dimension of a compared frame, and for each position of the answer its place there. */
interface ComparedDimension extends FrameDimension {
  readonly at: readonly number[];
}

/** What the cells of an answer are compared with, shown or not. */
export interface ComparedFrame extends Frame {
  readonly rows: readonly ComparedDimension[];
  readonly columns: readonly ComparedDimension[];
}

/**
 * The numbers that a derived measure compares with. They are cells of the table the answer is cut from, so
 * nothing is read that could not be asked for.
 *
 * - A share of the row: all dimensions in columns at their totals, of what a filter keeps; of the column: those in
 *   rows; of all: both. A dimension without a total, as time, stands where it stood.
 * - A change or growth: the period before on the same level of time, in the order of the code list. The first has
 *   none, nor have several periods taken together.
 * - An index: the first period on the axis, of each level.
 */
export function comparedFrame(derivation: Derivation, { rows, columns, filters }: Axes): ComparedFrame {
  const down = rows.map((axis) => compared(axis, derivation, 'rows'));
  const across = columns.map((axis) => compared(axis, derivation, 'columns'));
  const resting = filters.map(({ dimension, nodes }): FrameDimension => {
    const isBefore = derivation === 'change' || derivation === 'growth';
    const place = isBefore && isTime(dimension) ? before(dimension, nodes) : nodes;
    return { dimension, places: [place] };
  });
  return { rows: down, columns: across, filters: resting };
}

function compared(axis: AxisDimension, derivation: Derivation, side: 'rows' | 'columns'): ComparedDimension {
  switch (derivation) {
    case 'row-share':
      return side === 'columns' ? atTotal(axis) : asShown(axis);
    case 'column-share':
      return side === 'rows' ? atTotal(axis) : asShown(axis);
    case 'total-share':
      return atTotal(axis);
    case 'change':
    case 'growth':
      return isTime(axis.dimension) ? asShown(axis, (nodes) => before(axis.dimension, nodes)) : asShown(axis);
    case 'index':
      return isTime(axis.dimension) ? atFirst(axis) : asShown(axis);
  }
}

function asShown(
  { dimension, positions }: AxisDimension,
  change: (nodes: readonly number[]) => readonly number[] = (same) => same,
): ComparedDimension {
  return {
    dimension,
    places: positions.map(({ nodes }) => change(nodes)),
    at: positions.map((_, index) => index),
  };
}

function atTotal(axis: AxisDimension): ComparedDimension {
  const { dimension, positions, total } = axis;
  if (total === null) return asShown(axis);
  return { dimension, places: [total], at: positions.map(() => 0) };
}

/** Each position at the first of its level, in the order of the code list; several taken together at none. */
function atFirst({ dimension, positions }: AxisDimension): ComparedDimension {
  const { depth } = dimension.hierarchy;
  const firsts = new Map<number, number>();
  for (const { nodes } of positions) {
    const [node] = nodes;
    if (nodes.length !== 1 || node === undefined) continue;
    firsts.set(depth[node]!, Math.min(node, firsts.get(depth[node]!) ?? node));
  }
  const levels = [...firsts.keys()];
  return {
    dimension,
    places: [...[...firsts.values()].map((node) => [node]), []],
    at: positions.map(({ nodes }) =>
      nodes.length === 1 ? levels.indexOf(depth[nodes[0]!]!) : levels.length,
    ),
  };
}

/** The period before, as nodes; none before the first of its level, and before several taken together. */
function before({ hierarchy }: DimensionModel, nodes: readonly number[]): readonly number[] {
  const [node] = nodes;
  if (nodes.length !== 1 || node === undefined || node === 0) return [];
  return hierarchy.depth[node - 1] === hierarchy.depth[node] ? [node - 1] : [];
}

function isTime({ definition }: DimensionModel): boolean {
  return definition.kind === 'time';
}

/**
 * For each cell of the answer, row by row, the cell of the frame it is compared with. As long as the answer, so not
 * before its size has been checked.
 */
export function comparedCells({ rows, columns }: ComparedFrame): Int32Array {
  const down = placesAlong(rows);
  const across = placesAlong(columns);
  const width = lengthOf(columns);
  const cells = new Int32Array(down.length * across.length);
  let cell = 0;
  for (const row of down) {
    for (const column of across) cells[cell++] = row * width + column;
  }
  return cells;
}

/** For each position of an axis, its position on the compared axis. */
function placesAlong(axis: readonly ComparedDimension[]): number[] {
  return axis.reduce<number[]>(
    (before, { places, at }) => before.flatMap((position) => at.map((own) => position * places.length + own)),
    [0],
  );
}
