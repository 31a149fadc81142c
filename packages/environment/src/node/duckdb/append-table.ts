import type { Column } from '@datakube/registers';
import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  USMALLINT,
  UTINYINT,
} from '@duckdb/node-api';
import { rawItems } from './raw-vector.ts';

const TYPES = { uint8: UTINYINT, uint16: USMALLINT, int32: INTEGER } as const;

/** Rows in a full chunk: DuckDB's vector size. */
const CHUNK_ROWS = 2048;

export type ColumnWidth = keyof typeof TYPES;

/** Appends whole columns to a table, chunk by chunk: 5 M rows a second. */
export interface TableAppender {
  append(columns: readonly Column[], rows: number): void;
  close(): void;
}

/** Creates a table and opens it for appending. Names come from the register schema. */
export async function createTable(
  connection: DuckDBConnection,
  table: string,
  columns: readonly { readonly name: string; readonly width: ColumnWidth }[],
): Promise<TableAppender> {
  const list = columns.map(({ name, width }) => `"${name}" ${TYPES[width].toString()} not null`).join(', ');
  const statement = await connection.prepare(`create table "${table}" (${list})`);
  await statement.run();
  return openAppender(
    await connection.createAppender(table),
    columns.map(({ width }) => TYPES[width]),
  );
}

function openAppender(appender: DuckDBAppender, types: readonly DuckDBType[]): TableAppender {
  const full = DuckDBDataChunk.create(types, CHUNK_ROWS);
  return {
    append(columns, rows) {
      for (let from = 0; from < rows; from += CHUNK_ROWS) {
        const count = Math.min(CHUNK_ROWS, rows - from);
        const chunk = count === CHUNK_ROWS ? full : DuckDBDataChunk.create(types, count);
        columns.forEach((column, index) => {
          const vector = chunk.getColumnVector(index);
          rawItems(vector).set(column.subarray(from, from + count));
          vector.flush();
        });
        appender.appendDataChunk(chunk);
      }
    },
    close() {
      appender.flushSync();
      appender.closeSync();
    },
  };
}
