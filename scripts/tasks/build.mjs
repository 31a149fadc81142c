import { build } from '../build.mjs';
import { runNode } from '../steps.mjs';

await build();
// What the elements are, for editors and documentation: build/custom-elements.json.
process.exitCode = await runNode([
  'node_modules/@custom-elements-manifest/analyzer/cem.js',
  'analyze',
  '--litelement',
  '--globs',
  'packages/components/src/**/*.ts',
  '--exclude',
  'packages/components/src/**/*.test.ts',
  '--outdir',
  'build',
  '--quiet',
]);
