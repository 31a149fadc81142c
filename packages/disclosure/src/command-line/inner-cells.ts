import type { RawRelease } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import type { CsvTable } from './csv.ts';
import { type Dimension, dimensionsOf, position } from './dimension.ts';
import { InputError } from './input-error.ts';
import { type Nesting, parentColumns } from './nesting.ts';

const MOST_CELLS = 5_000_000;

/** The full table of some inner cells: one cuboid with all marginals. */
export interface FullTable {
  readonly dimensions: readonly Dimension[];
  readonly release: RawRelease;
}

/**
 * Adds inner cells up to the full table. Rows with the same codes are summed, combinations that do not
 * occur are 0.
 *
 * @throws InputError when a count is not a whole number from 0, or the table would be too large
 */
export function fullTable(table: CsvTable, count: string, nestings: readonly Nesting[]): FullTable {
  const parents = parentColumns(nestings);
  const columns = table.columns.filter((column) => column !== count && !parents.has(column));
  const counts = position(table, count);
  if (columns.length === 0) throw new InputError('There is no dimension besides the count');
  if (table.rows.length === 0) throw new InputError('There are no rows');
  const dimensions = dimensionsOf(table, columns, nestings);
  const sizes = dimensions.map(({ codes }) => codes.length);
  const cells = sizes.reduce((product, size) => product * size, 1);
  if (cells > MOST_CELLS)
    throw new InputError(`The full table would have ${cells} cells; at most ${MOST_CELLS} are possible`);
  const values = new Float64Array(cells);
  const places = columns.map((column) => position(table, column));
  for (let index = 0; index < table.rows.length; index++) {
    const row = table.rows[index]!;
    let cell = 0;
    for (let d = 0; d < places.length; d++)
      cell = cell * sizes[d]! + dimensions[d]!.nodeOf.get(row[places[d]!]!)!;
    values[cell]! += countOf(row[counts]!, index, count);
  }
  addUp(values, dimensions, sizes);
  return { dimensions, release: releaseOf(dimensions, values) };
}

function countOf(text: string, index: number, column: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(number) || number < 0)
    throw new InputError(`Row ${index + 2}: "${text}" in ${column} is not a whole number from 0`);
  return number;
}

/** One cuboid of persons over all dimensions, everything adding up. */
export function releaseOf(dimensions: readonly Dimension[], values: Float64Array): RawRelease {
  return {
    hierarchies: dimensions.map(({ hierarchy }) => hierarchy),
    measures: [{ id: 'count', kind: 'persons', additiveOver: dimensions.map(() => true) }],
    cuboids: [
      {
        dimensions: dimensions.map((_, at) => at),
        depth: dimensions.map(({ hierarchy }) => hierarchy.nodesTo.length - 1),
        values: [values],
      },
    ],
  };
}

/** Codes of a cell, in the order of the dimensions. */
export function codesOf(dimensions: readonly Dimension[], cell: number): string[] {
  const codes: string[] = [];
  let rest = cell;
  for (const dimension of dimensions.toReversed()) {
    codes.unshift(dimension.codes[rest % dimension.codes.length]!);
    rest = Math.floor(rest / dimension.codes.length);
  }
  return codes;
}

function addUp(values: Float64Array, dimensions: readonly Dimension[], sizes: readonly number[]): void {
  let inner = values.length;
  dimensions.forEach(({ hierarchy }, at) => {
    const size = sizes[at]!;
    inner /= size;
    // The first sum of a node is enough: overlapping groupings give the same number.
    const sums = new Map(
      relationsOf(hierarchy)
        .sums.toReversed()
        .map(({ parent, children }) => [parent, children]),
    );
    for (const parent of [...sums.keys()].sort((a, b) => b - a)) {
      for (const child of sums.get(parent)!)
        addLayer(values, size * inner, parent * inner, child * inner, inner);
    }
  });
}

/** In every block, adds one run of cells to another. */
function addLayer(values: Float64Array, block: number, to: number, from: number, run: number): void {
  for (let base = 0; base < values.length; base += block) {
    for (let cell = base; cell < base + run; cell++) values[cell + to]! += values[cell + from]!;
  }
}
