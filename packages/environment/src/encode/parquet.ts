import { carriesNumber, STATUSES } from '@datakube/contract';
import type { ColumnSource } from 'hyparquet-writer';
import type { Answer } from './answer.ts';
import { fileRecord } from './disclose.ts';
import { entryAt, flagBits, forFlags, type Tidy, tidy } from './tidy.ts';

const NUMERIC = STATUSES.map(carriesNumber);
const FLAG_TEXTS = forFlags((flags) => flags.join(' '));

/**
 * The answer as Parquet: a row for each cell and measure. Code and label of each dimension, those on no axis too;
 * measure and its name; `value`, null where there is no number; `status`; `flags`, separated by spaces. What belongs
 * to the cells is in the metadata of the file under `datakube`, as in the Arrow answer, with the disclosure record.
 */
export async function encodeParquet(answer: Answer): Promise<Uint8Array<ArrayBuffer>> {
  // Only who asks for it waits for it.
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const disclosure = fileRecord(answer);
  const bytes = parquetWriteBuffer({
    columnData: columnsOf(answer, tidy(answer)),
    kvMetadata: [{ key: 'datakube', value: JSON.stringify({ ...aboutCells(answer), disclosure }) }],
    createdBy: `${disclosure.tool.name} ${disclosure.tool.version}`,
  });
  return new Uint8Array(bytes);
}

function aboutCells({ meta }: Answer): object {
  const { cube, name, release, notes, declaration, synthetic } = meta;
  const filters = meta.filters.map(({ dimension, members }) => ({ dimension, members }));
  return { cube, name, release, notes, declaration, synthetic, filters };
}

function columnsOf(answer: Answer, cells: Tidy): ColumnSource[] {
  const { dimensions, measures, lines, measureColumn } = cells;
  const { table, meta } = answer;
  const column = (name: string, at: (cell: number, measure: number) => string): ColumnSource => {
    const data: string[] = new Array(lines);
    for (let cell = 0, line = 0; cell < table.cells; cell++) {
      for (let measure = 0; measure < measures.length; measure++) data[line++] = at(cell, measure);
    }
    return { name, data, type: 'STRING', nullable: false };
  };
  const columns = measures.map((_, measure) => table.columns(measure));
  const flags = flagBits(answer, cells);
  return [
    ...dimensions.flatMap((dimension) => [
      column(dimension.id, (cell) => dimension.entries[entryAt(dimension, cell)]!.code),
      column(`${dimension.id}_label`, (cell) => dimension.entries[entryAt(dimension, cell)]!.label),
    ]),
    column(measureColumn, (_, measure) => measures[measure]!.id),
    column(`${measureColumn}_label`, (_, measure) => measures[measure]!.name[meta.language]),
    { name: 'value', data: valuesOf(columns, table.cells), type: 'DOUBLE', nullable: true },
    column('status', (cell, measure) => STATUSES[columns[measure]!.status[cell]!]!),
    column('flags', (cell, measure) => FLAG_TEXTS[flags[measure]![cell]!]!),
  ];
}

type Columns = ReturnType<Answer['table']['columns']>;

function valuesOf(columns: readonly Columns[], cells: number): (number | null)[] {
  const values: (number | null)[] = [];
  for (let cell = 0; cell < cells; cell++) {
    for (const { value, status } of columns) values.push(NUMERIC[status[cell]!] ? value[cell]! : null);
  }
  return values;
}
