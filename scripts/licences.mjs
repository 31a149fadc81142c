// What stands in the licences of other people's packages that the bundle holds, and that it may hold them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that let anybody use, change and pass on, and ask for no more than their text. */
const PERMISSIVE = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);

/**
 * The package that a bundled module is from, with its licence.
 *
 * @param {string} module path of the module
 * @returns {{ name: string, version: string, license: string, text: string } | null} null for a module of ours
 * @throws Error for a package whose licence is not permissive, or has no text
 */
export function licenceOf(module) {
  const found = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(module.replaceAll('\\', '/'));
  if (!found) return null;
  const [, folder] = found;
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!PERMISSIVE.has(license)) throw new Error(`${name} ${version} has the licence ${license}`);
  return { name, version, license, text: textIn(folder) };
}

function textIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files
    .sort()
    .map((file) => join(folder, file))
    .filter(existsSync);
  if (texts.length === 0) throw new Error(`${folder} has no licence text`);
  return texts.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
}

/**
 * The licences of everything that is bundled, as one text.
 *
 * @param {readonly { name: string, version: string, license: string, text: string }[]} licences
 */
export function noticesOf(licences) {
  const rule = '-'.repeat(80);
  const entries = licences.map(
    ({ name, version, license, text }) => `${rule}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return ['The Datakube bundle holds parts of these packages, under their licences.\n', ...entries].join(
    '\n',
  );
}
