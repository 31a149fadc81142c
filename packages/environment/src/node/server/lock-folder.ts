import { type FileHandle, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../publication/durable-file.ts';

const NAME = 'environment.lock';

/** Folders this process holds: its own number in a lock is otherwise that of an earlier one, as in a container. */
const held = new Set<string>();

/**
 * Takes a folder for this process: two environments over one folder would write into each other's audit log
 * and serve releases of each other's definitions. A lock whose process has died is taken over.
 *
 * @returns gives the folder back
 * @throws Error when another process has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolder(folder, 0o700);
  const path = join(folder, NAME);
  const file = (await create(path)) ?? (await takeOver(path));
  await file.writeFile(String(process.pid));
  await file.close();
  held.add(path);
  return async () => {
    held.delete(path);
    await unlink(path);
  };
}

async function takeOver(path: string): Promise<FileHandle> {
  const owner = Number(await readFile(path, 'utf8'));
  if (held.has(path) || (owner !== process.pid && isAlive(owner))) {
    throw new Error(`Another environment uses the folder of this one (process ${owner})`);
  }
  await unlink(path);
  const file = await create(path);
  if (!file) throw new Error('Another environment has just taken the folder of this one');
  return file;
}

async function create(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}

function isAlive(owner: number): boolean {
  // A lock that was being written when its process died holds no number.
  if (!Number.isInteger(owner) || owner <= 0) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
