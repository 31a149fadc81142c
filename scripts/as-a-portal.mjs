// What a portal sees that imports one entry of the elements: compiled as it is published, without the sources.
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './steps.mjs';

/** Entries that define elements, by what stands in their exports: `explorer`, `view`. */
const entries = () =>
  globSync('packages/components/src/*/define.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/').split('/')[3])
    .filter((name) => name !== 'menu');

/** Whether importing an entry makes its element and the events of all known to TypeScript. */
export async function entriesBringTheirTypes() {
  const folder = join(root, 'build', 'as-a-portal');
  mkdirSync(folder, { recursive: true });
  for (const name of entries()) {
    const page = [
      `import '@datakube/components/${name}';`,
      `const element = document.querySelector('datakube-${name}')!;`,
      `export const version: string = (element.constructor as unknown as { version: string }).version;`,
      `export const drawn: Promise<boolean> = element.updateComplete;`,
      `element.addEventListener('datakube-error', ({ code }) => console.log(code));`,
    ];
    writeFileSync(join(folder, `${name}.ts`), `${page.join('\n')}\n`);
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      lib: ['es2022', 'dom'],
      types: [],
      skipLibCheck: false,
    };
    // One program for each: what one of them brings would help the others.
    writeFileSync(
      join(folder, `tsconfig.${name}.json`),
      JSON.stringify({ compilerOptions, files: [`${name}.ts`] }),
    );
    const tsc = 'node_modules/typescript7/bin/tsc';
    if (await runNode([tsc, '-p', join(folder, `tsconfig.${name}.json`)])) return false;
  }
  return true;
}
