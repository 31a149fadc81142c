// Where the bundle comes from and what is in it, beside the bundle: manifest.json and THIRD-PARTY-NOTICES.txt.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { licenceOf, noticesOf } from './licences.mjs';
import { root } from './steps.mjs';

/**
 * Writes down, of a finished bundle: version, commit, every file with its hash and size, and what of other people is
 * in it. The same source gives the same text. Files of bundles before, which nothing asks for any more, go.
 *
 * @type {import('rollup').Plugin}
 */
export const provenance = {
  name: 'provenance',
  writeBundle({ dir }, bundle) {
    const modules = Object.values(bundle).flatMap(({ modules = {} }) =>
      Object.keys(modules).filter((id) => modules[id].renderedLength > 0),
    );
    const licences = [
      ...new Map(
        modules
          .map(licenceOf)
          .filter(Boolean)
          .map((of) => [of.name, of]),
      ).values(),
    ];
    licences.sort((a, b) => (a.name < b.name ? -1 : 1));
    writeFileSync(join(dir, 'THIRD-PARTY-NOTICES.txt'), noticesOf(licences));
    copy('LICENSE', dir);
    const names = Object.keys(bundle).sort();
    const manifest = {
      name: 'datakube',
      ...versionAndCommit(),
      entry: 'datakube.js',
      files: names.filter((name) => !name.endsWith('.map')).map((name) => weigh(dir, name)),
      bundled: licences.map(({ name, version, license }) => ({ name, version, license })),
    };
    writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const file of readdirSync(join(dir, 'chunks'))) {
      if (!names.includes(`chunks/${file}`)) rmSync(join(dir, 'chunks', file));
    }
  },
};

/** What a page writes into `integrity`. */
export function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

function weigh(dir, path) {
  const bytes = readFileSync(join(dir, path));
  return {
    path,
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    integrity: integrityOf(bytes),
  };
}

/** `changed` where what was built is not what the commit holds; both are null outside a checkout. */
function versionAndCommit() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const sources = ['packages', 'scripts', 'rollup.config.js', 'package-lock.json'];
    const changed = git('status', '--porcelain', '--', ...sources) !== '';
    return { version, commit: git('rev-parse', 'HEAD'), changed };
  } catch {
    return { version, commit: null, changed: null };
  }
}

function copy(name, dir) {
  writeFileSync(join(dir, `${name}.txt`), readFileSync(join(root, name)));
}
