import {
  makeProtectedTable,
  NOT_APPLICABLE,
  type ProtectedColumns,
  type ProtectedTable,
  PUBLISHED,
} from './protected-table.ts';
import { measurePosition, withMeasure } from './measures.ts';
import { hasNumber, stronger } from './status-strength.ts';

/**
 * The cells of a slice. Output cell i takes the table's cells `cells[start[i]] … cells[start[i + 1] - 1]`
 * together; nearly always that is a single one. Where it takes none, the answer has no such number.
 */
export interface Picks {
  readonly start: Int32Array;
  readonly cells: Int32Array;
}

/**
 * Cuts a two-dimensional answer out of a protected table. Whatever needs a hidden cell is hidden, and a sum of
 * rounded or perturbed cells is rounded or perturbed.
 *
 * @param table the protected cuboid
 * @param size rows and columns of the answer; `picks` has one entry for each, row by row
 * @param picks one per measure of the table. Cells that are taken together are added up
 */
export function sliceTable(
  table: ProtectedTable,
  size: { readonly rows: number; readonly columns: number },
  picks: readonly Picks[],
): ProtectedTable {
  const cells = size.rows * size.columns;
  const columns = picks.map((taken, measure) => sliceColumns(table.columns(measure), cells, taken));
  const dimensions = [
    { id: 'rows', size: size.rows },
    { id: 'columns', size: size.columns },
  ];
  return makeProtectedTable({ dimensions, measures: table.shape.measures }, columns);
}

function sliceColumns(source: ProtectedColumns, cells: number, picks: Picks): ProtectedColumns {
  const value = new Float64Array(cells);
  const status = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const first = picks.start[cell]!;
    const end = picks.start[cell + 1]!;
    if (end === first) {
      status[cell] = NOT_APPLICABLE;
      continue;
    }
    if (end === first + 1) {
      const only = picks.cells[first]!;
      value[cell] = source.value[only]!;
      status[cell] = source.status[only]!;
      continue;
    }
    let sum = 0;
    let worst = PUBLISHED;
    for (let at = first; at < end; at++) {
      const part = picks.cells[at]!;
      sum += source.value[part]!;
      worst = stronger(worst, source.status[part]!);
    }
    status[cell] = worst;
    if (hasNumber(worst)) value[cell] = sum;
  }
  return { value, status };
}

/** A rate: `per` × numerator / denominator, rounded to `decimals`. */
export interface RateDefinition {
  readonly id: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly per: number;
  readonly decimals: number;
}

/**
 * Adds a derived measure. It is hidden with what it derives from, rounded or perturbed like it, and not
 * applicable over an empty population.
 *
 * @throws RangeError when the table lacks the numerator or the denominator
 */
export function deriveRate(table: ProtectedTable, rate: RateDefinition): ProtectedTable {
  const over = table.columns(measurePosition(table, rate.numerator));
  const under = table.columns(measurePosition(table, rate.denominator));
  const value = new Float64Array(table.cells);
  const status = new Uint8Array(table.cells);
  const scale = 10 ** rate.decimals;
  for (let cell = 0; cell < table.cells; cell++) {
    status[cell] = stronger(over.status[cell]!, under.status[cell]!);
    if (!hasNumber(status[cell]!)) continue;
    if (under.value[cell] === 0) status[cell] = NOT_APPLICABLE;
    else value[cell] = Math.round((over.value[cell]! / under.value[cell]!) * rate.per * scale) / scale;
  }
  return withMeasure(table, rate.id, { value, status });
}
