import type { MeasureColumns } from '@datakube/contract';
import { extentsOf, rangeOf, type Extents } from '../pivot/extents.ts';
import type { Layout } from '../pivot/layout.ts';
import { stubCount } from '../pivot/navigation.ts';
import { nodeLabel } from '../pivot/node-key.ts';
import { folds, foldState } from '../pivot/openable.ts';
import { trackOffsets } from '../pivot/window.ts';
import type { Annotations } from './annotations.ts';
import type { ColumnWidths } from './column-widths.ts';
import type { TableInfo } from './table-info.ts';
import type { TableWords } from './table-words.ts';
import type { TextMetrics } from './text-metrics.ts';

/** What the style sheet gives the table to reckon with, in pixels. */
export interface Measurements {
  readonly strong: TextMetrics;
  readonly mark: TextMetrics;
  readonly rowHeight: number;
  /** The least height in which a row header fits on two lines. */
  readonly twoLines: number;
  readonly columnWidth: number;
  readonly cellPadding: number;
  readonly indent: number;
  /** Room for row headers, at least and at most. */
  readonly stubWidth: number;
  readonly stubLimit: number;
  readonly viewport: number;
}

/** Where everything in the grid lies. */
export interface Geometry {
  readonly rowHeight: number;
  readonly headerRowHeight: number;
  /** True where row headers need two lines. */
  readonly twoLines: boolean;
  /** Where the columns of row headers begin; the last is the width of them all. */
  readonly stubs: Float64Array;
  /** Where the columns begin, counted from the end of the row headers. */
  readonly columns: Float64Array;
}

/** Room for the arrow that shows the sorting, and for the button that folds. */
const arrowWidth = 20;
const twisterWidth = 18;
/** Columns share the room that is left over, as long as the eye can follow a row from its header to its end. */
const longestRow = 1200;
const widestStretched = 240;
const narrowestStub = 60;

/** What decides where everything lies. */
export interface Plan {
  readonly layout: Layout;
  readonly info: TableInfo;
  readonly words: TableWords;
  readonly annotations: Annotations | null;
  readonly widths: ColumnWidths;
  readonly room: Measurements;
}

export function geometryOf(plan: Plan): Geometry {
  const { layout, widths, room } = plan;
  const { stubs, fits } = stubSizes(plan);
  const columns = columnSizes(plan);
  const stubOffsets = trackOffsets(stubs);
  const longest = Math.max(longestRow, stubOffsets.at(-1)! + columns.length * widestStretched);
  const elastic = (column: number): boolean => widths.of(layout, column) === undefined;
  stretch(columns, elastic, Math.min(room.viewport, longest) - stubOffsets.at(-1)!);
  const { rowHeight, twoLines } = room;
  return {
    rowHeight: fits ? rowHeight : Math.max(rowHeight, twoLines),
    headerRowHeight: rowHeight,
    twoLines: !fits,
    stubs: stubOffsets,
    columns: trackOffsets(columns),
  };
}

function stubSizes(plan: Plan): { stubs: Float64Array; fits: boolean } {
  const { layout, info, annotations, widths, room } = plan;
  const { axis } = layout.rows;
  const sizes = new Float64Array(stubCount(layout));
  axis.dimensions.forEach((dimension, d) => {
    const widest = new Map<string, number>();
    const { first, depth, total } = dimension;
    const indented = folds(axis, d, layout.openable);
    let size = 0;
    for (let node = 0; node < first.length; node++) {
      const label = nodeLabel(axis, d, node, layout.labels);
      const indent = total[node] || !indented ? 0 : Math.max(depth[node]! * room.indent, twisterWidth);
      const beside = indent + (annotations?.room(axis, d, node, room.mark) ?? 0);
      if (beside <= (widest.get(label) ?? -1)) continue;
      widest.set(label, beside);
      size = Math.max(size, beside + room.strong.width(label));
    }
    sizes[d] = Math.ceil(
      Math.max(size, Math.min(room.strong.width(info.levelNames(dimension)) + arrowWidth, size * 1.5)) +
        2 * room.cellPadding +
        2,
    );
  });
  if (axis.dimensions.length === 0)
    sizes[0] = Math.ceil(
      room.strong.width(info.measureName(layout.measures[0]!)) +
        (annotations?.room(axis, -1, 0, room.mark) ?? 0) +
        2 * room.cellPadding +
        2,
    );
  return widths.empty || sizes.every((_, d) => widths.of(layout, d - sizes.length) === undefined)
    ? shareStubs(sizes, room)
    : givenStubs(plan, sizes);
}

/** Row headers share the room there is; where it is too little, they are written on two lines. */
function shareStubs(sizes: Float64Array, room: Measurements): { stubs: Float64Array; fits: boolean } {
  const wanted = sizes.reduce((sum, size) => sum + size, 0);
  const fits = wanted <= room.stubLimit;
  if (wanted < room.stubWidth) sizes[0]! += Math.floor(room.stubWidth - wanted);
  if (!fits)
    for (let d = 0; d < sizes.length; d++) sizes[d] = Math.floor((sizes[d]! * room.stubLimit) / wanted);
  return { stubs: sizes, fits };
}

/** Row headers as wide as the reader has made them, but never so wide that no number shows beside them. */
function givenStubs(
  { layout, widths, room }: Plan,
  sizes: Float64Array,
): { stubs: Float64Array; fits: boolean } {
  let fits = true;
  const most = (room.viewport - room.columnWidth) / sizes.length;
  const stubs = sizes.map((size, d) => {
    const given = widths.of(layout, d - sizes.length);
    const wanted = given ? Math.max(given, narrowestStub) : size;
    fits &&= wanted >= size && size <= most;
    return Math.floor(Math.min(wanted, most));
  });
  return { stubs, fits };
}

function columnSizes({ layout, info, words, annotations, widths, room }: Plan): Float64Array {
  const sizes = new Float64Array(layout.columnCount).fill(room.columnWidth);
  if (!widths.empty)
    for (let j = 0; j < sizes.length; j++) sizes[j] = widths.of(layout, j) ?? room.columnWidth;
  const marks = words.marks.map((mark) => room.mark.width(mark));
  layout.measureColumns.forEach((measure, m) => {
    const numberWidth = widthsOfNumbers(words.formats[m]!, room.strong);
    const beside = annotations?.cellRoom(m, room.mark) ?? 0;
    const sizeOf = (max: number, min: number, statuses: number): number => {
      const widest = Math.max(
        numberWidth(max) + beside,
        numberWidth(min) + beside,
        ...marks.filter((_, s) => statuses & (1 << s)),
      );
      return Math.ceil(widest + 2 * room.cellPadding + 1);
    };
    const { max, min, statuses } = rangeOf(measure);
    // However narrow a reader makes a column: a number that is cut would be read as another number.
    if (!widths.empty || sizeOf(max, min, statuses) > room.columnWidth)
      fitCells(layout, measure, m, sizes, sizeOf);
  });
  const given = (column: number): boolean => (widths.of(layout, column) ?? 0) > 0;
  for (let row = layout.header.length - 1; row >= 0; row--)
    fitLabels({ layout, info, annotations, room }, row, given, sizes);
  return sizes;
}

/** Widens each column of a measure to its own longest number. */
function fitCells(
  layout: Layout,
  measure: MeasureColumns,
  m: number,
  sizes: Float64Array,
  sizeOf: (max: number, min: number, statuses: number) => number,
): void {
  const extents = extentsOf(measure, layout.cellSet.rows.length, layout.cellSet.columns.length);
  const [max, min, statuses] = alongColumns(layout, extents);
  for (let position = 0; position < layout.columns.order.length; position++) {
    const tuple = layout.columns.order[position]!;
    const column = position * layout.measures.length + m;
    sizes[column] = Math.max(sizes[column]!, sizeOf(max[tuple]!, min[tuple]!, statuses[tuple]!));
  }
}

/** The extents of the tuples that stand in the columns: the cell set's rows where the table is swapped. */
function alongColumns(layout: Layout, extents: Extents): readonly [Float64Array, Float64Array, Uint8Array] {
  return layout.swapped
    ? [extents.rowMax, extents.rowMin, extents.rowStatuses]
    : [extents.columnMax, extents.columnMin, extents.columnStatuses];
}

/** Widens columns evenly where the label above them needs more room than they have together. */
function fitLabels(
  { layout, info, annotations, room }: Pick<Plan, 'layout' | 'info' | 'annotations' | 'room'>,
  row: number,
  given: (column: number) => boolean,
  sizes: Float64Array,
): void {
  const { dimension, start, end, node, rows } = layout.header[row]!;
  const { axis } = layout.columns;
  const widths = new Map<string, number>();
  for (let i = 0; i < start.length; i++) {
    const label =
      dimension < 0
        ? info.measureName(layout.measures[node[i]!]!)
        : nodeLabel(axis, dimension, node[i]!, layout.labels);
    let width = widths.get(label);
    if (width === undefined) widths.set(label, (width = room.strong.width(label) + 2 * room.cellPadding + 2));
    width += annotations?.room(axis, dimension, node[i]!, room.mark) ?? 0;
    if (row + rows[i]! === layout.header.length) width += arrowWidth;
    if (dimension >= 0 && foldState(axis, dimension, node[i]!, layout.collapsed, layout.openable))
      width += twisterWidth;
    let sum = 0;
    for (let j = start[i]!; j < end[i]!; j++) sum += given(j) ? width : sizes[j]!;
    if (sum >= width) continue;
    const share = Math.ceil((width - sum) / (end[i]! - start[i]!));
    for (let j = start[i]!; j < end[i]!; j++) sizes[j]! += share;
  }
}

/** The width of numbers depends on how many digits they have; each length is written and measured once. */
function widthsOfNumbers(format: Intl.NumberFormat, metrics: TextMetrics): (value: number) => number {
  const positive: number[] = [];
  const negative: number[] = [];
  return (value) => {
    if (!Number.isFinite(value)) return 0;
    const known = value < 0 ? negative : positive;
    // One half more, because a number may gain a digit when it is rounded for writing.
    const digits = Math.max(1, Math.floor(Math.log10(Math.abs(value) + 0.5)) + 1);
    return (known[digits] ??= metrics.width(format.format(Math.sign(value) * (10 ** digits - 1) || 0)));
  };
}

/** Shares the room that is left over among the columns that no reader has given a width. */
function stretch(sizes: Float64Array, elastic: (column: number) => boolean, room: number): void {
  let wanted = 0;
  let count = 0;
  for (let j = 0; j < sizes.length; j++) {
    wanted += sizes[j]!;
    if (elastic(j)) count++;
  }
  if (wanted >= room || count === 0) return;
  const free = Math.floor(room - wanted);
  const share = Math.floor(free / count);
  for (let j = 0, more = free % count; j < sizes.length; j++)
    if (elastic(j)) sizes[j]! += share + (more-- > 0 ? 1 : 0);
}
