import { writeManifestIfStale } from '../manifest.mjs';
import { runNode } from '../steps.mjs';

await writeManifestIfStale();
process.exitCode = await runNode([
  'node_modules/storybook/dist/bin/dispatcher.js',
  'dev',
  '--port=6006',
  '--no-open',
  '--disable-telemetry',
]);
