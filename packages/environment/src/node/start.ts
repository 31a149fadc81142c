import { fileURLToPath } from 'node:url';
import { cubeDefinitions } from '@datakube/registers';
import manifest from '../../package.json' with { type: 'json' };
import { prepareData } from './publication/prepare-data.ts';
import { progressLines } from './server/progress-lines.ts';
import { runEnvironment } from './server/run-environment.ts';
import { readSettings, SettingsError } from './server/settings.ts';
import { untilStopped } from './server/until-stopped.ts';

/** Starts the environment with the sandbox's cubes and portals, and ends it cleanly when told to. */
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const ending = new AbortController();
const stopped = untilStopped().then(() => ending.abort());

try {
  const settings = readSettings(process.env, process.cwd());
  const environment = await runEnvironment({
    settings,
    root,
    version: manifest.version,
    prepare: () =>
      prepareData({
        folder: settings.data,
        definitions: cubeDefinitions,
        citizens: settings.citizens,
        profile: settings.profile,
        onProgress: progressLines(console.log),
        signal: ending.signal,
      }),
    print: console.log,
  });
  await stopped;
  await environment.stop();
} catch (error) {
  if (!ending.signal.aborted) {
    console.error(
      error instanceof SettingsError || !(error instanceof Error) ? String(error) : error.message,
    );
    process.exitCode = 1;
  }
}
