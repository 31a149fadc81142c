import { readReference, type CellSet, type DimensionKind, type Tuple } from '@datakube/contract';
import { municipalityTile } from '../kinds/tile-map/municipality-tiles.ts';
import { plottedTuples, type PlacedTuple } from '../model/plotted-tuples.ts';
import { kindOf, neverParts, quantityOf, type ChartFacts, type Quantity } from './chart-facts.ts';

/** A dimension on an axis: what it is, and how many members of it are drawn. */
export interface ShapeDimension {
  readonly id: string;
  readonly axis: 'rows' | 'columns';
  readonly kind: DimensionKind | null;
  readonly members: number;
  /** False where the parts of the measure do not add up over it; null where that is not known. */
  readonly adds: boolean | null;
  /** True where every member is one of the 98 municipalities: only they have a tile. */
  readonly tiles: boolean;
}

/** What a chart has to be drawn from, without a number: which charts suit follows from this alone. */
export interface CellShape {
  /** Dimensions with several members. Totals and parents above their children are not drawn, and not counted. */
  readonly varying: readonly ShapeDimension[];
  readonly time: ShapeDimension | null;
  /** Lines along time: combinations of everything else. */
  readonly lines: number;
  /** Names along an axis, and how many values each has there: the bars and groups of bars. */
  readonly names: number;
  readonly series: number;
  /** Dimensions that tell the series of a name apart. */
  readonly across: readonly ShapeDimension[];
  /** True where there is a whole to compare the series with: shares made behind the gate, or their total. */
  readonly whole: boolean;
  readonly quantity: Quantity;
  /** Why the numbers are never parts of a whole; null where they may be. */
  readonly never: 'ratio' | 'change' | null;
  readonly geometry: boolean;
}

/** The shape of a cell set. Whether a cell is hidden is no part of it. */
export function shapeOf(cellSet: CellSet, facts: ChartFacts): CellShape {
  const rows = plottedTuples(cellSet.rows);
  const columns = plottedTuples(cellSet.columns);
  const dimensions = [...dimensionsOf(rows, 'rows', facts), ...dimensionsOf(columns, 'columns', facts)];
  const varying = dimensions.filter(({ members }) => members > 1);
  const time = varying.find(({ kind }) => kind === 'time') ?? null;
  const namedByColumns = columns.length > 1 && rows.length <= 1;
  const [names, series] = namedByColumns ? [columns.length, 1] : [rows.length, columns.length];
  return {
    varying,
    time,
    lines: time ? Math.round((rows.length * columns.length) / time.members) : 0,
    names,
    series,
    across: namedByColumns ? [] : varying.filter(({ axis }) => axis === 'columns'),
    whole: hasWhole(cellSet, facts, namedByColumns),
    never: neverParts(facts),
    quantity: quantityOf(facts, varying.find(({ kind }) => kind === 'geography')?.axis ?? null),
    geometry: facts.geometry === true,
  };
}

function dimensionsOf(
  tuples: readonly PlacedTuple[],
  axis: 'rows' | 'columns',
  facts: ChartFacts,
): ShapeDimension[] {
  const first = tuples[0]?.tuple ?? [];
  return first.map(({ dimension: id }, place) => {
    const codes = new Set(tuples.map(({ tuple }) => tuple[place]?.code ?? ''));
    return {
      id,
      axis,
      kind: kindOf(facts, id),
      members: codes.size,
      adds: facts.additiveOver ? facts.additiveOver.includes(id) : null,
      tiles: [...codes].every((code) => municipalityTile(code) !== undefined),
    };
  });
}

function hasWhole({ rows, columns, measures }: CellSet, facts: ChartFacts, namedByColumns: boolean): boolean {
  const { measure } = readReference(facts.measure ?? [...measures.keys()][0] ?? '');
  const isTotal = (tuple: Tuple): boolean => tuple.length > 0 && tuple.every(({ kind }) => kind === 'total');
  return (
    measures.has(`${measure}.${namedByColumns ? 'column-share' : 'row-share'}`) ||
    (namedByColumns ? rows : columns).some(isTotal)
  );
}
