import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { buildExamples } from '../../scripts/examples.mjs';
import { type Host, openHost } from './host.ts';
import { buildSdk } from './sdk.ts';
import { openBrowser, visit } from './visitor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const frameworks = ['react', 'vue'] as const;

describe('types for frameworks', () => {
  for (const [framework, compiler] of [
    ['react', 'typescript7/bin/tsc'],
    ['vue', 'vue-tsc/bin/vue-tsc.js'],
  ] as const) {
    test(`the example in ${framework} is right, and what is wrong is found`, () => {
      const { status, stdout } = spawnSync(
        process.execPath,
        [`node_modules/${compiler}`, '-p', `test/hosts/types/${framework}`],
        { cwd: root, encoding: 'utf8' },
      );
      assert.equal(status, 0, stdout);
    });
  }
});

describe('portals in frameworks', () => {
  let host: Host;
  let browser: Browser;

  before(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'datakube-examples-'));
    await buildExamples(folder);
    const read = (path: string): Promise<string> => readFile(join(root, 'examples', path), 'utf8');
    const built = await Promise.all(
      frameworks.map(async (name): Promise<[string, string]> => {
        const file = `${name}.js`;
        return [file, await readFile(join(folder, file), 'utf8')];
      }),
    );
    await rm(folder, { recursive: true });
    host = await openHost({
      pages: { '/react/': await read('react/index.html'), '/vue/': await read('vue/index.html') },
      folders: {
        '/sdk/examples/': new Map(built),
        '/sdk/': await buildSdk(),
        '/examples/': new Map([
          ['frameworks.css', await read('frameworks.css')],
          ['icon.svg', await read('icon.svg')],
        ]),
      },
      // What the environment itself sends with these pages.
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html vue",
      },
    });
    browser = await openBrowser();
    // The cubes of the mocks are published when they are first asked for. A page would wait for that only so long.
    await fetch(`${host.address}/v1/cubes/sundhedsdata-paa-tvaers`);
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  for (const framework of frameworks) {
    test(`${framework}: signs in once, hears what is asked, keeps a view, comes back to it, and turns dark`, async () => {
      host.asked.length = 0;
      const { page, complaints } = await visit(browser, `${host.address}/${framework}/`);
      await page
        .getByRole('gridcell')
        .first()
        .waitFor({ timeout: 60_000 })
        .catch(async (error: unknown) => {
          const shown = await page.locator('body').ariaSnapshot();
          throw new Error([shown, ...host.asked, ...complaints].join('\n'), { cause: error });
        });
      assert.equal(host.asked.filter((line) => line.endsWith('/sandbox/sign-in')).length, 1);

      const rows = page.getByRole('group', { name: 'Rækker' });
      await page.getByRole('button', { name: 'Gem visning' }).click();
      await page.getByRole('button', { name: 'Byt om' }).click();
      await page.getByText('Sidst spurgt: time × residence').waitFor();
      await rows.getByRole('button', { name: /^Tid/ }).waitFor();
      await page.getByRole('button', { name: 'Vis gemt visning' }).click();
      await rows.getByRole('button', { name: /^Bopæl/ }).waitFor();

      const scheme = (): Promise<string> =>
        page.locator('datakube-explorer').evaluate((element) => getComputedStyle(element).colorScheme);
      assert.equal(await scheme(), 'light');
      await page.getByRole('button', { name: 'Mørkt udseende' }).click();
      assert.equal(await scheme(), 'dark');
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});
