import { measurePosition, withMeasure } from './measures.ts';
import { NOT_APPLICABLE, type ProtectedTable } from './protected-table.ts';
import { hasNumber, stronger } from './status-strength.ts';

/** What a number is compared with: cells of a table that is cut from the same protected table. */
export interface Compared {
  readonly table: ProtectedTable;
  /** For each cell, the cell of that table it is compared with. */
  readonly with: Int32Array;
}

/**
 * A measure made from a measure, by its number `own` and the number `other` it is compared with.
 *
 * - `per-cent`: 100 × own / other: shares, and an index;
 * - `difference`: own − other, to the `decimals` both have;
 * - `growth`: 100 × (own − other) / other.
 */
export interface Comparison {
  readonly id: string;
  readonly measure: string;
  readonly by: 'per-cent' | 'difference' | 'growth';
  /** Decimals of the measure; 0 for counts. */
  readonly decimals: number;
}

/**
 * Adds a measure that compares each cell with another. It is hidden as soon as one of the two is hidden, missing
 * or not applicable likewise, rounded or perturbed like them, and not applicable in per cent of nothing.
 *
 * @throws RangeError when a table lacks the measure, or a cell is compared with none
 */
export function compareCells(
  table: ProtectedTable,
  { id, measure, by, decimals }: Comparison,
  compared: Compared,
): ProtectedTable {
  if (compared.with.length !== table.cells) throw new RangeError(`The table has ${table.cells} cells`);
  const own = table.columns(measurePosition(table, measure));
  const other = compared.table.columns(measurePosition(compared.table, measure));
  const value = new Float64Array(table.cells);
  const status = new Uint8Array(table.cells);
  for (let cell = 0; cell < table.cells; cell++) {
    const at = compared.with[cell]!;
    if (at < 0 || at >= compared.table.cells) throw new RangeError(`There is no cell ${at} to compare with`);
    status[cell] = stronger(own.status[cell]!, other.status[at]!);
    if (!hasNumber(status[cell]!)) continue;
    const number = compare(by, own.value[cell]!, other.value[at]!, decimals);
    if (number === null) status[cell] = NOT_APPLICABLE;
    else value[cell] = number;
  }
  return withMeasure(table, id, { value, status });
}

function compare(by: Comparison['by'], own: number, other: number, decimals: number): number | null {
  switch (by) {
    case 'per-cent':
      return other === 0 ? null : (100 * own) / other;
    case 'growth':
      return other === 0 ? null : (100 * (own - other)) / other;
    case 'difference': {
      // Both have so many decimals, so this takes away what floating point adds, and nothing else.
      const scale = 10 ** decimals;
      return Math.round((own - other) * scale) / scale + 0;
    }
  }
}
