import { countPersons, registerBlocks } from './register-blocks.ts';
import { registerSchema, type RegisterName } from './register-schema.ts';
import type { Column, RegisterBlock, RegisterOptions, RegisterTable } from './register-table.ts';
import { makeColumn } from './register-writer.ts';

/**
 * Makes the whole of the registers in memory, as a single block: for the memory engine and for tests.
 * At 600,000 citizens that is some 500 MB; a database takes {@link registerBlocks} one at a time.
 *
 * @param onProgress told the number of persons done and in all, after each block
 */
export function collectRegisters(
  options: RegisterOptions,
  onProgress?: (done: number, total: number) => void,
): RegisterBlock {
  const blocks: RegisterBlock[] = [];
  const total = countPersons(options.citizens);
  for (const block of registerBlocks(options)) {
    blocks.push(block);
    onProgress?.(block.firstPerson + block.persons, total);
  }
  const tables: Record<string, RegisterTable> = {};
  for (const name of Object.keys(registerSchema) as RegisterName[]) tables[name] = concatenate(name, blocks);
  return { firstPerson: 0, persons: total, tables };
}

function concatenate(name: RegisterName, blocks: readonly RegisterBlock[]): RegisterTable {
  const parts = blocks.map((block) => block.tables[name]!);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const columns: Record<string, Column> = {};
  for (const [key, type] of Object.entries(registerSchema[name])) {
    const column = makeColumn(type, rows);
    let at = 0;
    for (const part of parts) {
      column.set(part.columns[key]!, at);
      at += part.rows;
    }
    columns[key] = column;
  }
  return { rows, columns };
}
