import type { Cube } from '@datakube/contract';
import { PLAIN_LOOK, type AxisField, type ExplorerState } from './explorer-state.ts';
import { deepestReleased, released } from './released.ts';

type Dimension = Cube['dimensions'][number];

/**
 * A table worth meeting first: places down the side with their subtotals, years across, number of persons.
 * A cube without geography starts with its first other dimension.
 */
export function firstLayout(cube: Cube): ExplorerState {
  const time = cube.dimensions.find(({ kind }) => kind === 'time');
  const columns = time ? [atLevel(time, time.levels[0]?.id)] : [];
  const measure = cube.measures.find(({ kind }) => kind === 'persons') ?? cube.measures[0];
  const empty: ExplorerState = {
    rows: [],
    columns,
    filters: [],
    measures: measure ? [measure.id] : [],
    totals: true,
    sort: null,
    collapsed: [],
    view: 'table',
    chart: 'fitting',
    look: PLAIN_LOOK,
  };
  const offers = released(empty, cube);
  const side =
    cube.dimensions.find(({ kind, id }) => kind === 'geography' && offers.get(id)?.first) ??
    cube.dimensions.find(({ kind, id }) => kind !== 'time' && offers.get(id)?.first);
  if (!side) return empty;
  const yearly = new Map(time ? [[time.id, 1]] : []);
  const level =
    side.kind === 'geography' ? deepestReleased(yearly, cube, side.id) : offers.get(side.id)?.first;
  return { ...empty, rows: [atLevel(side, level ?? undefined)] };
}

/** A dimension as it is placed on an axis when nothing else is asked: with parents where there are any. */
export function atLevel(dimension: Dimension, level = dimension.levels[0]?.id ?? ''): AxisField {
  const parents = dimension.kind === 'geography' && dimension.levels.findIndex(({ id }) => id === level) > 0;
  return { dimension: dimension.id, level, parents, open: [], top: null };
}
