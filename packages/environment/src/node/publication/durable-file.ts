import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that survives a power cut once this returns. */
export async function writeDurably(path: string, content: Uint8Array | string, mode = 0o644): Promise<void> {
  const handle = await open(path, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file at once: readers see the old content or the new, never a part. */
export async function replaceDurably(
  path: string,
  content: Uint8Array | string,
  mode = 0o644,
): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await writeDurably(partial, content, mode);
  await rename(partial, path);
  await syncFolder(dirname(path));
}

/** Makes renames and new names in a folder last. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The content of a file, or undefined when there is none. */
export async function readIfThere(path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  return ifThere(() => readFile(path));
}

/** What is in a folder; nothing when there is none. */
export async function namesIn(path: string): Promise<string[]> {
  return (await ifThere(() => readdir(path))) ?? [];
}

async function ifThere<T>(reading: () => Promise<T>): Promise<T | undefined> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a folder that is there after a power cut. */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  const created = await mkdir(path, { recursive: true, mode });
  if (created !== undefined) await syncFolder(dirname(created));
}
