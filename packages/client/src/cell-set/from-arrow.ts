import {
  carriesNumber,
  type CellSet,
  type MeasureColumns,
  STATUSES,
  type Status,
  type Tuple,
} from '@datakube/contract';
import { DatakubeProtocolError } from '../errors.ts';
import { type ArrowColumns, type CodeColumn, type NumberColumn, readColumns } from './arrow-columns.ts';
import { checkFlags } from './flags.ts';
import { type Asked, readHead } from './head.ts';

const CARRIES_NUMBER = Uint8Array.from(STATUSES, (status) => Number(carriesNumber(status)));

/** Key of the schema metadata that holds everything but the cells, as JSON. */
export const HEAD_KEY = 'datakube';

/**
 * Decodes an answer that travelled as an Arrow stream: one row per cell, a dictionary column with the code
 * for each dimension on an axis, then for each measure its numbers and its statuses. The codes are checked
 * against the axes, so that no number can stand in the wrong place.
 *
 * @throws DatakubeProtocolError when any cell of it could be misread
 */
export function cellSetFromArrow(bytes: Uint8Array, asked: Asked): CellSet {
  try {
    return decode(bytes, asked);
  } catch (cause) {
    if (cause instanceof DatakubeProtocolError) throw cause;
    throw new DatakubeProtocolError('The answer is not an Arrow stream of cells', { cause });
  }
}

function decode(bytes: Uint8Array, asked: Asked): CellSet {
  const table = readColumns(bytes);
  const head = readHead(JSON.parse(table.metadata.get(HEAD_KEY) ?? 'null'), asked);
  const { rows, columns } = head;
  if (table.rows !== rows.length * columns.length) {
    throw new DatakubeProtocolError('The answer does not have one cell for each row and column');
  }
  asked.query.rows?.forEach(({ dimension }, position) => {
    checkCodes(codes(table, dimension), expected(rows, position), columns.length, 1);
  });
  asked.query.columns?.forEach(({ dimension }, position) => {
    checkCodes(codes(table, dimension), expected(columns, position), 1, rows.length);
  });
  const measures = new Map(asked.query.measures.map((measure) => [measure, readMeasure(table, measure)]));
  return { ...head, measures };
}

function expected(axis: readonly Tuple[], position: number): string[] {
  return axis.map((tuple) => tuple[position]!.code);
}

/** Each code of the axis stands `each` times in a row, and the whole axis `times` times after each other. */
function checkCodes(
  { dictionary, indices }: CodeColumn,
  axis: readonly string[],
  each: number,
  times: number,
): void {
  const index = new Map(dictionary.map((code, position) => [code, position]));
  const wanted = Int32Array.from(axis, (code) => index.get(code) ?? -1);
  let row = 0;
  for (let time = 0; time < times; time++) {
    for (let at = 0; at < wanted.length; at++) {
      const position = wanted[at]!;
      for (const end = row + each; row < end; row++) {
        if (indices[row] !== position) throw new DatakubeProtocolError('A cell is not where its axis says');
      }
    }
  }
}

function readMeasure(table: ArrowColumns, measure: string): MeasureColumns {
  const { values: value } = numbers(table, measure);
  const { dictionary, indices } = codes(table, `${measure}_status`);
  const indexOf = Int8Array.from(dictionary, (code) => STATUSES.indexOf(code as Status));
  const status = new Uint8Array(table.rows);
  for (let cell = 0; cell < status.length; cell++) {
    const index = indexOf[indices[cell]!] ?? -1;
    if (index < 0) throw new DatakubeProtocolError('A cell has an unknown status');
    const number = value[cell]!;
    // Only a finite number minus itself is 0; only NaN is not itself.
    if (CARRIES_NUMBER[index] === 1 ? number - number !== 0 : number === number) {
      throw new DatakubeProtocolError('A cell carries a number if and only if its status says so');
    }
    status[cell] = index;
  }
  const flags = `${measure}_flags`;
  if (!table.columns.has(flags)) return { value, status };
  return { value, status, flags: checkFlags(numbers(table, flags).values, value) };
}

function codes({ columns }: ArrowColumns, name: string): CodeColumn {
  const column = columns.get(name);
  if (column?.kind !== 'codes') throw new DatakubeProtocolError(`The answer lacks the codes of ${name}`);
  return column;
}

function numbers({ columns }: ArrowColumns, name: string): NumberColumn {
  const column = columns.get(name);
  if (column?.kind !== 'numbers') throw new DatakubeProtocolError(`The answer lacks the numbers of ${name}`);
  return column;
}
