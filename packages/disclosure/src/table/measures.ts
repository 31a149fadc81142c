import { makeProtectedTable, type ProtectedColumns, type ProtectedTable } from './protected-table.ts';

/**
 * Where a measure stands in a table.
 *
 * @throws RangeError when the table does not have it
 */
export function measurePosition({ shape }: ProtectedTable, id: string): number {
  const index = shape.measures.indexOf(id);
  if (index < 0) throw new RangeError(`The table has no measure ${id}`);
  return index;
}

/** The table with only the named measures, in that order. */
export function selectMeasures(table: ProtectedTable, measures: readonly string[]): ProtectedTable {
  const columns = measures.map((id) => table.columns(measurePosition(table, id)));
  return makeProtectedTable({ dimensions: table.shape.dimensions, measures }, columns);
}

/** The table with one more measure, which stands last. */
export function withMeasure(table: ProtectedTable, id: string, added: ProtectedColumns): ProtectedTable {
  const columns = [...table.shape.measures.map((_, measure) => table.columns(measure)), added];
  const measures = [...table.shape.measures, id];
  return makeProtectedTable({ dimensions: table.shape.dimensions, measures }, columns);
}
