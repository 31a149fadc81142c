// Finds a Chromium, or gets one: from Debian where that is possible, else from the npm registry.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of an executable Chromium; installs one where none is found. */
export async function chromium() {
  const found = places.find((place) => place && existsSync(place));
  return found ?? (fromDebian() || (await fromRegistry()));
}

/** What every start needs: no sandbox for root in containers, and no connections of the browser's own. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  process.stdout.write('Installing Chromium from Debian …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    stdio: 'ignore',
    env,
  });
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

async function fromRegistry() {
  const folder = join(root, '.datakube', 'chromium');
  const entry = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  if (!existsSync(entry)) {
    process.stdout.write('Installing a Chromium from the npm registry …\n');
    mkdirSync(folder, { recursive: true });
    const args = [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--no-save',
      '@sparticuz/chromium@153.0.0',
    ];
    spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }
  if (!existsSync(entry)) throw new Error('No Chromium was found. Install one, or set CHROME_PATH.');
  const { default: packed } = await import(pathToFileURL(entry).href);
  return packed.executablePath();
}
