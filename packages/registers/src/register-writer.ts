import { registerSchema, type RegisterName } from './register-schema.ts';
import type { Column, RegisterTable } from './register-table.ts';

interface ArrayOf {
  readonly uint8: Uint8Array;
  readonly uint16: Uint16Array;
  readonly int32: Int32Array;
}

type ColumnsOf<Name extends RegisterName> = {
  -readonly [
    Key in keyof (typeof registerSchema)[Name]
  ]: (typeof registerSchema)[Name][Key] extends keyof ArrayOf
    ? ArrayOf[(typeof registerSchema)[Name][Key]]
    : never;
};

/** A register being written: columns longer than needed so far, and the number of rows in use. */
export interface RegisterWriter<Name extends RegisterName> {
  rows: number;
  capacity: number;
  columns: ColumnsOf<Name>;
}

/** One writer for each register. */
export type RegisterWriters = { readonly [Name in RegisterName]: RegisterWriter<Name> };

const FIRST_CAPACITY = 1024;

export function makeWriters(): RegisterWriters {
  const names = Object.keys(registerSchema) as RegisterName[];
  return Object.fromEntries(names.map((name) => [name, makeWriter(name)])) as unknown as RegisterWriters;
}

/** Sees to it that `more` rows can be written without asking again. */
export function reserve<Name extends RegisterName>(writer: RegisterWriter<Name>, more: number): void {
  const needed = writer.rows + more;
  if (needed <= writer.capacity) return;
  const capacity = Math.max(needed, writer.capacity * 2);
  const columns: Record<string, Column> = {};
  for (const [name, old] of Object.entries<Column>(writer.columns)) {
    const column = makeColumn(typeOf(old), capacity);
    column.set(old.subarray(0, writer.rows));
    columns[name] = column;
  }
  writer.columns = columns as ColumnsOf<Name>;
  writer.capacity = capacity;
}

/** The rows written so far as tables of their own. The writers are empty afterwards and can be used again. */
export function takeTables(writers: RegisterWriters): Record<RegisterName, RegisterTable> {
  const tables: Record<string, RegisterTable> = {};
  for (const [name, writer] of Object.entries<RegisterWriter<RegisterName>>(writers)) {
    const columns: Record<string, Column> = {};
    for (const [key, column] of Object.entries<Column>(writer.columns))
      columns[key] = column.slice(0, writer.rows);
    tables[name] = { rows: writer.rows, columns };
    writer.rows = 0;
  }
  return tables;
}

export function makeColumn(type: keyof ArrayOf, rows: number): Column {
  switch (type) {
    case 'uint8':
      return new Uint8Array(rows);
    case 'uint16':
      return new Uint16Array(rows);
    case 'int32':
      return new Int32Array(rows);
  }
}

function typeOf(column: Column): keyof ArrayOf {
  if (column instanceof Uint8Array) return 'uint8';
  return column instanceof Uint16Array ? 'uint16' : 'int32';
}

function makeWriter<Name extends RegisterName>(name: Name): RegisterWriter<Name> {
  const columns: Record<string, Column> = {};
  for (const [key, type] of Object.entries(registerSchema[name]))
    columns[key] = makeColumn(type, FIRST_CAPACITY);
  return { rows: 0, capacity: FIRST_CAPACITY, columns: columns as ColumnsOf<Name> };
}
