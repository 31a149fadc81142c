// What editors read of the elements where the package is installed: dist/custom-elements.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile, writeManifestIfStale } from './manifest.mjs';
import { root } from './steps.mjs';

/** Writes the manifest into the package: elements and what a page can use of them, by paths within the package. */
export async function packManifest() {
  await writeManifestIfStale();
  const { modules, ...rest } = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const packed = modules
    .map((module) => ({
      ...module,
      declarations: (module.declarations ?? []).filter(({ tagName }) => tagName),
    }))
    .filter(({ declarations }) => declarations.length > 0)
    .map((module) => ({ ...within(module), declarations: module.declarations.map(open) }));
  const file = join(root, 'packages', 'components', 'dist', 'custom-elements.json');
  writeFileSync(file, `${JSON.stringify({ ...rest, modules: packed }, null, 2)}\n`);
}

function open(declaration) {
  const members = (declaration.members ?? []).filter(({ privacy }) => privacy === undefined);
  return { ...declaration, members };
}

/** Modules name themselves and one another by where their sources are in the project. */
function within(module) {
  const text = JSON.stringify(module).replace(
    /packages\/components\/src\/([^"]*?)\.ts"/g,
    (_, path) => `dist/${path}.js"`,
  );
  return JSON.parse(text);
}
