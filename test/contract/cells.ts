import assert from 'node:assert/strict';
import {
  CellSetAnswer,
  derivedMeasure,
  FORMATS,
  type Query,
  readReference,
  type Status,
} from '@datakube/contract';
import { type FileFormat, readFileRows } from '../formats/file-rows.ts';
import { type Environment, mediaType } from './environment.ts';

/** One cell of an answer by name, however it travelled. */
export interface NamedCell {
  /** Member codes by dimension, e.g. `residence=0101 time=2024`, in the order of the axes. */
  readonly name: string;
  readonly value: number | null;
  readonly status: Status;
}

/** Cells of each measure, row by row. */
export type NamedCells = Readonly<Record<string, readonly NamedCell[]>>;

/** The JSON answer to a query that must be answered. */
export async function answerOf({ query }: Environment, cube: string, asked: Query): Promise<CellSetAnswer> {
  const response = await query(cube, asked);
  assert.equal(
    response.status,
    200,
    `${JSON.stringify(asked)} ${response.ok ? '' : await response.clone().text()}`,
  );
  assert.equal(mediaType(response), FORMATS.json);
  return CellSetAnswer.parse(await response.json());
}

export function cellsOf({ axes, cells }: CellSetAnswer): NamedCells {
  const names = axes.rows.flatMap((row) =>
    axes.columns.map((column) =>
      [...row, ...column].map(({ dimension, code }) => `${dimension}=${code}`).join(' '),
    ),
  );
  return Object.fromEntries(
    Object.entries(cells).map(([measure, { value, status }]) => [
      measure,
      names.map((name, cell) => ({ name, value: value[cell]!, status: status[cell]! })),
    ]),
  );
}

/** The same query in another format, read by somebody else's reader. */
export async function cellsInFormat(
  { cubes, askSignedIn }: Environment,
  cube: string,
  asked: Query,
  format: FileFormat,
): Promise<NamedCells> {
  const response = await askSignedIn(`/v1/cubes/${cube}/query?format=${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(asked),
  });
  assert.equal(response.status, 200);
  assert.equal(mediaType(response), FORMATS[format]);
  const rows = await readFileRows(format, response);
  const dimensions = [...(asked.rows ?? []), ...(asked.columns ?? [])].map(({ dimension }) => dimension);
  const { measures } = cubes.find(({ id }) => id === cube)!;
  // A spreadsheet says in words what is derived.
  const titleOf = (reference: string): string => {
    const { measure, derivation } = readReference(reference);
    if (format !== 'csv' || derivation === null) return reference;
    return derivedMeasure(
      measures.find(({ id }) => id === measure)!,
      derivation,
    ).name.en;
  };
  return Object.fromEntries(
    asked.measures.map((measure) => [
      measure,
      rows.map((row): NamedCell => {
        const title = titleOf(measure);
        const number = row[title];
        return {
          name: dimensions.map((dimension) => `${dimension}=${codeOf(row[dimension])}`).join(' '),
          value: number === null || number === '' ? null : Number(number),
          status: row[`${title}_status`] as Status,
        };
      }),
    ]),
  );
}

/** SDMX has a code of its own for totals. */
function codeOf(code: unknown): string {
  return code === '_T' ? 'total' : String(code);
}
