import type { AxisDimension } from '../plan/axis-positions.ts';
import type { DimensionModel } from '../cubes/cube-model.ts';
import type { ResolvedFilter } from '../plan/resolved-query.ts';

/** A dimension of an answer: for each of its places, the nodes whose cells are taken together there. */
export interface FrameDimension {
  readonly dimension: DimensionModel;
  readonly places: readonly (readonly number[])[];
}

/** Which cells an answer, or what it is compared with, is cut out of. */
export interface Frame {
  readonly rows: readonly FrameDimension[];
  readonly columns: readonly FrameDimension[];
  readonly filters: readonly FrameDimension[];
}

/** What a frame is made from: the axes of a plan, and the dimensions on none. */
export interface Axes {
  readonly rows: readonly AxisDimension[];
  readonly columns: readonly AxisDimension[];
  readonly filters: readonly ResolvedFilter[];
}

/** The frame of what is shown. */
export function frameOf({ rows, columns, filters }: Axes): Frame {
  const places = ({ dimension, positions }: AxisDimension): FrameDimension => ({
    dimension,
    places: positions.map(({ nodes }) => nodes),
  });
  return {
    rows: rows.map(places),
    columns: columns.map(places),
    filters: filters.map(({ dimension, nodes }) => ({ dimension, places: [nodes] })),
  };
}

/** Positions of an axis. One without dimensions has one. */
export function lengthOf(axis: readonly FrameDimension[]): number {
  return axis.reduce((length, { places }) => length * places.length, 1);
}

/** Cells of the table that are read for one measure. */
export function readsOf({ rows, columns, filters }: Frame): number {
  return [...rows, ...columns, ...filters].reduce(
    (product, { places }) => product * places.reduce((sum, { length }) => sum + length, 0),
    1,
  );
}
