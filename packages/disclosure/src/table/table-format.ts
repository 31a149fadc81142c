import {
  makeProtectedTable,
  type ProtectedColumns,
  type ProtectedTable,
  type TableShape,
} from './protected-table.ts';

/**
 * The bytes of a protected table: magic, length of the header, header as JSON, then per measure one byte
 * of status per cell and the values in the narrowest type that holds them. All numbers little-endian.
 */
const MAGIC = 'datakube/protected-table/1\n';
type Width = 'uint8' | 'uint16' | 'uint32' | 'float64';
const BYTES: Record<Width, number> = { uint8: 1, uint16: 2, uint32: 4, float64: 8 };

interface Header extends TableShape {
  readonly widths: readonly Width[];
}

/** Writes a table. */
export function encodeTable(table: ProtectedTable): Uint8Array<ArrayBuffer> {
  const columns = table.shape.measures.map((_, measure) => table.columns(measure));
  const widths = columns.map(({ value }) => narrowest(value));
  const header: Header = { ...table.shape, widths };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const magic = new TextEncoder().encode(MAGIC);
  const body = widths.reduce((sum, width) => sum + table.cells * (1 + BYTES[width]), 0);
  const bytes = new Uint8Array(magic.length + 4 + head.length + body);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(magic.length, head.length, true);
  bytes.set(head, magic.length + 4);
  let at = magic.length + 4 + head.length;
  columns.forEach(({ value, status }, measure) => {
    bytes.set(status, at);
    at += status.length;
    const width = widths[measure]!;
    for (const number of value) {
      write(view, at, width, number);
      at += BYTES[width];
    }
  });
  return bytes;
}

/**
 * Reads a table.
 *
 * @throws RangeError when the bytes are in another format
 */
export function decodeTable(bytes: Uint8Array): ProtectedTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC)
    throw new RangeError('Not a protected table of version 1');
  let at = MAGIC.length + 4 + view.getUint32(MAGIC.length, true);
  const { dimensions, measures, widths } = JSON.parse(
    text.decode(bytes.subarray(MAGIC.length + 4, at)),
  ) as Header;
  const cells = dimensions.reduce((product, { size }) => product * size, 1);
  const columns = widths.map((width): ProtectedColumns => {
    const status = bytes.slice(at, at + cells);
    at += cells;
    const value = new Float64Array(cells);
    for (let cell = 0; cell < cells; cell++, at += BYTES[width]) value[cell] = read(view, at, width);
    return { value, status };
  });
  if (at !== bytes.length) throw new RangeError('A protected table of another length');
  return makeProtectedTable({ dimensions, measures }, columns);
}

function narrowest(values: Float64Array): Width {
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value) || value < 0 || Object.is(value, -0)) return 'float64';
    if (value > most) most = value;
  }
  return most < 2 ** 8 ? 'uint8' : most < 2 ** 16 ? 'uint16' : most < 2 ** 32 ? 'uint32' : 'float64';
}

function write(view: DataView, at: number, width: Width, value: number): void {
  switch (width) {
    case 'uint8':
      return view.setUint8(at, value);
    case 'uint16':
      return view.setUint16(at, value, true);
    case 'uint32':
      return view.setUint32(at, value, true);
    case 'float64':
      return view.setFloat64(at, value, true);
  }
}

function read(view: DataView, at: number, width: Width): number {
  switch (width) {
    case 'uint8':
      return view.getUint8(at);
    case 'uint16':
      return view.getUint16(at, true);
    case 'uint32':
      return view.getUint32(at, true);
    case 'float64':
      return view.getFloat64(at, true);
  }
}
