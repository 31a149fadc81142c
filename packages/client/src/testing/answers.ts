import {
  type CellSetAnswer,
  type Declaration,
  FLAGS,
  type MeasureCells,
  type Query,
  type Status,
  type Tuple,
} from '@datakube/contract';
import {
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Uint8,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';

const both = (text: string) => ({ da: text, en: text });

export const DECLARATION: Declaration = {
  version: 1,
  summary: both('Made up'),
  content: { unit: both('Citizens'), period: both('2023–2025'), codeSystems: both('None') },
  sources: [
    { name: both('Register'), deliveredBy: both('Nobody'), latest: '2025-12-31', frequency: both('Never') },
  ],
  coverage: both('All'),
  caveats: [],
  method: both('Counted'),
  disclosure: both('Hidden below five'),
  access: {
    legalBasis: both('None'),
    controller: both('Nobody'),
    access: both('Open'),
    contact: both('Nobody'),
  },
  changes: [],
};

export const CUBE = 'test-cube';

export const QUERY: Query = {
  measures: ['persons', 'contacts'],
  rows: [
    { dimension: 'residence', level: 'municipality' },
    { dimension: 'sex', level: 'sex' },
  ],
  columns: [{ dimension: 'time', level: 'year' }],
  totals: true,
};

const ROWS = cross(
  axis('residence', 'municipality', ['0101', '0147', '0151', 'total']),
  axis('sex', 'sex', ['K', 'M', 'total']),
);
const COLUMNS = cross(axis('time', 'year', ['2023', '2024', '2025']));
const PATTERN: readonly Status[] = [
  'published',
  'published',
  'suppressed',
  'published',
  'missing',
  'rounded',
  'not-applicable',
  'perturbed',
];

/** A small valid answer to {@link QUERY} with cells of every status. Every number in it is different. */
export function makeAnswer(): CellSetAnswer {
  const size = ROWS.length * COLUMNS.length;
  const measure = (first: number): MeasureCells => {
    const status = Array.from({ length: size }, (_, cell) => PATTERN[cell % PATTERN.length]!);
    const value = status.map((each, cell) =>
      /published|rounded|perturbed/.test(each) ? first + cell : null,
    );
    return { value, status };
  };
  return {
    cube: CUBE,
    release: 'r1',
    axes: structuredClone({ rows: ROWS, columns: COLUMNS }),
    cells: { persons: { ...measure(100), flags: { unreliable: [0, 3] } }, contacts: measure(1000.5) },
    notes: [{ code: 'caveat', text: both('Mind this') }],
    declaration: DECLARATION,
    synthetic: true,
    disclosure: {
      version: 1,
      cube: CUBE,
      release: { id: 'r1', published: '2026-01-31T12:00:00Z' },
      policy: { method: 'suppress', threshold: 5, zeros: 'published' },
      gates: [],
      way: 'released',
      cells: {},
      query: { digest: '0'.repeat(64) },
      tool: { name: 'Datakube', version: '0.1.0' },
      synthetic: true,
    },
  };
}

export function asBytes(answer: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

/**
 * The same answer as an Arrow stream, written by apache-arrow in batches of so many rows.
 *
 * @param said what the metadata holds, where it is not what the columns are of
 */
export function asArrow(answer: CellSetAnswer, batchRows = Infinity, said = answer): Uint8Array<ArrayBuffer> {
  const { cells, axes } = answer;
  const { cells: _, ...head } = said;
  const columns = axes.columns.length;
  const size = axes.rows.length * columns;
  const texts: Record<string, string[]> = {};
  const numbers: Record<string, (number | null)[]> = {};
  const bits: Record<string, number[]> = {};
  axes.rows[0]!.forEach(({ dimension }, position) => {
    texts[dimension] = Array.from(
      { length: size },
      (_, cell) => axes.rows[Math.floor(cell / columns)]![position]!.code,
    );
  });
  axes.columns[0]!.forEach(({ dimension }, position) => {
    texts[dimension] = Array.from(
      { length: size },
      (_, cell) => axes.columns[cell % columns]![position]!.code,
    );
  });
  for (const [measure, { value, status, flags }] of Object.entries(cells)) {
    numbers[measure] = value;
    texts[`${measure}_status`] = status;
    if (flags) {
      const has = (cell: number): number[] =>
        FLAGS.map((flag, bit) => (flags[flag]?.includes(cell) ? 2 ** bit : 0));
      bits[`${measure}_flags`] = value.map((_, cell) => has(cell).reduce((sum, bit) => sum + bit));
    }
  }
  const dictionaries = new Map(
    Object.entries(texts).map(([name, values], id) => [
      name,
      makeDictionary(values, name.endsWith('_status') ? new Uint8() : new Int32(), id),
    ]),
  );
  const fields = [
    ...[...dictionaries].map(([name, { type }]) => new Field(name, type, false)),
    ...Object.keys(numbers).map((name) => new Field(name, new Float64(), true)),
    ...Object.keys(bits).map((name) => new Field(name, new Uint8(), false)),
  ];
  const schema = new Schema(fields, new Map([['datakube', JSON.stringify(head)]]));
  const writer = new RecordBatchStreamWriter();
  for (let from = 0; from < size; from += batchRows) {
    const to = Math.min(size, from + batchRows);
    const children = fields.map(({ name }) => {
      if (name in bits)
        return makeData({ type: new Uint8(), data: Uint8Array.from(bits[name]!.slice(from, to)) });
      const dictionary = dictionaries.get(name);
      if (!dictionary) return vectorFromArray(numbers[name]!.slice(from, to), new Float64()).data[0]!;
      const data = Array.from(texts[name]!.slice(from, to), (text) => dictionary.values.indexOf(text));
      return makeData({
        type: dictionary.type,
        data: new dictionary.type.indices.ArrayType(data),
        dictionary: dictionary.vector,
      });
    });
    const data = makeData({ type: new Struct(fields), length: to - from, nullCount: 0, children });
    writer.write(new RecordBatch(schema, data));
  }
  writer.finish();
  return new Uint8Array(writer.toUint8Array(true));
}

function makeDictionary(texts: readonly string[], index: Int32 | Uint8, id: number) {
  const values = [...new Set(texts)];
  const type = new Dictionary(new Utf8(), index, id);
  return { values, type, vector: vectorFromArray(values, new Utf8()) };
}

function axis(dimension: string, level: string, codes: readonly string[]): Tuple {
  return codes.map((code) =>
    code === 'total'
      ? { dimension, level: 'total', code, label: 'I alt', kind: 'total' }
      : {
          dimension,
          level,
          code,
          label: `Label of ${code}`,
          kind: 'member',
          ...(code === '2025' && { flags: ['provisional'] }),
        },
  );
}

/** The first axis varies slowest. */
function cross(...axes: readonly Tuple[]): Tuple[] {
  return axes.reduce<Tuple[]>(
    (tuples, entries) => tuples.flatMap((tuple) => entries.map((entry) => [...tuple, entry])),
    [[]],
  );
}
