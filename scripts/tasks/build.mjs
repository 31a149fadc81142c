import { build } from '../build.mjs';
import { writeManifest } from '../manifest.mjs';

await build();
process.exitCode = await writeManifest();
