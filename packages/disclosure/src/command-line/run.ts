import { ProtectionError } from '../secondary/repair.ts';
import { InputError } from './input-error.ts';

/**
 * Runs a command and ends the process with its status. What the user can mend is told in one line with
 * status 2; a stack never leaves.
 */
export async function run(command: (words: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    const told =
      error instanceof InputError || error instanceof RangeError || error instanceof ProtectionError;
    process.stderr.write(`${told ? error.message : 'Something went wrong'}\n`);
    process.exitCode = 2;
  }
}

/**
 * The value of parseArgs, with its complaints as input errors.
 *
 * @throws InputError with the usage
 */
export function readArguments<T>(parse: () => T, usage: string): T {
  try {
    return parse();
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : 'Wrong arguments'}\n${usage}`);
  }
}
