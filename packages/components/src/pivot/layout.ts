import type { CellSet, Language, MeasureColumns } from '@datakube/contract';
import { axisOf, type Axis } from './axis.ts';
import { axisOrder, type SubtotalsPlace, type TotalsPlace } from './axis-order.ts';
import { headerRows, type HeaderRow } from './header.ts';
import type { Labels } from './label.ts';
import { findTuple, type NodeKey } from './node-key.ts';
import type { Openable } from './openable.ts';
import { byName, byValue, type Direction, type Naming, type NodeOrder } from './ranking.ts';

/** How the rows are sorted. `column` is the key of the tuple that heads the column. */
export type Sort =
  | { readonly by: 'name'; readonly direction: Direction }
  | {
      readonly by: 'value';
      readonly direction: Direction;
      readonly column: NodeKey;
      readonly measure: string;
    };

export interface LayoutOptions {
  /** Measures to show, in order. All of the cell set where left out. */
  readonly measures?: readonly string[] | undefined;
  /** Shows the rows of the answer as columns and its columns as rows. Default false. */
  readonly swapped?: boolean;
  /** Default: `before` their members on rows, `after` them on columns. */
  readonly totals?: { readonly rows?: TotalsPlace; readonly columns?: TotalsPlace };
  /** Where a member stands in relation to its children, of which it is the subtotal. Default `before` them. */
  readonly subtotals?: { readonly rows?: SubtotalsPlace; readonly columns?: SubtotalsPlace };
  /** Keys of the members whose children are folded away. Default none. */
  readonly collapsed?: ReadonlySet<NodeKey>;
  /** Below the members of which levels more can be asked for. Default none. */
  readonly openable?: Openable | null;
  /** What of members is written, and sorted by. Default their names. */
  readonly labels?: Labels;
  /** Default: the order of the code lists. */
  readonly sort?: Sort | null;
  /** Decides how names are sorted. Default Danish. */
  readonly language?: Language;
}

/** One axis as shown: `order[i]` is the tuple at visible position i. */
export interface AxisLayout {
  readonly axis: Axis;
  readonly order: Int32Array;
}

/**
 * A cell set laid out as a table: which tuple stands where, and the header above them. It holds positions
 * only; every value is read where it lies in the cell set, and no value is ever made from others.
 */
export interface Layout {
  readonly cellSet: CellSet;
  readonly swapped: boolean;
  readonly sort: Sort | null;
  readonly collapsed: ReadonlySet<NodeKey>;
  readonly openable: Openable | null;
  readonly labels: Labels;
  /** Where the totals and subtotals of the rows stand. */
  readonly totals: TotalsPlace;
  readonly subtotals: SubtotalsPlace;
  readonly rows: AxisLayout;
  readonly columns: AxisLayout;
  readonly header: readonly HeaderRow[];
  /** The measures shown. Several stand side by side under each column tuple. */
  readonly measures: readonly string[];
  readonly measureColumns: readonly MeasureColumns[];
  readonly rowCount: number;
  /** Column tuples times measures. */
  readonly columnCount: number;
  /** Distance in the cell set between neighbouring row tuples, and between column tuples. */
  readonly rowStride: number;
  readonly columnStride: number;
}

const nothingCollapsed: ReadonlySet<NodeKey> = new Set();

/**
 * Lays out a cell set.
 *
 * @throws RangeError when a measure is asked for that the cell set does not have
 * @example
 * ```ts
 * const layout = layOut(cellSet, { sort: { by: 'name', direction: 'ascending' } });
 * const value = valueAt(layout, 0, 0);
 * ```
 */
export function layOut(cellSet: CellSet, options: LayoutOptions = {}): Layout {
  const {
    swapped = false,
    totals = {},
    subtotals = {},
    collapsed = nothingCollapsed,
    openable = null,
    labels = 'name',
    sort = null,
    language = 'da',
  } = options;
  const rowAxis = axisOf(swapped ? cellSet.columns : cellSet.rows);
  const columnAxis = axisOf(swapped ? cellSet.rows : cellSet.columns);
  const width = cellSet.columns.length;
  const rowStride = swapped ? 1 : width;
  const columnStride = swapped ? width : 1;
  const order = rowOrder(cellSet, rowAxis, columnAxis, sort, { language, labels }, rowStride, columnStride);
  const { rows: rowTotals = 'before', columns: columnTotals = 'after' } = totals;
  const { rows: rowSubtotals = 'before', columns: columnSubtotals = 'before' } = subtotals;
  const rows = axisOrder(rowAxis, { totals: rowTotals, subtotals: rowSubtotals, collapsed, order });
  const columns = axisOrder(columnAxis, {
    totals: columnTotals,
    subtotals: columnSubtotals,
    collapsed,
    order: null,
  });
  const measures = options.measures ?? [...cellSet.measures.keys()];
  return {
    cellSet,
    swapped,
    sort,
    collapsed,
    openable,
    labels,
    totals: rowTotals,
    subtotals: rowSubtotals,
    rows: { axis: rowAxis, order: rows },
    columns: { axis: columnAxis, order: columns },
    header: headerRows(columnAxis, columns, measures.length),
    measures,
    measureColumns: measures.map((measure) => measureColumnsOf(cellSet, measure)),
    rowCount: rows.length,
    columnCount: columns.length * measures.length,
    rowStride,
    columnStride,
  };
}

/** A sort by a column that is no longer there leaves the rows in the order of the code lists. */
function rowOrder(
  cellSet: CellSet,
  rows: Axis,
  columns: Axis,
  sort: Sort | null,
  naming: Naming,
  rowStride: number,
  columnStride: number,
): NodeOrder | null {
  if (!sort) return null;
  if (sort.by === 'name') return byName(rows, sort.direction, naming);
  const column = findTuple(columns, sort.column);
  const values = cellSet.measures.get(sort.measure)?.value;
  if (column < 0 || !values) return null;
  return byValue(rows, sort.direction, naming, (row) => values[row * rowStride + column * columnStride]!);
}

function measureColumnsOf(cellSet: CellSet, measure: string): MeasureColumns {
  const columns = cellSet.measures.get(measure);
  if (!columns) throw new RangeError(`The cell set has no measure “${measure}”`);
  return columns;
}
