import type { CellSet, Tuple, TupleEntry } from '@datakube/contract';
import type { ChartValue } from './chart-value.ts';
import { layOut, type Layout } from './layout.ts';
import type { Reference } from '../chart-options.ts';
import { flagsOfTuple } from './flags.ts';
import { referencesOf, type Standing } from './references.ts';
import type { Category, ReferenceSeries, Series } from './series.ts';

/** At most this many series are drawn in one plot; more cannot be told apart by colour and shape. */
export const MAX_SERIES = 4;

/** A cell set as charts see it: categories along an axis, a few series, perhaps others to compare with. */
export interface ChartModel {
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  /** What is compared with: other cells of the same cell set. {@link MAX_SERIES} at most. */
  readonly references: readonly ReferenceSeries[];
  /** The cells of all parts together, for parts of a whole; null where it is not asked for, or not in the cell set. */
  readonly whole: Series | null;
  /** How many series and categories the cell set has beyond those drawn. */
  readonly leftOut: { readonly series: number; readonly categories: number };
}

export interface ModelRequest {
  readonly measure: string | undefined;
  /** The dimension whose members are the categories; null for the dimensions of the rows. */
  readonly along: string | null;
  /** True to read the total of what the series are parts of. Default false. */
  readonly whole?: boolean;
  /** Members to compare with. Default none. */
  readonly references?: readonly Reference[] | undefined;
  /** Members to compare with that are categories of their own, after the others. Default none. */
  readonly beside?: readonly Reference[] | undefined;
  /** How many series are drawn at most. Default {@link MAX_SERIES}: more cannot be told apart in one plot. */
  readonly most?: number;
}

/** Reads a cell set into categories and series. Nothing is summed or derived: every value is a cell. */
export function chartModel(
  cellSet: CellSet,
  { measure, along, references = [], beside = [], whole = false, most = MAX_SERIES }: ModelRequest,
): ChartModel {
  const layout = layOut(cellSet, measure, along, beside);
  if (!layout) return NOTHING;
  const { categories, groups } = splitAxis(layout, beside);
  const all = groups.flatMap((group) =>
    layout.cross.map((cross): Standing => ({
      places: categories.map((_, category) => group.places[category]),
      cross: cross.index,
      entries: layout.mainIsRows ? [...group.rest, ...cross.tuple] : [...cross.tuple, ...group.rest],
    })),
  );
  const drawn = all.slice(0, most);
  const together = whole ? wholeOf(layout, categories, groups) : null;
  return {
    categories,
    series: drawn.map((standing) => seriesAt(layout, standing)),
    references: referencesOf(layout, drawn, references, MAX_SERIES),
    whole: together && seriesAt(layout, together),
    leftOut: { series: Math.max(0, all.length - most), categories: 0 },
  };
}

const NOTHING: ChartModel = {
  categories: [],
  series: [],
  references: [],
  whole: null,
  leftOut: { series: 0, categories: 0 },
};

/** Where all that names a series stands at its total. */
function wholeOf(layout: Layout, categories: readonly Category[], groups: readonly Group[]): Standing | null {
  const cross = layout.crossTuples.findIndex(
    (tuple) => tuple.length > 0 && tuple.every(({ kind }) => kind === 'total'),
  );
  const [group, ...others] = groups;
  if (cross < 0 || !group || others.length > 0) return null;
  return {
    places: categories.map((_, category) => group.places[category]),
    cross,
    entries: layout.crossTuples[cross] ?? [],
  };
}

function seriesAt(layout: Layout, { places, cross, entries }: Standing): Series {
  const flags = flagsOfTuple(entries);
  return {
    label: labelOf(entries),
    codes: entries.map((entry) => entry.code),
    values: places.map((place): ChartValue =>
      place === undefined ? { kind: 'missing' } : layout.at(place, cross),
    ),
    ...(flags.length > 0 ? { flags } : {}),
  };
}

/** Tuples of the main axis that differ only in their category. */
interface Group {
  readonly rest: Tuple;
  /** Where on the main axis each category stands. */
  readonly places: (number | undefined)[];
}

function splitAxis(
  layout: Layout,
  beside: readonly Reference[],
): { categories: Category[]; groups: Group[] } {
  const categories: Category[] = [];
  const categoryOf = new Map<string, number>();
  const groups = new Map<string, Group>();
  for (const { tuple, index, compared } of layout.main) {
    const own = tuple.filter((entry) => layout.isCategory(entry));
    const rest = tuple.filter((entry) => !layout.isCategory(entry));
    const codes = own.map((entry) => entry.code);
    let category = categoryOf.get(codes.join());
    if (category === undefined) {
      const flags = flagsOfTuple(own);
      categories.push({
        label: compared ? labelOf(own.map((entry) => renamed(entry, beside))) : labelOf(own),
        codes,
        ...(flags.length > 0 ? { flags } : {}),
        ...(compared ? { compared } : {}),
      });
      category = categories.length - 1;
      categoryOf.set(codes.join(), category);
    }
    const key = rest.map((entry) => entry.code).join();
    const group = groups.get(key) ?? { rest, places: [] };
    group.places[category] = index;
    groups.set(key, group);
  }
  return { categories, groups: [...groups.values()] };
}

function renamed(entry: TupleEntry, beside: readonly Reference[]): TupleEntry {
  const named = beside.find(
    ({ dimension, member }) => dimension === entry.dimension && member === entry.code,
  );
  return named?.label === undefined ? entry : { ...entry, label: named.label };
}

function labelOf(tuple: Tuple): string {
  return tuple.map((entry) => entry.label).join(', ');
}
