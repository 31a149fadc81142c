import { type Batch, type Column, Precision, tableFromIPC, Type } from '@uwdata/flechette';

/** A column of codes: `dictionary[indices[i]]` is the code of row i. Every row has one. */
export interface CodeColumn {
  readonly kind: 'codes';
  readonly dictionary: readonly (string | null)[];
  readonly indices: Int32Array;
}

/** A column of numbers, `NaN` where there is none. */
export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: Float64Array;
}

export interface ArrowColumns {
  readonly rows: number;
  readonly metadata: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, CodeColumn | NumberColumn>;
}

/**
 * Reads an Arrow stream of the kinds of columns a cell set is made of. Flechette checks nothing of it: the
 * bytes must be known to be those the environment sent.
 *
 * @throws Error on columns of other kinds, and on columns that do not fit together
 */
export function readColumns(bytes: Uint8Array): ArrowColumns {
  const { schema, children, numRows: rows } = tableFromIPC(bytes);
  // Every column has a byte for each row at least: a wrong length must not take memory.
  if (rows > bytes.byteLength) throw new RangeError('There are more rows than bytes');
  const columns = new Map<string, CodeColumn | NumberColumn>();
  schema.fields.forEach(({ name }, position) => {
    const column = children[position]!;
    if (column.length !== rows) throw new RangeError('The columns are not of one length');
    if (columns.has(name)) throw new RangeError('Two columns have the same name');
    columns.set(name, readColumn(column));
  });
  return { rows, metadata: schema.metadata ?? new Map(), columns };
}

function readColumn(column: Column<unknown>): CodeColumn | NumberColumn {
  const { type } = column;
  if (type.typeId === Type.Dictionary && type.dictionary.typeId === Type.Utf8) return readCodes(column);
  if (type.typeId === Type.Float && type.precision === Precision.DOUBLE) return readNumbers(column);
  // Flags, as bits.
  if (type.typeId === Type.Int && type.bitWidth === 8) return readNumbers(column);
  throw new RangeError(`A column of type ${type.typeId} is not part of a cell set`);
}

function readCodes({ data, length, nullCount }: Column<unknown>): CodeColumn {
  if (nullCount !== 0) throw new RangeError('A row lacks a code');
  const [dictionary, another] = new Set(data.map(dictionaryOf));
  if (another !== undefined) throw new RangeError('A column has more than one dictionary');
  return { kind: 'codes', dictionary: [...(dictionary ?? [])], indices: join(data, new Int32Array(length)) };
}

/** The class of these batches is declared by the package, but not exported. */
function dictionaryOf(batch: Batch<unknown>): Column<string> {
  return (batch as Batch<unknown> & { readonly dictionary: Column<string> }).dictionary;
}

function readNumbers({ data, length }: Column<unknown>): NumberColumn {
  const values = join(data, new Float64Array(length));
  let row = 0;
  for (const batch of data) {
    if (batch.nullCount !== 0) clearNulls(batch, values.subarray(row, row + batch.length));
    row += batch.length;
  }
  return { kind: 'numbers', values };
}

function clearNulls({ validity, nullCount }: Batch<unknown>, values: Float64Array): void {
  let found = 0;
  for (let row = 0; row < values.length; row++) {
    if ((validity[row >> 3]! & (1 << (row & 7))) !== 0) continue;
    // A number below a null is no answer, but it has left the environment: something is wrong there.
    if (values[row] !== 0 && values[row] === values[row])
      throw new RangeError('There is a number where there should be none');
    values[row] = NaN;
    found++;
  }
  if (found !== nullCount) throw new RangeError('A column has another number of nulls than it says');
}

/** The values of all batches in one array. `set` throws on 64-bit integers, which no cell set has. */
function join<Values extends Int32Array | Float64Array>(
  batches: readonly Batch<unknown>[],
  whole: Values,
): Values {
  let row = 0;
  for (const { values, length } of batches) {
    const part = values.subarray(0, length);
    if (part.length !== length) throw new RangeError('A column ends before its rows do');
    whole.set(part as Values, row);
    row += length;
  }
  return whole;
}
