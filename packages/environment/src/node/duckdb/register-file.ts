import { access } from 'node:fs/promises';
import type { RegisterSchema } from '@datakube/registers';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { FactLayoutNames } from './fact-layout.ts';
import { rawItems } from './raw-vector.ts';

/** Raised with every change of the file's layout: older files are made anew. */
export const FILE_FORMAT = 1;

/** Table with one row, written last: a file without it was interrupted. */
export const FILE_TABLE = 'register_file';

/** What a file of registers holds, as far as can be told without counting. */
export interface RegisterFileInfo {
  readonly seed: number;
  readonly citizens: number;
  readonly synthetic: boolean;
  readonly schema: RegisterSchema;
  /** Hash of the first persons' rows, to tell whether the generator would make the same again. */
  readonly sample: string;
  /** SHA-256 of all rows: the same registers, the same fingerprint. */
  readonly fingerprint: string;
  /** What each table of events carries beside its own columns. */
  readonly facts: Readonly<Record<string, FactLayoutNames>>;
}

/** What a file of registers holds; undefined when it is missing, interrupted, damaged or of another format. */
export async function readRegisterFile(path: string): Promise<RegisterFileInfo | undefined> {
  try {
    await access(path);
  } catch {
    return undefined;
  }
  try {
    const instance = await DuckDBInstance.create(path, {
      access_mode: 'READ_ONLY',
      enable_external_access: 'false',
    });
    const connection = await instance.connect();
    try {
      return await readInfo(connection);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } catch {
    return undefined;
  }
}

/** Reads the row that describes the file; undefined when it is of another format. */
export async function readInfo(connection: DuckDBConnection): Promise<RegisterFileInfo | undefined> {
  const format = await connection.prepare(`select format from ${FILE_TABLE}`);
  const chunk = await (await format.run()).fetchChunk();
  if (!chunk || rawItems(chunk.getColumnVector(0))[0] !== FILE_FORMAT) return undefined;
  const content = await connection.prepare(`select content from ${FILE_TABLE}`);
  const text = (await (await content.run()).getRows())[0]?.[0];
  return typeof text === 'string' ? (JSON.parse(text) as RegisterFileInfo) : undefined;
}
