import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lays the secrets of an environment down before it makes them by chance: the cells that are hidden are the same in
 * every run, so that a change and not chance makes a test fail. `PROPERTY_SEED=7` tries others.
 *
 * @param folder that of the environment's data
 */
export async function knownSecrets(folder: string): Promise<void> {
  const secrets = join(folder, 'secrets');
  await mkdir(secrets, { recursive: true, mode: 0o700 });
  for (const name of ['disclosure-seed', 'noise-secret', 'seal-key']) {
    const secret = createHash('sha256')
      .update(`${name} ${process.env['PROPERTY_SEED'] ?? ''}`)
      .digest();
    await writeFile(join(secrets, name), secret, { mode: 0o600 });
  }
}
