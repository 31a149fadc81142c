import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './code-blocks.ts';

/**
 * What the compiler says of some files, as if they were tests of the project; nothing where all is well. What is not
 * among them is found where the project has it.
 *
 * @param name of the folder below `build` that they are written to
 * @param files by path from the root of the project
 */
export function complaintsAbout(name: string, files: ReadonlyMap<string, string>): string {
  const folder = join(root, 'build', name);
  rmSync(folder, { recursive: true, force: true });
  const compilerOptions = {
    jsx: 'react-jsx',
    rootDir: '../..',
    rootDirs: ['../..', '.'],
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
  const config = { extends: '../../tsconfig.tests.json', compilerOptions, include: ['**/*'], exclude: [] };
  for (const [path, text] of [...files, ['tsconfig.json', JSON.stringify(config)] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tsc = join(root, 'node_modules/typescript7/bin/tsc');
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  return (stdout + stderr).trim();
}
