import type { Column, RegisterTable } from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { levelSize } from '../../cubes/dimension-model.ts';
import type { Grouping } from '../../engines/engine.ts';
import { columnOf } from '../../engines/memory/person-years.ts';
import { timeOf } from '../../engines/request.ts';
import { planTabulation } from '../../release/tabulation-plan.ts';

/** Column added to tables of events: bit b is set on the rows that mark b picks out. */
export const MARKS_COLUMN = 'first_marks';

/** Marks are bits of a signed 32-bit column. */
const MOST_MARKS = 31;

/**
 * A mark picks out a person's first event in each period with each combination of values of some
 * columns. Counting marked rows counts distinct persons, so that an exact distinct count becomes a
 * sum, and one that adds up over everything else.
 */
export interface DistinctMark {
  readonly table: string;
  readonly timeColumn: string;
  /** Leaves of time in a period: 12 for a year of months. */
  readonly perPeriod: number;
  readonly periods: number;
  /** Columns of the table, sorted, each with the number of values it can take. */
  readonly columns: readonly { readonly name: string; readonly values: number }[];
}

/**
 * The mark that turns the distinct count of a grouping into a sum; undefined when there can be none:
 * without time, over a coarser level of the event's own columns, or over a column of several values.
 */
export function markFor(cube: CubeModel, by: readonly Grouping[]): DistinctMark | undefined {
  const time = timeOf(cube);
  const period = by.find((grouping) => grouping.dimension === time.definition.id);
  if (!period) return undefined;
  const columns: { name: string; values: number }[] = [];
  for (const { dimension: id, level } of by) {
    const dimension = cube.dimension(id)!;
    const { table, column, multiple } = dimension.definition.source;
    if (dimension === time || table !== 'facts') continue;
    if (multiple || dimension.definition.levels.at(-1)!.id !== level) return undefined;
    columns.push({ name: column, values: dimension.leaves.length });
  }
  const periods = levelSize(time, period.level);
  return {
    table: cube.definition.facts,
    timeColumn: time.definition.source.column,
    perPeriod: time.leaves.length / periods,
    periods,
    columns: columns.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** The name of a mark: two marks with the same name pick out the same rows. */
export function markName(mark: DistinctMark): string {
  return [mark.timeColumn, mark.perPeriod, ...mark.columns.map((column) => column.name)].join(' ');
}

/** The marks that publishing the cubes' declared releases calls for, by table and in order of their bits. */
export function marksOf(cubes: readonly CubeModel[]): Map<string, DistinctMark[]> {
  const byTable = new Map<string, Map<string, DistinctMark>>();
  for (const cube of cubes) {
    for (const step of planTabulation(cube)) {
      const mark = markFor(cube, step.by);
      if (!mark) continue;
      const marks = byTable.get(mark.table) ?? new Map<string, DistinctMark>();
      byTable.set(mark.table, marks);
      if (marks.size < MOST_MARKS) marks.set(markName(mark), mark);
    }
  }
  return new Map([...byTable].map(([table, marks]) => [table, [...marks.values()]]));
}

/**
 * Finds the marked rows of a table that comes in blocks, sorted by person.
 *
 * @throws RangeError when the persons are not in order, within a block or from one to the next
 */
export function createMarker(marks: readonly DistinctMark[]): (table: RegisterTable) => Int32Array {
  const states = marks.map((mark) => ({ mark, last: new Int32Array(keysOf(mark)).fill(NOBODY) }));
  let lastPerson = NOBODY;
  return (table) => {
    const person = columnOf(table, 'person');
    for (let row = 0; row < table.rows; row++) {
      if (person[row]! < lastPerson || (row === 0 && person[row] === lastPerson)) {
        throw new RangeError('The register is not sorted by person');
      }
      lastPerson = person[row]!;
    }
    const marked = new Int32Array(table.rows);
    states.forEach(({ mark, last }, bit) => markRows(marked, 1 << bit, table, mark, last));
    return marked;
  };
}

const NOBODY = -1;

/** Sets a bit on the first row of each person with each key. `last` holds, per key, the last person seen. */
function markRows(
  marked: Int32Array,
  bit: number,
  table: RegisterTable,
  mark: DistinctMark,
  last: Int32Array,
): void {
  const person = columnOf(table, 'person');
  const time = columnOf(table, mark.timeColumn);
  const columns: readonly (readonly [Column, number])[] = mark.columns.map(({ name, values }) => [
    columnOf(table, name),
    values,
  ]);
  for (let row = 0; row < marked.length; row++) {
    let key = Math.floor(time[row]! / mark.perPeriod);
    for (const [column, values] of columns) key = key * values + column[row]!;
    if (last[key] === person[row]) continue;
    last[key] = person[row]!;
    marked[row]! |= bit;
  }
}

function keysOf(mark: DistinctMark): number {
  return mark.columns.reduce((product, column) => product * column.values, mark.periods);
}
