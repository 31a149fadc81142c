import type { Reference } from '@datakube/charts';
import { derivedMeasure, derivationsOf, readReference, type Cube, type Measure } from '@datakube/contract';
import type { Openable } from '../../pivot/openable.ts';
import type { DrillOffer, TableOffers } from '../../pivot-table/table-offers.ts';
import {
  axisField,
  isUsed,
  levelAbove,
  levelBelow,
  released,
  type AxisField,
  type DimensionOffer,
  type ExplorerState,
} from '../../state/index.ts';

type Place = 'before' | 'after';

/** What a table is told beside its numbers. */
export interface TableView {
  readonly measureInfo: readonly Measure[];
  /** The cube, with what is shown of its measures as measures of their own. */
  readonly cube: Cube;
  readonly totals: { readonly rows: Place; readonly columns: Place };
  readonly subtotals: { readonly rows: Place; readonly columns: Place };
  readonly openable: Openable;
  readonly offers: TableOffers;
  /** What a chart compares with. */
  readonly references: readonly Reference[];
}

/** What a table shows and offers in a state: which members open, where drilling leads, where totals stand. */
export function tableView(state: ExplorerState, cube: Cube): TableView {
  const offers = released(state, cube);
  const measures = state.measures.flatMap((reference) => {
    const { measure, derivation } = readReference(reference);
    const found = cube.measures.find(({ id }) => id === measure);
    return found && derivation !== null ? [derivedMeasure(found, derivation)] : [];
  });
  const measureInfo = [...cube.measures, ...measures];
  const after = state.look.totals === 'after';
  return {
    measureInfo,
    cube: { ...cube, measures: measureInfo },
    // Totals of rows are met first, those of columns last: as the eye goes through a table.
    totals: { rows: after ? 'after' : 'before', columns: 'after' },
    subtotals: { rows: after ? 'after' : 'before', columns: after ? 'after' : 'before' },
    openable: (dimension, level) => opens(state, cube, offers, dimension, level),
    offers: offersOf(state, cube, offers),
    references: referencesOf(state, cube),
  };
}

function opens(
  state: ExplorerState,
  cube: Cube,
  offers: ReadonlyMap<string, DimensionOffer>,
  dimension: string,
  level: string,
): boolean {
  const field = axisField(state, dimension);
  if (!field || field.top) return false;
  const below = levelBelow(cube, dimension, level);
  return below !== undefined && isOffered(offers, dimension, below);
}

/** The whole country beside rates of places, where it is in the answer. A total of counts would dwarf its parts. */
function referencesOf(state: ExplorerState, cube: Cube): readonly Reference[] {
  const first = readReference(state.measures[0] ?? '');
  const isRate = cube.measures.some(({ id, kind }) => id === first.measure && kind === 'rate');
  if (!state.totals || !isRate || first.derivation !== null) return [];
  const places = [...state.rows, ...state.columns].map(({ dimension }) =>
    cube.dimensions.find(({ id, kind, total }) => id === dimension && kind === 'geography' && total !== null),
  );
  return places.flatMap((place) => (place ? [{ dimension: place.id, member: 'total' }] : []));
}

function offersOf(
  state: ExplorerState,
  cube: Cube,
  offers: ReadonlyMap<string, DimensionOffer>,
): TableOffers {
  const fields = [...state.rows, ...state.columns];
  const shown = new Set(state.measures.map((reference) => readReference(reference).measure));
  return {
    filter: true,
    drill: Object.fromEntries(fields.map((field) => [field.dimension, drillOf(field, state, cube, offers)])),
    top: Object.fromEntries(fields.map(({ dimension, top }) => [dimension, top])),
    derivations: Object.fromEntries(
      cube.measures.filter(({ id }) => shown.has(id)).map(({ id, kind }) => [id, derivationsOf(kind)]),
    ),
    hideMeasure: state.measures.length > 1,
    about: [...cube.dimensions, ...cube.measures].map(({ id }) => id),
  };
}

function drillOf(
  { dimension, level }: AxisField,
  state: ExplorerState,
  cube: Cube,
  offers: ReadonlyMap<string, DimensionOffer>,
): DrillOffer {
  const levels = cube.dimensions.find(({ id }) => id === dimension)?.levels ?? [];
  const down = levels.flatMap(({ id }) => {
    const below = levelBelow(cube, dimension, id);
    return below !== undefined && isOffered(offers, dimension, below) ? [[id, below] as const] : [];
  });
  const across = cube.dimensions.filter(({ id }) => !isUsed(state, id) && offers.get(id)?.first != null);
  return {
    down: Object.fromEntries(down),
    up: levelAbove(cube, dimension, level) ?? null,
    across: across.map(({ id }) => id),
  };
}

function isOffered(offers: ReadonlyMap<string, DimensionOffer>, dimension: string, level: string): boolean {
  return offers.get(dimension)?.levels.some((each) => each.offered && each.level === level) === true;
}

/** The same for a reader who cannot ask for anything else. */
export function steadyTableView(state: ExplorerState, cube: Cube): TableView {
  return { ...tableView(state, cube), openable: () => false, offers: {} };
}

/** Remembers the last view: a table that is told the same again is not drawn again. */
export function rememberedTableView(
  make: (state: ExplorerState, cube: Cube) => TableView = tableView,
): (state: ExplorerState, cube: Cube) => TableView {
  let last: { state: ExplorerState; cube: Cube; view: TableView } | null = null;
  return (state, cube) => {
    if (last?.state !== state || last.cube !== cube) last = { state, cube, view: make(state, cube) };
    return last.view;
  };
}
