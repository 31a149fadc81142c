// TypeScript leaves what it once compiled where the source is gone. Such a file must not be bundled or packed.
import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** Removes compiled files of all packages that have no source any more. */
export function removeStaleOutput() {
  const compiled = globSync('packages/*/dist/**/*.{js,js.map,d.ts,d.ts.map}', { cwd: root });
  for (const file of compiled) {
    const [, folder, path] = /^(packages\/[^/]+)\/dist\/(.*?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(
      file.replaceAll('\\', '/'),
    );
    const sources = [join(folder, 'src', `${path}.ts`), join(folder, `${path}.ts`)];
    if (!sources.some((source) => existsSync(join(root, source)))) rmSync(join(root, file));
  }
}
