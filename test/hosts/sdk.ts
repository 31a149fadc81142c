import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files by their name within the folder they are served from. */
export type Files = ReadonlyMap<string, string>;

/** The bundle that a page loads, from the sources as they are: `datakube.js` and what it loads when used. */
export function buildSdk(version?: string): Promise<Files> {
  const entry = resolve(root, 'packages/components/src/embed.ts');
  const sdk = built.get(version) ?? bundle(entry, 'datakube', version);
  built.set(version, sdk);
  return sdk;
}

const built = new Map<string | undefined, Promise<Files>>();

/** An entry of our own, with all it imports. */
export async function bundle(entry: string, name: string, version?: string): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: { [name]: entry },
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production', 'datakube-source'],
    tsconfig: resolve(root, 'tsconfig.base.json'),
    plugins: version === undefined ? [] : [as(version)],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** Makes of the sources another version of themselves. */
function as(version: string): Plugin {
  return {
    name: 'as-another-version',
    setup: ({ onLoad }) => {
      onLoad({ filter: /registration\/version\.ts$/ }, () => ({
        contents: `export const version = ${JSON.stringify(version)};`,
        loader: 'ts',
      }));
    },
  };
}
