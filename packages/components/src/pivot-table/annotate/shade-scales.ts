import type { MeasureColumns } from '@datakube/contract';
import type { AxisLayout, Layout } from '../../pivot/layout.ts';
import { barScale, heatScale, type BarScale, type HeatScale } from '../../pivot/shade-scale.ts';

const CLASSES = 5;

/** The scales of one measure over the cells that can be compared, each made when it is first asked for. */
interface Scales {
  /** Masks over the rows and the columns of the cell set. */
  readonly rows: Uint8Array;
  readonly columns: Uint8Array;
  heat?: HeatScale | null;
  bars?: BarScale | null;
}

const known = new WeakMap<MeasureColumns, Scales>();

/** The heat scale of a measure, or null where there is no number. `rows` and `positions` are masks of what shows. */
export function heatOf(layout: Layout, m: number, rows: Uint8Array, positions: Uint8Array): HeatScale | null {
  const scales = scalesOf(layout, m, rows, positions);
  if (scales.heat === undefined) scales.heat = heatScale(valuesOf(layout, m, scales), CLASSES);
  return scales.heat;
}

/** The scale of a measure's bars, likewise. */
export function barsOf(layout: Layout, m: number, rows: Uint8Array, positions: Uint8Array): BarScale | null {
  const scales = scalesOf(layout, m, rows, positions);
  if (scales.bars === undefined) scales.bars = barScale(valuesOf(layout, m, scales));
  return scales.bars;
}

/** Remembered while the same cells are compared: a swap or a sort puts none of them to another class. */
function scalesOf(layout: Layout, m: number, rows: Uint8Array, positions: Uint8Array): Scales {
  const measure = layout.measureColumns[m]!;
  const down = inCellSet(layout.rows, rows);
  const across = inCellSet(layout.columns, positions);
  const [inRows, inColumns] = layout.swapped ? [across, down] : [down, across];
  const before = known.get(measure);
  if (before && isSame(before.rows, inRows) && isSame(before.columns, inColumns)) return before;
  const scales: Scales = { rows: inRows, columns: inColumns };
  known.set(measure, scales);
  return scales;
}

/** A mask of visible positions as one of the tuples they show. */
function inCellSet({ axis, order }: AxisLayout, visible: Uint8Array): Uint8Array {
  const mask = new Uint8Array(axis.tuples.length);
  visible.forEach((shown, position) => (mask[order[position]!] = shown));
  return mask;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((each, at) => each === b[at]);
}

/** The numbers that can be compared with one another. */
function valuesOf(layout: Layout, m: number, { rows, columns }: Scales): Float64Array {
  const { value } = layout.measureColumns[m]!;
  const found = new Float64Array(value.length);
  let count = 0;
  for (let row = 0, index = 0; row < rows.length; row++) {
    for (let column = 0; column < columns.length; column++, index++) {
      const x = value[index]!;
      if (rows[row] && columns[column] && !Number.isNaN(x)) found[count++] = x;
    }
  }
  return found.slice(0, count);
}
