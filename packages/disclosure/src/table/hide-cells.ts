import { makeProtectedTable, type ProtectedTable, SUPPRESSED } from './protected-table.ts';

/**
 * The table with more of its cells hidden: numbers that are safe by themselves, but not beside what other tables
 * hide.
 *
 * @param hidden 1 for each cell that is hidden
 * @param measures those that are hidden there, by id; the others are public
 * @throws RangeError when `hidden` does not fit the table
 */
export function hideCells(
  table: ProtectedTable,
  hidden: Uint8Array,
  measures: readonly string[],
): ProtectedTable {
  if (hidden.length !== table.cells) throw new RangeError(`The table has ${table.cells} cells`);
  const columns = table.shape.measures.map((id, measure) => {
    const column = table.columns(measure);
    if (!measures.includes(id)) return column;
    return {
      value: column.value.map((value, cell) => (hidden[cell] ? 0 : value)),
      status: column.status.map((status, cell) => (hidden[cell] ? SUPPRESSED : status)),
    };
  });
  return makeProtectedTable(table.shape, columns);
}
