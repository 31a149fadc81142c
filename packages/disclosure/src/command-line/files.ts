import { readFile } from 'node:fs/promises';
import { InputError } from './input-error.ts';

/**
 * Reads a text file.
 *
 * @throws InputError when it is not there or cannot be read
 */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new InputError(`${file} cannot be read`);
  }
}
