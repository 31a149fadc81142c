import { STATUSES, type Status } from '@datakube/contract';

/** Index of a status in {@link STATUSES}, as it stands in status columns. */
export const PUBLISHED = STATUSES.indexOf('published');
export const SUPPRESSED = STATUSES.indexOf('suppressed');
export const ROUNDED = STATUSES.indexOf('rounded');
export const PERTURBED = STATUSES.indexOf('perturbed');
export const MISSING = STATUSES.indexOf('missing');
export const NOT_APPLICABLE = STATUSES.indexOf('not-applicable');

export interface TableShape {
  /** Dimension ids with their number of nodes, mixed radix, the last running fastest. */
  readonly dimensions: readonly { readonly id: string; readonly size: number }[];
  readonly measures: readonly string[];
}

/** Columns of one measure. Where the status carries no number, the value is 0 and means nothing. */
export interface ProtectedColumns {
  readonly value: Float64Array;
  readonly status: Uint8Array;
}

const gate: unique symbol = Symbol('made behind the gate');

/**
 * A table every number of which may leave. The constructor is closed: only this package makes one,
 * from `protect`, from a sealed table, or from another protected table. Encoders, exports and feeds
 * accept nothing else.
 *
 * @throws TypeError when called from outside, or when a hidden cell still holds a number
 */
export class ProtectedTable {
  readonly shape: TableShape;
  readonly cells: number;
  readonly #columns: readonly ProtectedColumns[];

  constructor(key: typeof gate, shape: TableShape, columns: readonly ProtectedColumns[]) {
    if (key !== gate) throw new TypeError('A protected table is made by protect() alone');
    this.shape = shape;
    this.cells = shape.dimensions.reduce((product, dimension) => product * dimension.size, 1);
    for (const { value, status } of columns) {
      if (value.length !== this.cells || status.length !== this.cells) {
        throw new TypeError('A column must have one entry for each cell');
      }
      if (numbersHidden(value, status)) throw new TypeError('A hidden cell holds a number');
    }
    this.#columns = columns;
  }

  /** Status of a cell. */
  status(measure: number, cell: number): Status {
    return STATUSES[this.#columns[measure]!.status[cell]!]!;
  }

  /** The number of a cell, or null where its status carries none. */
  value(measure: number, cell: number): number | null {
    const column = this.#columns[measure]!;
    return numeric[column.status[cell]!] ? column.value[cell]! : null;
  }

  /** The whole columns of a measure, for encoders that copy in bulk. Do not write to them. */
  columns(measure: number): ProtectedColumns {
    return this.#columns[measure]!;
  }
}

const numeric = STATUSES.map(
  (status) => status === 'published' || status === 'rounded' || status === 'perturbed',
);

const silent = Uint8Array.from(numeric, (has) => (has ? 0 : 1));

/** Whether a number stands where the status carries none. Without a branch: it looks at whole cuboids. */
function numbersHidden(value: Float64Array, status: Uint8Array): boolean {
  let hidden = 0;
  for (let cell = 0, cells = value.length; cell < cells; cell++)
    hidden |= Number(value[cell] !== 0) & silent[status[cell]!]!;
  return hidden !== 0;
}

/** Makes a protected table. Not exported from the package. */
export function makeProtectedTable(shape: TableShape, columns: readonly ProtectedColumns[]): ProtectedTable {
  return new ProtectedTable(gate, shape, columns);
}
