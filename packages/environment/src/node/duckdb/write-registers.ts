import { createHash, type Hash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Column, RegisterBlock, RegisterSchema, RegisterTable } from '@datakube/registers';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { columnOf } from '../../engines/memory/person-years.ts';
import { createTable, type ColumnWidth, type TableAppender } from './append-table.ts';
import { MARKS_COLUMN } from './distinct-marks.ts';
import {
  attributeColumn,
  createFactColumns,
  type FactLayout,
  factLayouts,
  layoutNames,
} from './fact-layout.ts';
import { FILE_FORMAT, FILE_TABLE, type RegisterFileInfo } from './register-file.ts';

export interface WriteRegistersOptions {
  /** Tables to write with their columns: all of the registers, or those the cubes read. */
  readonly schema: RegisterSchema;
  /** Cubes whose releases are going to be counted: their distinct counts are prepared while the rows pass by. */
  readonly cubes: readonly CubeModel[];
  readonly seed: number;
  readonly citizens: number;
  /** True when the rows are made up. */
  readonly synthetic: boolean;
  /** Hash of the first persons' rows, kept for comparison. */
  readonly sample: string;
  /** Called after each block with the number of persons written so far. */
  readonly onProgress?: ((persons: number) => void) | undefined;
}

/**
 * Writes registers to a DuckDB file. The file appears under its name only when it is complete; an
 * interrupted one is left beside it and overwritten by the next attempt.
 *
 * @param path the file, replaced if there is one
 * @param blocks the registers in blocks of persons, in order
 * @throws RangeError when a table is not sorted by person
 */
export async function writeDuckDbRegisters(
  path: string,
  blocks: Iterable<RegisterBlock> | AsyncIterable<RegisterBlock>,
  options: WriteRegistersOptions,
): Promise<RegisterFileInfo> {
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  await rm(`${partial}.wal`, { force: true });
  const instance = await DuckDBInstance.create(partial, { autoinstall_known_extensions: 'false' });
  let info: RegisterFileInfo;
  try {
    const connection = await instance.connect();
    info = await writeTables(connection, blocks, options);
    connection.closeSync();
  } finally {
    instance.closeSync();
  }
  await syncToDisk(partial);
  await rename(partial, path);
  await syncToDisk(dirname(path));
  return info;
}

async function writeTables(
  connection: DuckDBConnection,
  blocks: Iterable<RegisterBlock> | AsyncIterable<RegisterBlock>,
  options: WriteRegistersOptions,
): Promise<RegisterFileInfo> {
  const layouts = factLayouts(options.cubes);
  const hash = createHash('sha256').update(JSON.stringify(options.schema));
  const writers: TableWriter[] = [];
  for (const table of Object.keys(options.schema)) {
    writers.push(await openWriter(connection, options.schema, table, layouts.get(table)));
  }
  let persons = 0;
  for await (const block of blocks) {
    for (const writer of writers) writeBlock(writer, block, hash);
    persons += block.persons;
    options.onProgress?.(persons);
  }
  for (const writer of writers) writer.appender.close();
  const info: RegisterFileInfo = {
    seed: options.seed,
    citizens: options.citizens,
    synthetic: options.synthetic,
    schema: options.schema,
    sample: options.sample,
    fingerprint: hash.digest('hex'),
    facts: Object.fromEntries([...layouts].map(([table, layout]) => [table, layoutNames(layout)])),
  };
  await writeInfo(connection, info);
  return info;
}

interface TableWriter {
  readonly table: string;
  readonly names: readonly string[];
  readonly appender: TableAppender;
  /** Columns added to events, from a block. */
  readonly added: (block: RegisterBlock) => readonly Column[];
}

async function openWriter(
  connection: DuckDBConnection,
  schema: RegisterSchema,
  table: string,
  layout: FactLayout | undefined,
): Promise<TableWriter> {
  const own = columnsIn(schema, table);
  const names = own.map(({ name }) => name);
  if (!layout) return { table, names, appender: await createTable(connection, table, own), added: () => [] };
  const widths = new Map(columnsIn(schema, layout.population).map(({ name, width }) => [name, width]));
  const attributes = layout.attributes.map((name) => {
    const width = widths.get(name);
    if (!width) throw new RangeError(`The register ${layout.population} has no column ${name}`);
    return { name: attributeColumn(name), width };
  });
  const marks = { name: MARKS_COLUMN, width: 'int32' as const };
  const appender = await createTable(connection, table, [...own, ...attributes, marks]);
  const factColumns = createFactColumns(layout);
  const added = (block: RegisterBlock): readonly Column[] =>
    factColumns(registerIn(block, table), registerIn(block, layout.population));
  return { table, names, appender, added };
}

function writeBlock({ table, names, appender, added }: TableWriter, block: RegisterBlock, hash: Hash): void {
  const register = registerIn(block, table);
  const columns: Column[] = names.map((name) => columnOf(register, name).subarray(0, register.rows));
  for (const column of columns)
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  appender.append([...columns, ...added(block)], register.rows);
}

function columnsIn(
  schema: RegisterSchema,
  table: string,
): { readonly name: string; readonly width: ColumnWidth }[] {
  return Object.entries(schema[table] ?? {}).map(([name, width]) => ({ name, width }));
}

function registerIn(block: RegisterBlock, table: string): RegisterTable {
  const register = block.tables[table];
  if (!register) throw new RangeError(`The block has no register ${table}`);
  return register;
}

async function writeInfo(connection: DuckDBConnection, info: RegisterFileInfo): Promise<void> {
  await (await connection.prepare(`create table ${FILE_TABLE} (format integer, content varchar)`)).run();
  const insert = await connection.prepare(`insert into ${FILE_TABLE} values ($1, $2)`);
  insert.bindInteger(1, FILE_FORMAT);
  insert.bindVarchar(2, JSON.stringify(info));
  await insert.run();
  await (await connection.prepare('checkpoint')).run();
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
