// Types and JavaScript of every package, then the bundle that a portal loads.
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExamples } from './examples.mjs';
import { root, runNode } from './steps.mjs';

const tsc = 'node_modules/typescript7/bin/tsc';

/** Compiles all packages. Resolves to the exit code. */
export function compile() {
  return runNode([tsc, '-b']);
}

/** Compiles and bundles. Throws where a step fails. */
export async function build({ quiet = false } = {}) {
  if (await runNode([tsc, '-b'], { quiet })) throw new Error('The packages do not compile.');
  if (await runNode(['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], { quiet })) {
    throw new Error('The bundle could not be made.');
  }
  await buildExamples();
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
