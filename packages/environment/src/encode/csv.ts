import { carriesNumber, type Language, STATUSES } from '@datakube/contract';
import type { Answer, AnswerDimension } from './answer.ts';

interface Style {
  readonly separator: string;
  readonly decimals: string;
}

/** What a spreadsheet of the language opens as it is: semicolon and decimal comma in Danish, RFC 4180 in English. */
const STYLES: Record<Language, Style> = {
  da: { separator: ';', decimals: ',' },
  en: { separator: ',', decimals: '.' },
};

const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * The answer as CSV in UTF-8: one line per cell, code and label of each dimension on an axis, then
 * number and status of each measure. A cell without a number is empty and its status says why.
 */
export function encodeCsv({ table, axes, meta }: Answer): Uint8Array<ArrayBuffer> {
  const style = STYLES[meta.language];
  const dimensions = [...axes.rows, ...axes.columns];
  const titles = [
    ...dimensions.flatMap(({ id }) => [id, `${id}_label`]),
    ...table.shape.measures.flatMap((id) => [id, `${id}_status`]),
  ];
  const lines = [titles.map((title) => quoted(title, style)).join(style.separator)];
  const places = placeTexts(dimensions, style);
  const columns = table.shape.measures.map((_, measure) => table.columns(measure));
  for (let cell = 0; cell < table.cells; cell++) {
    let line = places[cell]!;
    for (const { value, status } of columns) {
      if (line !== '') line += style.separator;
      if (NUMERIC[status[cell]!]) line += number(value[cell]!, style);
      line += style.separator + STATUSES[status[cell]!]!;
    }
    lines.push(line);
  }
  const text = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
  const bytes = new Uint8Array(BYTE_ORDER_MARK.length + text.length);
  bytes.set(BYTE_ORDER_MARK);
  bytes.set(text, BYTE_ORDER_MARK.length);
  return bytes;
}

const NUMERIC = STATUSES.map(carriesNumber);

/** Codes and labels of every cell's place, in the order of the cells. */
function placeTexts(dimensions: readonly AnswerDimension[], style: Style): string[] {
  let places = [''];
  for (const { entries } of dimensions) {
    const own = entries.map(
      ({ code, label }) => quoted(code, style) + style.separator + quoted(label, style),
    );
    places = places.flatMap((before) =>
      own.map((each) => (before === '' ? each : before + style.separator + each)),
    );
  }
  return places;
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
