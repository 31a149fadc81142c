import type { RecordKeys } from '@datakube/disclosure';
import type { Engine, RawGroups } from '../../engines/engine.ts';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult } from '@duckdb/node-api';
import { markFor, markName } from './distinct-marks.ts';
import { attributesOf } from './fact-layout.ts';
import { rawItems } from './raw-vector.ts';
import { readInfo, type RegisterFileInfo } from './register-file.ts';
import { createSemaphore } from './semaphore.ts';
import { populationSql, tabulationSql } from './tabulation-sql.ts';

export interface DuckDbEngineOptions {
  /** Threads of one query. Default 2. */
  readonly threads?: number;
  /** Memory of all queries together, as DuckDB writes it. Default `3GB`. A query beyond it fails. */
  readonly memoryLimit?: string;
  /** Queries at a time; they sit on libuv's four threads, which reading files needs too. Default 2. */
  readonly concurrency?: number;
}

/** The tabulation engine over a file of registers. */
export interface DuckDbEngine extends Engine {
  readonly registers: RegisterFileInfo;
}

/**
 * Opens a file of registers for tabulation: read-only, locked down, and closed to any SQL but its own.
 *
 * @throws Error when the file is missing, incomplete or of another format
 */
export async function openDuckDbEngine(
  path: string,
  options: DuckDbEngineOptions = {},
): Promise<DuckDbEngine> {
  const instance = await openLockedDown(path, options);
  const registers = await withConnection(instance, readInfo).catch(() => undefined);
  if (!registers) {
    instance.closeSync();
    throw new Error('The registers are incomplete or of another format');
  }
  const semaphore = createSemaphore(options.concurrency ?? 2);
  const ask = (question: Question, signal: AbortSignal | undefined): Promise<RawGroups> =>
    semaphore.run(
      () => withConnection(instance, (connection) => query(connection, question, signal)),
      signal,
    );
  return {
    registers,
    async tabulate(cube, by, measures, signal, records) {
      const facts = registers.facts[cube.definition.facts];
      if (!facts || attributesOf(cube).some((attribute) => !facts.attributes.includes(attribute))) {
        throw new RangeError(`The registers were not written for the cube ${cube.definition.id}`);
      }
      const mark = markFor(cube, by);
      const bit = mark ? facts.marks.indexOf(markName(mark)) : -1;
      const sql = tabulationSql(cube, by, measures, {
        mark: bit < 0 ? undefined : bit,
        setKeys: records !== undefined,
      });
      return ask({ sql, keys: by.length, records }, signal);
    },
    population: (cube, signal) =>
      ask({ sql: populationSql(cube), keys: cube.definition.population.public.length + 1 }, signal),
    async close() {
      instance.closeSync();
    },
  };
}

/**
 * A read-only database that can reach no file but its own, load nothing, and be talked out of none
 * of this. New connections inherit it.
 */
export async function openLockedDown(
  path: string,
  options: DuckDbEngineOptions = {},
): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: 'READ_ONLY',
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    threads: String(options.threads ?? 2),
    memory_limit: options.memoryLimit ?? '3GB',
  });
  await withConnection(instance, async (connection) => {
    await (await connection.prepare('set lock_configuration = true')).run();
  });
  return instance;
}

async function withConnection<T>(
  instance: DuckDBInstance,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await instance.connect();
  try {
    return await use(connection);
  } finally {
    connection.closeSync();
  }
}

interface Question {
  readonly sql: string;
  /** How many of the first columns are keys of groups. */
  readonly keys: number;
  /** Parameters of the SQL, which asks for keys of sets in its last column. Secret, so not in its text. */
  readonly records?: RecordKeys | undefined;
}

/** Runs generated SQL. `prepare` takes a single statement only, so nothing can be stacked onto it. */
async function query(
  connection: DuckDBConnection,
  { sql, keys, records }: Question,
  signal: AbortSignal | undefined,
): Promise<RawGroups> {
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const statement = await connection.prepare(sql);
    records?.forEach((coefficient, index) => statement.bindBigInt(index + 1, BigInt(coefficient)));
    signal?.throwIfAborted();
    const { values, ...groups } = await readGroups(await statement.run(), keys, signal);
    if (!records) return { ...groups, values };
    return { ...groups, values: values.slice(0, -1), setKeys: values.at(-1)! };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

async function readGroups(
  result: DuckDBResult,
  keys: number,
  signal: AbortSignal | undefined,
): Promise<RawGroups> {
  const parts: { readonly rows: number; readonly columns: (Int32Array | Float64Array)[] }[] = [];
  let rows = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    signal?.throwIfAborted();
    const columns = Array.from({ length: result.columnCount }, (_, index) => {
      const items = rawItems(chunk!.getColumnVector(index));
      return index < keys ? new Int32Array(items) : new Float64Array(items);
    });
    parts.push({ rows: chunk.rowCount, columns });
    rows += chunk.rowCount;
  }
  const column = <A extends Int32Array | Float64Array>(into: A, index: number): A => {
    let at = 0;
    for (const part of parts) {
      into.set(part.columns[index]!, at);
      at += part.rows;
    }
    return into;
  };
  return {
    keys: Array.from({ length: keys }, (_, index) => column(new Int32Array(rows), index)),
    values: Array.from({ length: result.columnCount - keys }, (_, index) =>
      column(new Float64Array(rows), keys + index),
    ),
  };
}
