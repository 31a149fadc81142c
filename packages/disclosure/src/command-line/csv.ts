import { InputError } from './input-error.ts';

/** A table of text: names of columns, and rows with one entry for each. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads comma-separated values (RFC 4180): quoted fields, doubled quotes, line breaks inside quotes.
 *
 * @throws InputError with the row when a row has another number of fields than the heading
 */
export function parseCsv(text: string): CsvTable {
  const plain = text.replace(/^\uFEFF/, '');
  const lines = /"|\r(?!\n)/.test(plain) ? [...records(plain)] : plainRecords(plain);
  const columns = lines.shift();
  if (!columns) throw new InputError('The file is empty');
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) throw new InputError(`The column ${twice} stands twice in the heading`);
  const uneven = lines.findIndex((row) => row.length !== columns.length);
  if (uneven >= 0) {
    throw new InputError(
      `Row ${uneven + 2} has ${lines[uneven]!.length} fields, the heading has ${columns.length}`,
    );
  }
  return { columns, rows: lines };
}

/** Writes one field of comma-separated values, quoted where it needs it. */
export function formatField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Records without quotes: a split does, and is much quicker. */
function plainRecords(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) if (line !== '') rows.push(line.split(','));
  return rows;
}

function* records(text: string): Generator<string[]> {
  let row: string[] = [];
  // A field, quoted or not, and what ends it. An unfinished quote matches neither branch.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw new InputError('A quoted field does not end, or a quote stands in an unquoted field');
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === ',' && field.lastIndex < text.length) continue;
    if (match[3] === ',') row.push('');
    if (row.length > 1 || row[0] !== '') yield row;
    row = [];
  }
}
