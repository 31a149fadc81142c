import type { MeasureColumns } from '@datakube/contract';

/** What a whole measure needs room for. */
export interface MeasureRange {
  /** −Infinity and Infinity where there is no number at all. */
  readonly max: number;
  readonly min: number;
  /** Bit i is set where a cell has the status with index i. */
  readonly statuses: number;
}

const ranges = new WeakMap<MeasureColumns, MeasureRange>();

/**
 * The range of a measure. Far quicker than {@link extentsOf}, and mostly enough: where the longest number
 * fits in any column, nobody need know which column it stands in.
 */
export function rangeOf(measure: MeasureColumns): MeasureRange {
  let range = ranges.get(measure);
  if (!range) {
    range = findRange(measure);
    ranges.set(measure, range);
  }
  return range;
}

function findRange({ value, status }: MeasureColumns): MeasureRange {
  let max = -Infinity;
  let min = Infinity;
  let statuses = 0;
  // Once through for both: the cells of a large table come from memory, and that is what takes the time.
  for (let i = 0, end = value.length; i < end; i++) {
    const x = value[i]!;
    // NaN, where there is no number, fails every comparison. Only the first number is greatest and least at once.
    if (x > max) {
      if (max < min) min = x;
      max = x;
    } else if (x < min) min = x;
    statuses |= 1 << status[i]!;
  }
  return { max, min, statuses };
}

/** What each row and each column of a measure needs room for, found in one pass over the cells. */
export interface Extents {
  /** The greatest and the least number of each row and column; −Infinity and Infinity where there is none. */
  readonly rowMax: Float64Array;
  readonly rowMin: Float64Array;
  readonly columnMax: Float64Array;
  readonly columnMin: Float64Array;
  /** Bit i is set where a cell has the status with index i. */
  readonly rowStatuses: Uint8Array;
  readonly columnStatuses: Uint8Array;
}

const known = new WeakMap<MeasureColumns, Extents>();

/** The extents of a measure, in the cell set's own rows and columns. Remembered as long as the measure lives. */
export function extentsOf(measure: MeasureColumns, rows: number, columns: number): Extents {
  let extents = known.get(measure);
  if (!extents) {
    extents = find(measure, rows, columns);
    known.set(measure, extents);
  }
  return extents;
}

function find({ value, status }: MeasureColumns, rows: number, columns: number): Extents {
  const rowMax = new Float64Array(rows).fill(-Infinity);
  const rowMin = new Float64Array(rows).fill(Infinity);
  const columnMax = new Float64Array(columns).fill(-Infinity);
  const columnMin = new Float64Array(columns).fill(Infinity);
  const rowStatuses = new Uint8Array(rows);
  const columnStatuses = new Uint8Array(columns);
  for (let r = 0, index = 0; r < rows; r++) {
    let most = -Infinity;
    let least = Infinity;
    let statuses = 0;
    for (let c = 0; c < columns; c++, index++) {
      const bit = 1 << status[index]!;
      statuses |= bit;
      columnStatuses[c]! |= bit;
      const x = value[index]!;
      // NaN, where there is no number, fails every comparison.
      if (x > most) most = x;
      if (x < least) least = x;
      if (x > columnMax[c]!) columnMax[c] = x;
      if (x < columnMin[c]!) columnMin[c] = x;
    }
    rowMax[r] = most;
    rowMin[r] = least;
    rowStatuses[r] = statuses;
  }
  return { rowMax, rowMin, columnMax, columnMin, rowStatuses, columnStatuses };
}
