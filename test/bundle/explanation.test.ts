import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = 'packages/components/src/explanation';

describe('what loads when a reader first asks', () => {
  it('shares no module with what a portal loads by name, so that file stays whole', async () => {
    const { metafile } = await build({
      entryPoints: [`${root}${folder}/explanation.ts`],
      absWorkingDir: root,
      bundle: true,
      metafile: true,
      write: false,
      format: 'esm',
      conditions: ['datakube-source'],
    });
    const elsewhere = Object.keys(metafile.inputs).filter(
      (input) => dirname(resolve(root, input)) !== resolve(root, folder),
    );
    assert.deepEqual(elsewhere, []);
    assert.ok(!Object.keys(metafile.inputs).some((input) => input.endsWith('hidden-values.ts')));
  });
});
