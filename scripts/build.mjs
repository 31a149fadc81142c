// Types and JavaScript of every package, then the bundle that a portal loads.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExamples } from './examples.mjs';
import { writeLlms } from './llms.mjs';
import { removeStaleOutput } from './stale-output.mjs';
import { root, runNode } from './steps.mjs';

const tsc = 'node_modules/typescript7/bin/tsc';

/** Compiles all packages. Resolves to the exit code. */
export function compile() {
  return runNode([tsc, '-b']);
}

/** What a page may write into the `integrity` of the script it loads, and how large that is. */
function sayIntegrity() {
  const { version, entry, files } = JSON.parse(readFileSync(join(root, 'build/cdn/manifest.json'), 'utf8'));
  const { integrity, gzip } = files.find(({ path }) => path === entry);
  process.stdout.write(
    `${entry} ${version}: ${(gzip / 1000).toFixed(1)} kB gzip, integrity="${integrity}"\n`,
  );
}

/** Compiles and bundles. Throws where a step fails. */
export async function build({ quiet = false } = {}) {
  if (await runNode([tsc, '-b'], { quiet })) throw new Error('The packages do not compile.');
  removeStaleOutput();
  if (await runNode(['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], { quiet })) {
    throw new Error('The bundle could not be made.');
  }
  await buildExamples();
  writeLlms(join(root, 'build', 'cdn'));
  if (!quiet) sayIntegrity();
}

/** Builds only where a source is newer than the bundle. */
export async function buildIfStale() {
  const bundle = join(root, 'build', 'cdn', 'datakube.js');
  const made = existsSync(bundle) ? statSync(bundle).mtimeMs : 0;
  const sources = globSync(
    [
      'packages/{contract,client,charts,components}/src/**/*.ts',
      'packages/components/presets/*.css',
      'examples/{react,vue}/*',
      'examples/sign-in.ts',
    ],
    { cwd: root },
  );
  if (sources.some((file) => statSync(join(root, file)).mtimeMs > made)) {
    process.stdout.write('Building the components …\n');
    await build({ quiet: true });
  }
}
