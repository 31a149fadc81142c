import type { CellSet } from '@datakube/contract';
import type { ChartOptions } from '../chart-options.ts';
import { chartModel, type ChartModel } from './chart-model.ts';
import { plottedTuples } from './plotted-tuples.ts';

/**
 * The model of a map: places are the categories, and one number is drawn for each. Where a place has several, the last
 * period is drawn where periods tell them apart, and the first of the cell set otherwise.
 *
 * @param isPlace - true for the code of a place that the map knows
 */
export function placeModel(
  cellSet: CellSet,
  { measure, timeDimension = 'time' }: ChartOptions,
  isPlace: (code: string) => boolean,
): ChartModel {
  const along = placeDimension(cellSet, isPlace);
  const model = chartModel(cellSet, { measure, along, most: Number.POSITIVE_INFINITY });
  const periods = hasSeveral(cellSet, timeDimension);
  const drawn = periods && along !== timeDimension ? model.series.slice(-1) : model.series.slice(0, 1);
  return {
    ...model,
    series: drawn,
    leftOut: { ...model.leftOut, series: model.series.length - drawn.length },
  };
}

/** The dimension whose members are places; null where no dimension has any. */
export function placeDimension(cellSet: CellSet, isPlace: (code: string) => boolean): string | null {
  for (const tuples of [cellSet.rows, cellSet.columns]) {
    for (const { tuple } of plottedTuples(tuples)) {
      const place = tuple.find(({ code }) => isPlace(code));
      if (place) return place.dimension;
    }
  }
  return null;
}

function hasSeveral(cellSet: CellSet, dimension: string): boolean {
  const codes = [cellSet.rows, cellSet.columns].flatMap((tuples) =>
    plottedTuples(tuples).flatMap(({ tuple }) =>
      tuple.filter((entry) => entry.dimension === dimension).map(({ code }) => code),
    ),
  );
  return new Set(codes).size > 1;
}
