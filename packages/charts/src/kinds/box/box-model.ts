import type { CellSet, Tuple } from '@datakube/contract';
import { chartModel, type ChartModel } from '../../model/chart-model.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { categoryDimensions } from '../../model/layout.ts';
import type { Series } from '../../model/series.ts';
import type { BoxChartOptions } from './box-options.ts';

const MAX_GROUPS = 60;
const elsewhere: ChartValue = { kind: 'not-applicable' };

/**
 * Members as categories, and a series for each box: for each column, and for each parent where parents stand above
 * their children on the axis. A member of another parent is not applicable in a box, so it is neither shown nor hidden.
 */
export function boxModel(cellSet: CellSet, options: BoxChartOptions): ChartModel {
  const { measure, memberDimension } = options;
  const model = chartModel(cellSet, { measure, along: memberDimension ?? null, most: MAX_GROUPS });
  const [dimension, ...others] = memberDimension ? [memberDimension] : categoryDimensions(cellSet);
  if (dimension === undefined || others.length > 0) return model;

  const parents = parentsOf([...cellSet.rows, ...cellSet.columns], dimension);
  const parentOf = model.categories.map(({ codes }) => parents.get(codes[0] ?? ''));
  const distinct = [...new Set(parentOf)].filter((parent) => parent !== undefined);
  if (distinct.length === 0) return model;
  const all = distinct.flatMap((parent) =>
    model.series.map((series): Series => ({
      ...series,
      label: [parent.label, series.label].filter(Boolean).join(', '),
      codes: [parent.code, ...series.codes],
      values: series.values.map((value, category) => (parentOf[category] === parent ? value : elsewhere)),
    })),
  );
  const leftOut = model.leftOut.series * distinct.length + Math.max(0, all.length - MAX_GROUPS);
  return { ...model, series: all.slice(0, MAX_GROUPS), leftOut: { ...model.leftOut, series: leftOut } };
}

interface Parent {
  readonly code: string;
  readonly label: string;
}

/** The parent of each member of the finest level: the nearest above it, as parents come before their children. */
function parentsOf(tuples: readonly Tuple[], dimension: string): Map<string, Parent> {
  const entries = tuples.flatMap((tuple) =>
    tuple.filter((entry) => entry.dimension === dimension && entry.kind === 'member'),
  );
  const finest = [...new Set(entries.map(({ level }) => level))].at(-1);
  const parents = new Map<string, Parent>();
  let above: Parent | null = null;
  for (const { level, code, label } of entries) {
    if (level !== finest) above = { code, label };
    else if (above) parents.set(code, above);
  }
  return parents;
}
