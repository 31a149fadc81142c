import { carriesNumber, type Flag, FLAGS, STATUSES } from '@datakube/contract';
import type { Answer, AnswerDimension } from './answer.ts';
import { createByteWriter, utf8 } from './byte-writer.ts';
import { BYTE_ORDER_MARK, type CsvDialect, csvNumber, csvText } from './csv-dialect.ts';
import { fileRecord } from './disclose.ts';

const LINE_END = utf8('\r\n');
const NUMERIC = STATUSES.map(carriesNumber);
/** No identifier has an underscore, so no dimension or measure is called this. */
const DISCLOSURE = 'datakube_disclosure';

/**
 * The answer as CSV in UTF-8: one line per cell, code and label of each dimension on an axis, then
 * number and status of each measure. A cell without a number is empty and its status says why. Flags have a column
 * of their own where there are any: of a dimension's members, and of a measure's cells. The last column holds the
 * disclosure record as JSON, in the first line alone: CSV has no other place that every reader passes over.
 */
export function encodeCsv(answer: Answer, dialect: CsvDialect): Uint8Array<ArrayBuffer> {
  const { table, axes, flags } = answer;
  const { separator } = dialect;
  const rows = placesOf(axes.rows, dialect);
  const columns = placesOf(axes.columns, dialect);
  const measures = table.shape.measures.map((id, measure) => ({
    ...table.columns(measure),
    flags: flags.get(id),
  }));
  const statuses = STATUSES.map((status) => utf8(separator + status));
  const marks = Array.from({ length: 1 << FLAGS.length }, (_, bits) =>
    utf8(separator + flagged(FLAGS.filter((_flag, bit) => ((bits >> bit) & 1) === 1))),
  );
  const comma = utf8(separator);
  const writer = createByteWriter(table.cells * 64);
  const titles = titlesOf(answer, dialect).map((title) => csvText(title, dialect));
  writer.text((dialect.mark ? BYTE_ORDER_MARK : '') + titles.join(separator));
  writer.write(LINE_END);
  let cell = 0;
  for (const row of rows) {
    for (const column of columns) {
      writer.write(row);
      writer.write(column);
      measures.forEach(({ value, status, flags: bits }, measure) => {
        if (measure > 0) writer.write(comma);
        if (NUMERIC[status[cell]!]) writer.text(csvNumber(value[cell]!, dialect));
        writer.write(statuses[status[cell]!]!);
        if (bits) writer.write(marks[bits[cell]!]!);
      });
      writer.write(comma);
      if (cell === 0) writer.text(csvText(JSON.stringify(fileRecord(answer)), dialect));
      writer.write(LINE_END);
      cell++;
    }
  }
  return writer.done();
}

function titlesOf({ axes, flags, meta }: Answer, { words }: CsvDialect): string[] {
  return [
    ...[...axes.rows, ...axes.columns].flatMap((axis) => [
      axis.id,
      `${axis.id}_label`,
      ...(hasFlags(axis) ? [`${axis.id}_flags`] : []),
    ]),
    ...meta.measures.flatMap(({ id, name }) => {
      // Somebody with a spreadsheet has no other explanation of what is derived.
      const title = words && id.includes('.') ? name[meta.language] : id;
      return [title, `${title}_status`, ...(flags.has(id) ? [`${title}_flags`] : [])];
    }),
    DISCLOSURE,
  ];
}

/** Codes, labels and flags of every place of an axis, each followed by a separator. */
function placesOf(axis: readonly AnswerDimension[], dialect: CsvDialect): Uint8Array[] {
  let places = [''];
  for (const dimension of axis) {
    const withFlags = hasFlags(dimension);
    const own = dimension.entries.map(({ code, label, flags }) =>
      [code, label, ...(withFlags ? [flagged(flags ?? [])] : [])]
        .map((text) => csvText(text, dialect) + dialect.separator)
        .join(''),
    );
    places = places.flatMap((before) => own.map((each) => before + each));
  }
  return places.map(utf8);
}

function hasFlags({ entries }: AnswerDimension): boolean {
  return entries.some(({ flags }) => flags !== undefined);
}

function flagged(flags: readonly Flag[]): string {
  return flags.join(' ');
}
