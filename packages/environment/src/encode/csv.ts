import { carriesNumber, type Flag, FLAGS, type Language, STATUSES } from '@datakube/contract';
import type { Answer, AnswerDimension } from './answer.ts';
import { createByteWriter, utf8 } from './byte-writer.ts';

interface Style {
  readonly separator: string;
  readonly decimals: string;
}

/** What a spreadsheet of the language opens as it is: semicolon and decimal comma in Danish, RFC 4180 in English. */
const STYLES: Record<Language, Style> = {
  da: { separator: ';', decimals: ',' },
  en: { separator: ',', decimals: '.' },
};

const BYTE_ORDER_MARK = '\u{FEFF}';
const LINE_END = utf8('\r\n');
const NUMERIC = STATUSES.map(carriesNumber);

/**
 * The answer as CSV in UTF-8: one line per cell, code and label of each dimension on an axis, then
 * number and status of each measure. A cell without a number is empty and its status says why. Flags have a column
 * of their own where there are any: of a dimension's members, and of a measure's cells.
 */
export function encodeCsv({ table, flags, axes, meta }: Answer): Uint8Array<ArrayBuffer> {
  const style = STYLES[meta.language];
  const { separator } = style;
  const titles = [
    ...[...axes.rows, ...axes.columns].flatMap((axis) => [
      axis.id,
      `${axis.id}_label`,
      ...(hasFlags(axis) ? [`${axis.id}_flags`] : []),
    ]),
    ...table.shape.measures.flatMap((id) => {
      const title = meta.titles.get(id) ?? id;
      return [title, `${title}_status`, ...(flags.has(id) ? [`${title}_flags`] : [])];
    }),
  ];
  const rows = placesOf(axes.rows, style);
  const columns = placesOf(axes.columns, style);
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
  writer.text(BYTE_ORDER_MARK + titles.map((title) => quoted(title, style)).join(separator));
  writer.write(LINE_END);
  let cell = 0;
  for (const row of rows) {
    for (const column of columns) {
      writer.write(row);
      writer.write(column);
      measures.forEach(({ value, status, flags: bits }, measure) => {
        if (measure > 0) writer.write(comma);
        if (NUMERIC[status[cell]!]) writer.text(number(value[cell]!, style));
        writer.write(statuses[status[cell]!]!);
        if (bits) writer.write(marks[bits[cell]!]!);
      });
      writer.write(LINE_END);
      cell++;
    }
  }
  return writer.done();
}

/** Codes, labels and flags of every place of an axis, each followed by a separator. */
function placesOf(axis: readonly AnswerDimension[], style: Style): Uint8Array[] {
  let places = [''];
  for (const dimension of axis) {
    const withFlags = hasFlags(dimension);
    const own = dimension.entries.map(({ code, label, flags }) =>
      [code, label, ...(withFlags ? [flagged(flags ?? [])] : [])]
        .map((text) => quoted(text, style) + style.separator)
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

function number(value: number, { decimals }: Style): string {
  return decimals === '.' ? String(value) : String(value).replace('.', decimals);
}

/** Text that a spreadsheet would read as a formula gets an apostrophe (ASVS 5.0, 1.2.10); quotes as in RFC 4180. */
function quoted(raw: string, { separator }: Style): string {
  const guarded = /^[=+\-@\t\r\0]/.test(raw) ? `'${raw}` : raw;
  const special = guarded.includes(separator) || /["\r\n]/.test(guarded);
  return special ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
