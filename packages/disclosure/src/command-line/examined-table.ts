import { addsUp, inferNesting, type Profile } from './infer-nesting.ts';
import type { CsvTable } from './csv.ts';
import { buildDimension, type Dimension, dimensionsOf, position, TOTAL } from './dimension.ts';
import { releaseOf } from './inner-cells.ts';
import { InputError } from './input-error.ts';
import { type Nesting, parentColumns } from './nesting.ts';
import type { ReleaseShape } from '../table/raw-release.ts';

/** A table under examination: what was published, and what the examiner knows besides. */
export interface ExaminedTable {
  readonly shape: ReleaseShape;
  /** Per cell: the number, or NaN where the table has none. */
  readonly counts: Float64Array;
  readonly primary: Uint8Array;
  readonly suppressed: Uint8Array;
}

const MARKS = ['primary', 'suppressed'] as const;

/**
 * Reads a full table with all marginals (`Total`), parents in the column of their finest members, and the
 * columns `primary` and `suppressed`. How codes nest is taken from inner cells if they are given, else
 * from the numbers. Cells that are not in the table count as hidden.
 *
 * @throws InputError when a column is missing, a code unknown, or the nesting cannot be told
 */
export function examinedTable(
  table: CsvTable,
  count: string,
  nestings: readonly Nesting[],
  inner: CsvTable | undefined,
): ExaminedTable {
  for (const column of [count, ...MARKS]) position(table, column);
  const columns = dimensionColumns(table, count);
  const counts = table.rows.map((row) => countOf(row[position(table, count)]!));
  const dimensions = inner
    ? dimensionsOf(inner, columns, nestings)
    : columns.map((column) => inferDimension(table, column, columns, counts));
  const sizes = dimensions.map(({ codes }) => codes.length);
  const cells = sizes.reduce((product, size) => product * size, 1);
  const examined = {
    shape: releaseOf(dimensions, new Float64Array(0)),
    counts: new Float64Array(cells).fill(NaN),
    primary: new Uint8Array(cells),
    suppressed: new Uint8Array(cells).fill(1),
  };
  const places = columns.map((column) => position(table, column));
  const [primary, suppressed] = MARKS.map((mark) => position(table, mark));
  const filled = new Uint8Array(cells);
  table.rows.forEach((row, index) => {
    const cell = places.reduce((at, place, d) => at * sizes[d]! + nodeOf(dimensions[d]!, row[place]!), 0);
    if (filled[cell]) throw new InputError(`Row ${index + 2} gives a cell that stands further up already`);
    filled[cell] = 1;
    examined.counts[cell] = counts[index]!;
    examined.primary[cell] = markOf(row[primary!]!);
    examined.suppressed[cell] = markOf(row[suppressed!]!);
    if (!examined.suppressed[cell] && Number.isNaN(counts[index])) {
      throw new InputError(`Row ${index + 2} is published, but has no number`);
    }
  });
  return examined;
}

/** Columns that are neither counts nor marks. Before `status` stands the count as it was published. */
function dimensionColumns(table: CsvTable, count: string): string[] {
  const none = new Set([count, 'freq', 'status', ...MARKS]);
  const status = table.columns.indexOf('status');
  if (
    status > 0 &&
    count === 'freq' &&
    table.columns.indexOf('freq') > status &&
    !hasTotals(table, status - 1)
  ) {
    none.add(table.columns[status - 1]!);
  }
  const columns = table.columns.filter((column) => !none.has(column));
  if (columns.length === 0) throw new InputError('There is no dimension besides the count');
  return columns;
}

function hasTotals(table: CsvTable, at: number): boolean {
  return table.rows.some((row) => row[at] === TOTAL);
}

function inferDimension(
  table: CsvTable,
  column: string,
  columns: readonly string[],
  counts: readonly number[],
): Dimension {
  const own = position(table, column);
  const others = columns.filter((name) => name !== column).map((name) => position(table, name));
  const combinations = new Map<string, number>();
  const numbers = new Map<string, number[]>();
  table.rows.forEach((row, index) => {
    const combination = JSON.stringify(others.map((at) => row[at]));
    if (!combinations.has(combination)) combinations.set(combination, combinations.size);
    const profile = numbers.get(row[own]!) ?? [];
    profile[combinations.get(combination)!] = counts[index]!;
    numbers.set(row[own]!, profile);
  });
  const total = numbers.get(TOTAL);
  if (!total) throw new InputError(`Column ${column} has no row with ${TOTAL}`);
  // Only combinations with every number say anything.
  const whole = [...combinations.values()].filter((at) =>
    [...numbers.values()].every((profile) => profile[at]! >= 0),
  );
  const cut = (profile: Profile): Profile => whole.map((at) => profile[at]!);
  numbers.delete(TOTAL);
  const profiles = new Map([...numbers].map(([code, profile]) => [code, cut(profile)]));
  if (whole.length > 0 && addsUp([...profiles.values()], cut(total))) {
    return buildDimension(column, [{ parent: TOTAL, children: [...profiles.keys()] }]);
  }
  const sums = whole.length > 0 ? inferNesting(profiles, cut(total)) : undefined;
  if (!sums) {
    throw new InputError(
      `The numbers do not tell how the codes of ${column} nest: give the inner cells with --inner INNER.csv`,
    );
  }
  return buildDimension(column, sums);
}

function nodeOf(dimension: Dimension, code: string): number {
  const node = dimension.nodeOf.get(code);
  if (node === undefined)
    throw new InputError(`The code ${code} of ${dimension.column} is not among the inner cells`);
  return node;
}

function countOf(text: string): number {
  if (text.trim() === '') return NaN;
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new InputError(`"${text}" is not a whole number from 0`);
  return number;
}

function markOf(text: string): 0 | 1 {
  if (/^(1|true)$/i.test(text)) return 1;
  if (/^(0|false)$/i.test(text)) return 0;
  throw new InputError(`primary and suppressed must be 0 or 1, TRUE or FALSE, not "${text}"`);
}

/** Columns named by --hierarchy must be in the table or in the inner cells. */
export function checkNestings(
  table: CsvTable,
  nestings: readonly Nesting[],
  inner: CsvTable | undefined,
): void {
  for (const { column } of nestings) position(table, column);
  if (inner) for (const column of parentColumns(nestings)) position(inner, column);
}
