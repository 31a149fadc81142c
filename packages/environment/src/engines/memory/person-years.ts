import type { Column, RegisterTable } from '@datakube/registers';

/** A column of a register that must be there. */
export function columnOf(table: RegisterTable, name: string): Column {
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
  if (!column) throw new RangeError(`The register has no column ${name}`);
  return column;
}

/**
 * For each row of the facts, the row of the population with the same person and year: a merge of two
 * tables that are both sorted by person.
 *
 * @param perYear leaves of the time dimension in a year
 * @throws RangeError when a table is not sorted by person, or a person has no row for a year with facts
 */
export function joinPersonYears(
  facts: RegisterTable,
  timeColumn: string,
  perYear: number,
  population: RegisterTable,
): Int32Array {
  const person = columnOf(facts, 'person');
  const time = columnOf(facts, timeColumn);
  const owner = columnOf(population, 'person');
  const year = columnOf(population, 'year');
  const rows = new Int32Array(facts.rows);
  let first = 0;
  for (let row = 0; row < facts.rows; row++) {
    const who = person[row]!;
    if (row > 0 && who < person[row - 1]!) throw new RangeError('The facts are not sorted by person');
    while (first < population.rows && owner[first]! < who) first++;
    const when = Math.floor(time[row]! / perYear);
    let at = first;
    while (at < population.rows && owner[at] === who && year[at] !== when) at++;
    if (at >= population.rows || owner[at] !== who) throw new RangeError('A fact has no person in its year');
    rows[row] = at;
  }
  return rows;
}
