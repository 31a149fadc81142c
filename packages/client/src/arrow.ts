import { type CellSet, STATUSES, type Tuple } from '@datakube/contract';
import {
  type Data,
  Dictionary,
  Float64,
  Int32,
  makeData,
  makeVector,
  Table,
  Uint8,
  Utf8,
  type Vector,
} from 'apache-arrow';

/**
 * The cells as an apache-arrow `Table`, for whoever works with one: a row per cell, a dictionary column with
 * the code of each dimension on an axis, then for each measure its numbers (null where hidden) and
 * `<measure>_status`, and where any cell has a flag `<measure>_flags`, its bits. Needs the peer dependency `apache-arrow`.
 *
 * @example
 * ```ts
 * import { toArrowTable } from '@datakube/client/arrow';
 *
 * const table = toArrowTable(await client.query('sundhedsdata-paa-tvaers', query));
 * ```
 */
export function toArrowTable(cells: CellSet): Table {
  const columns: Record<string, Vector> = {};
  const { rows, columns: across } = cells;
  rows[0]?.forEach(({ dimension }, position) => {
    columns[dimension] = axisColumn(rows, position, (cell) => Math.floor(cell / across.length), cells);
  });
  across[0]?.forEach(({ dimension }, position) => {
    columns[dimension] = axisColumn(across, position, (cell) => cell % across.length, cells);
  });
  for (const [measure, { value, status, flags }] of cells.measures) {
    columns[measure] = makeVector(makeData({ type: new Float64(), data: value, ...validity(value) }));
    const type = new Dictionary(new Utf8(), new Uint8());
    columns[`${measure}_status`] = makeVector(makeData({ type, data: status, dictionary: texts(STATUSES) }));
    if (flags) columns[`${measure}_flags`] = makeVector(makeData({ type: new Uint8(), data: flags }));
  }
  return new Table(columns);
}

function axisColumn(
  axis: readonly Tuple[],
  position: number,
  at: (cell: number) => number,
  cells: CellSet,
): Vector {
  const codes = [...new Set(axis.map((tuple) => tuple[position]!.code))];
  const index = new Map(codes.map((code, number) => [code, number]));
  const wanted = axis.map((tuple) => index.get(tuple[position]!.code)!);
  const size = cells.rows.length * cells.columns.length;
  const data = Int32Array.from({ length: size }, (_, cell) => wanted[at(cell)]!);
  return makeVector(
    makeData({ type: new Dictionary(new Utf8(), new Int32()), data, dictionary: texts(codes) }),
  );
}

/** Made from buffers: apache-arrow's builders use `new Function`, which a strict content security policy forbids. */
function texts(values: readonly string[]): Vector<Utf8> {
  const encoded = values.map((value) => new TextEncoder().encode(value));
  const valueOffsets = new Int32Array(values.length + 1);
  encoded.forEach((bytes, index) => (valueOffsets[index + 1] = valueOffsets[index]! + bytes.length));
  const data = new Uint8Array(valueOffsets[values.length]!);
  encoded.forEach((bytes, index) => data.set(bytes, valueOffsets[index]));
  return makeVector(makeData({ type: new Utf8(), valueOffsets, data }));
}

function validity(value: Float64Array): Pick<Data, 'nullCount' | 'nullBitmap'> {
  const nullBitmap = new Uint8Array(Math.ceil(value.length / 8));
  let nullCount = 0;
  value.forEach((number, index) => {
    if (Number.isNaN(number)) nullCount++;
    else nullBitmap[index >> 3]! |= 1 << (index & 7);
  });
  return { nullCount, nullBitmap };
}
