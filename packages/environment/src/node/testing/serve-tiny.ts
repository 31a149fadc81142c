import { readSettings } from '../server/settings.ts';
import { runEnvironment } from '../server/run-environment.ts';
import { untilStopped } from '../server/until-stopped.ts';
import { tinyRelease } from '../../testing/tiny-release.ts';

/** The environment over the tiny cube as a process of its own, for tests of how it starts and ends. */
const { cube, releases } = await tinyRelease();
const environment = await runEnvironment({
  settings: readSettings(process.env, process.cwd()),
  root: process.cwd(),
  version: '0.0.0',
  prepare: () => Promise.resolve({ cubes: [cube], store: releases }),
  print: console.log,
});
await untilStopped();
await environment.stop();
