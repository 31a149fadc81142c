// Builds the bundle where it is missing or old, then becomes the environment.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { buildIfStale } from '../build.mjs';
import { root } from '../steps.mjs';

await buildIfStale();
await import(pathToFileURL(join(root, 'packages/environment/src/node/start.ts')).href);
