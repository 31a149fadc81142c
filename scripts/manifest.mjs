// What the elements are, for editors and documentation: build/custom-elements.json.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './steps.mjs';

/** Where it is written. */
export const manifestFile = join(root, 'build', 'custom-elements.json');

const sources = 'packages/components/src/**/*.ts';
const inputs = [sources, 'scripts/manifest*.mjs'];

/** Reads the elements and writes what they are. Resolves to the exit code. */
export function writeManifest() {
  return runNode(
    [
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--litelement',
      '--config',
      'scripts/manifest.config.mjs',
      '--globs',
      sources,
      '--exclude',
      'packages/components/src/**/*.test.ts',
      '--outdir',
      'build',
      '--quiet',
    ],
    { quiet: true },
  );
}

/** Writes it where an element has changed since. */
export async function writeManifestIfStale() {
  const made = existsSync(manifestFile) ? statSync(manifestFile).mtimeMs : 0;
  const stale = globSync(inputs, { cwd: root }).some((file) => statSync(join(root, file)).mtimeMs > made);
  if (stale && (await writeManifest())) throw new Error('What the elements are could not be read.');
}
