import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { StaticFiles } from '../../routes/static-pages.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serves files below some folders, and no others: the path is normalised, links are followed, and what
 * then lies outside, begins with a dot, or has another ending does not exist.
 *
 * @param folders by the beginning of the path, as `/sdk/`
 * @param index the file for `/`
 */
export function createStaticFiles(folders: Readonly<Record<string, string>>, index: string): StaticFiles {
  return async (path) => {
    if (path === '/') return load(index);
    const prefix = Object.keys(folders).find((start) => path.startsWith(start));
    if (prefix === undefined || path.includes('\0') || path.includes('\\')) return undefined;
    const folder = folders[prefix]!;
    const inside = normalize(path.slice(prefix.length));
    if (inside.split(sep).some((part) => part.startsWith('.') && part !== '.')) return undefined;
    const file =
      inside === '.' || inside.endsWith(sep) ? join(folder, inside, 'index.html') : join(folder, inside);
    return (await isWithin(file, folder)) ? load(file) : undefined;
  };
}

async function isWithin(file: string, folder: string): Promise<boolean> {
  try {
    return (await realpath(file)).startsWith((await realpath(folder)) + sep);
  } catch {
    return false;
  }
}

async function load(file: string): ReturnType<StaticFiles> {
  const contentType = CONTENT_TYPES[extname(file)];
  if (contentType === undefined) return undefined;
  try {
    return { body: new Uint8Array(await readFile(file)), contentType };
  } catch {
    return undefined;
  }
}
