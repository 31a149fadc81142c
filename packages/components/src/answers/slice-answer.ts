import {
  readReference,
  type AxisEntry,
  type CellSet,
  type Cube,
  type Filter,
  type MeasureColumns,
  type Query,
  type Tuple,
  type TupleEntry,
} from '@datakube/contract';
import { keptPositions, sameFilter, type ShownEntry } from './kept-positions.ts';
import { isSame, knownAxis, type KnownDimension } from './known-axis.ts';
import { notesFor } from './notes-for.ts';

/** An answer of the environment, and what it answers. */
export interface KnownAnswer {
  readonly query: Query;
  readonly cells: CellSet;
}

/**
 * The answer to another question, where every cell of it is a cell of an answer that is here: rows and columns
 * swapped, a dimension moved or left out at its total, a coarser level, fewer members, fewer measures. Cells are
 * moved, none is made, so the result is what the environment would say.
 *
 * @returns null where anything is lacking, and the environment has to be asked
 */
export function sliceAnswer(known: KnownAnswer, query: Query, cube: Cube): CellSet | null {
  const { cells } = known;
  const rows = knownAxis(cells.rows);
  const columns = knownAxis(cells.columns);
  if (!rows || !columns || !hasMeasures(known, query)) return null;
  const had = new Map(columns.map((held) => [held.dimension, held]));
  for (const held of rows) had.set(held.dimension, { ...held, stride: held.stride * cells.columns.length });
  const origin = restingCell(known.query, query, cube, had);
  if (origin === null) return null;
  const rowSides = sidesOf(query.rows ?? [], known.query, query, cube, had);
  const columnSides = sidesOf(query.columns ?? [], known.query, query, cube, had);
  if (!rowSides || !columnSides) return null;
  const down = product(rowSides, [cells.rows, cells.columns]);
  const across = product(columnSides, [cells.columns, cells.rows]);
  const notes = notesFor(
    known,
    query,
    cube,
    [...rowSides, ...columnSides].flatMap(({ entries }) => entries),
  );
  if (notes === null) return null;
  return {
    ...cells,
    rows: down.tuples,
    columns: across.tuples,
    measures: new Map(
      query.measures.map((measure) => [
        measure,
        pick(cells.measures.get(measure)!, origin, down.offsets, across.offsets),
      ]),
    ),
    notes,
  };
}

/** What is shown of a measure follows from where the dimensions stand and what is kept of them. */
function hasMeasures({ query: known, cells }: KnownAnswer, wanted: Query): boolean {
  if (!wanted.measures.every((measure) => cells.measures.has(measure))) return false;
  if (wanted.measures.every((measure) => readReference(measure).derivation === null)) return true;
  const standing = ({ rows = [], columns = [], filters = [] }: Query): string =>
    JSON.stringify([
      rows.map(({ dimension }) => dimension).sort(),
      columns.map(({ dimension }) => dimension).sort(),
      filters.map((filter) => JSON.stringify(filter)).sort(),
    ]);
  return standing(known) === standing(wanted);
}

/** Where the dimensions that are on an axis no longer stand, as an offset among the cells; null where they cannot. */
function restingCell(
  known: Query,
  wanted: Query,
  cube: Cube,
  had: ReadonlyMap<string, KnownDimension>,
): number | null {
  let origin = 0;
  for (const { id, total } of cube.dimensions) {
    if (entryOf(wanted, id)) continue;
    const held = had.get(id);
    const filter = filterOf(wanted, id);
    if (!held) {
      if (!sameFilter(filterOf(known, id), filter)) return null;
      continue;
    }
    // Members taken together are no cell of the answer; one alone is, and so is the total of all of them.
    const member = filter && 'members' in filter && filter.members.length === 1 ? filter.members[0] : null;
    const whole = total !== null && !filter && !filterOf(known, id) && !entryOf(known, id)?.top;
    const at = held.positions.findIndex(({ kind, code }) =>
      kind === 'total' ? whole : code === member && !entryOf(known, id)?.top,
    );
    if (at < 0) return null;
    origin += at * held.stride;
  }
  return origin;
}

/** A dimension of a new axis: its entries, and where their cells lie among those of the answer. */
interface Side {
  readonly entries: readonly TupleEntry[];
  readonly offsets: readonly number[];
}

function sidesOf(
  entries: readonly AxisEntry[],
  known: Query,
  wanted: Query,
  cube: Cube,
  had: ReadonlyMap<string, KnownDimension>,
): readonly Side[] | null {
  const sides: Side[] = [];
  for (const entry of entries) {
    const { dimension: id } = entry;
    const held = had.get(id);
    const before = entryOf(known, id);
    const dimension = cube.dimensions.find((each) => each.id === id);
    if (!held || !before || !dimension || !ranksAlike(known, wanted, entry)) return null;
    const shown = (query: Query, as: AxisEntry): ShownEntry => ({
      entry: as,
      filter: filterOf(query, id),
      totals: query.totals === true,
    });
    const kept = keptPositions(dimension, shown(known, before), shown(wanted, entry), held.positions);
    if (!kept) return null;
    sides.push({
      entries: kept.map((at) => held.positions[at]!),
      offsets: kept.map((at) => at * held.stride),
    });
  }
  return sides;
}

/** The greatest are chosen by a number that depends on everything else in the table: all of it has to be as it was. */
function ranksAlike(known: Query, wanted: Query, { top }: AxisEntry): boolean {
  if (!top) return true;
  const standing = ({ rows = [], columns = [], filters = [], measures }: Query): string =>
    JSON.stringify([
      [...rows, ...columns].map((entry) => JSON.stringify(entry)).sort(),
      filters.map((filter) => JSON.stringify(filter)).sort(),
      measures.includes(top.by),
    ]);
  return standing(known) === standing(wanted);
}

interface NewAxis {
  readonly tuples: readonly Tuple[];
  /** Tuple → offset of its cells among those of the answer. */
  readonly offsets: Int32Array;
}

/** The tuples of an axis; those of the answer itself where they are the same, so that nothing is analysed again. */
function product(sides: readonly Side[], known: readonly (readonly Tuple[])[]): NewAxis {
  let tuples: Tuple[] = [[]];
  let offsets = [0];
  for (const side of sides) {
    tuples = tuples.flatMap((tuple) => side.entries.map((entry) => [...tuple, entry]));
    offsets = offsets.flatMap((offset) => side.offsets.map((step) => offset + step));
  }
  const same = known.find(
    (axis) =>
      axis.length === tuples.length &&
      axis.every(
        (tuple, at) =>
          tuple.length === sides.length && tuple.every((entry, d) => isSame(entry, tuples[at]![d]!)),
      ),
  );
  return { tuples: same ?? tuples, offsets: Int32Array.from(offsets) };
}

function pick(
  { value, status, flags }: MeasureColumns,
  origin: number,
  down: Int32Array,
  across: Int32Array,
): MeasureColumns {
  const size = down.length * across.length;
  const picked = { value: new Float64Array(size), status: new Uint8Array(size) };
  const marks = flags && new Uint8Array(size);
  for (let row = 0, to = 0; row < down.length; row++) {
    const start = origin + down[row]!;
    for (let column = 0; column < across.length; column++, to++) {
      const from = start + across[column]!;
      picked.value[to] = value[from]!;
      picked.status[to] = status[from]!;
      if (marks) marks[to] = flags[from]!;
    }
  }
  return marks?.some((mark) => mark !== 0) ? { ...picked, flags: marks } : picked;
}

function entryOf({ rows = [], columns = [] }: Query, dimension: string): AxisEntry | undefined {
  return [...rows, ...columns].find((entry) => entry.dimension === dimension);
}

function filterOf({ filters = [] }: Query, dimension: string): Filter | undefined {
  return filters.find((filter) => filter.dimension === dimension);
}
