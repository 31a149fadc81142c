// Packs every package as it would be published, and looks at what is in the tarballs.
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packManifest } from './packed-manifest.mjs';
import { removeStaleOutput } from './stale-output.mjs';
import { root, runNode } from './steps.mjs';

const folder = join(root, 'build', 'packages');

/** Kilobytes that a tarball may weigh: sources, maps and types are in it. What a page loads is in `sizes.mjs`. */
const HEAVIEST = 1000;

/**
 * Packs every package into `build/packages`. What was compiled must be there.
 *
 * @returns {Promise<{ name: string, tarball: string, home: string, size: number, files: string[] }[]>}
 */
export async function pack() {
  removeStaleOutput();
  await packManifest();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const args = ['pack', '--workspaces', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = JSON.parse(
    execFileSync('npm', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
      shell: process.platform === 'win32',
    }),
  );
  return packed.map(({ name, filename, size, files }) => ({
    name,
    tarball: join(folder, filename),
    home: join(root, 'packages', name.replace('@datakube/', '')),
    size,
    files: files.map(({ path }) => path),
  }));
}

/**
 * What is wrong with the packages, one line each: `@datakube/charts: …`. Empty where all can be published.
 *
 * @param {{ types?: boolean }} options `types: false` leaves out what takes longest, whether every entry has its types
 */
export async function faultsOfPackages({ types = true } = {}) {
  const faults = [];
  for (const each of await pack()) {
    const found = [...faultsOfManifest(each), ...faultsOfFiles(each), ...(await faultsOfPublint(each))];
    if (types && !(await typesResolve(each))) found.push('types do not resolve, see above');
    faults.push(...found.map((fault) => `${each.name}: ${fault}`));
  }
  return faults;
}

function faultsOfManifest({ home, size }) {
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const faults = ['description', 'license', 'engines', 'files', 'exports', 'sideEffects']
    .filter((field) => manifest[field] === undefined)
    .map((field) => `package.json says nothing of ${field}`);
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    if (typeof target === 'object' && !target.types) faults.push(`${entry} has no types`);
  }
  if (size > HEAVIEST * 1000) faults.push(`${Math.round(size / 1000)} kB, more than ${HEAVIEST}`);
  return faults;
}

function faultsOfFiles({ home, files }) {
  const faults = ['LICENSE', 'README.md', 'package.json']
    .filter((file) => !files.includes(file))
    .map((file) => `${file} is missing`);
  for (const file of files) {
    if (/\.test\.|(^|\/)(testing|fixtures|bench)\/|\.tsbuildinfo$|\.tgz$/.test(file)) {
      faults.push(`${file} does not belong into it`);
    }
  }
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  if (files.includes('LICENSE') && readFileSync(join(home, 'LICENSE'), 'utf8') !== licence) {
    faults.push('LICENSE is another than that of the project');
  }
  const places = [root, `${homedir()}/`, 'file://'];
  for (const file of globSync('{dist,src,presets}/**/*', { cwd: home, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (!file.isFile() || !files.includes(path.slice(home.length + 1).replaceAll('\\', '/'))) continue;
    const text = readFileSync(path, 'utf8');
    const place = places.find((each) => text.includes(each));
    if (place) faults.push(`${path.slice(home.length + 1)} names a place on this machine, ${place}`);
  }
  return faults;
}

async function faultsOfPublint({ tarball }) {
  const bytes = readFileSync(tarball);
  const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  return messages.map((message) => formatMessage(message, pkg, { color: false }));
}

/** Whether every entry leads to its types, for Node and for bundlers. The packages are modules only. */
async function typesResolve({ tarball }) {
  const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js';
  return !(await runNode([attw, '--profile', 'esm-only', '--no-emoji', '--no-color', tarball], {
    quiet: true,
  }));
}
