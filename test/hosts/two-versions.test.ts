import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { version } from '../../packages/components/src/registration/version.ts';
import type { Browser, Page } from 'playwright-core';
import { CUBE, type Host, openHost } from './host.ts';
import { buildSdk, bundle } from './sdk.ts';
import { openBrowser, visit } from './visitor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const explorer = `<datakube-explorer cube="${CUBE}"></datakube-explorer>`;
const script = (path: string): string => `<script type="module" src="${path}"></script>`;

const pages: Readonly<Record<string, string>> = {
  '/one': script('/one/datakube.js') + explorer,
  '/one-two': script('/one/datakube.js') + script('/two/datakube.js') + explorer,
  '/two-one': script('/two/datakube.js') + script('/one/datakube.js') + explorer,
  '/one-one': script('/one/datakube.js') + script('/copy/datakube.js') + explorer,
  '/table-two': script('/table/datakube.js') + script('/two/datakube.js') + explorer,
  '/table-one': script('/table/datakube.js') + script('/copy/datakube.js') + explorer,
  '/given':
    `<datakube-provider environment="/">${explorer}</datakube-provider>` +
    script('/one/datakube.js') +
    script('/two/datakube.js'),
};

/** Versions of what is registered, by name; null where nobody is. */
async function registered(page: Page): Promise<Record<string, string | null>> {
  return page.evaluate(() =>
    Object.fromEntries(
      ['provider', 'pivot-table', 'chart', 'declaration', 'explorer'].map((name) => {
        const element = customElements.get(`datakube-${name}`) as { version?: string } | undefined;
        return [name, element?.version ?? null];
      }),
    ),
  );
}

const all = (each: string | null): Record<string, string | null> => ({
  provider: each,
  'pivot-table': each,
  chart: each,
  declaration: each,
  explorer: each,
});

test('the version of the library is that of its package', async () => {
  const text = await readFile(`${root}packages/components/package.json`, 'utf8');
  assert.equal(version, (JSON.parse(text) as { version: string }).version);
});

describe('two versions on a page', () => {
  let host: Host;
  let browser: Browser;

  before(async () => {
    const table = `${root}packages/components/src/pivot-table/define.ts`;
    host = await openHost({
      pages: Object.fromEntries(
        Object.entries(pages).map(([path, body]) => [
          path,
          `<!doctype html><html lang="da"><body>${body}</body></html>`,
        ]),
      ),
      folders: {
        '/one/': await buildSdk('1.0.0'),
        '/copy/': await buildSdk('1.0.0'),
        '/two/': await buildSdk('2.0.0'),
        '/table/': await bundle(table, 'datakube', '1.0.0'),
      },
    });
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  /** Opens a page, waits for its table, and tells what it complained of and what was asked for it. */
  async function open(path: string): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
    host.asked.length = 0;
    const { page, complaints } = await visit(browser, `${host.address}${path}`);
    await page.waitForLoadState('networkidle');
    if ((await registered(page))['explorer'] !== null) await page.getByRole('gridcell').first().waitFor();
    await page.waitForLoadState('networkidle');
    return { page, complaints, asked: [...host.asked].sort() };
  }

  for (const [path, first, second] of [
    ['/one-two', '1.0.0', '2.0.0'],
    ['/two-one', '2.0.0', '1.0.0'],
  ] as const) {
    test(`${first} before ${second}: all elements are the first one’s, and the second says so once`, async () => {
      const alone = await open('/one');
      assert.deepEqual(alone.complaints, []);
      const { page, complaints, asked } = await open(path);
      assert.deepEqual(await registered(page), all(first));
      assert.equal(complaints.length, 1, complaints.join('\n'));
      assert.ok(complaints[0]!.includes(first) && complaints[0]!.includes(second));
      assert.deepEqual(asked, alone.asked, 'nothing is asked twice');
      await Promise.all([page.close(), alone.page.close()]);
    });
  }

  test('the same version twice is one version, and silent', async () => {
    const { page, complaints } = await open('/one-one');
    assert.deepEqual(await registered(page), all('1.0.0'));
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('one element of another version is enough to stand back: no explorer draws a table of another', async () => {
    const { page, complaints } = await open('/table-two');
    assert.deepEqual(await registered(page), { ...all(null), 'pivot-table': '1.0.0' });
    assert.equal(complaints.length, 1, complaints.join('\n'));
    await page.close();
  });

  test('one element of the same version is built upon', async () => {
    const { page, complaints } = await open('/table-one');
    assert.deepEqual(await registered(page), all('1.0.0'));
    assert.deepEqual(complaints, []);
    await page.getByRole('button', { name: 'Byt om' }).click();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByRole('gridcell').first().waitFor();
    await page.close();
  });

  test('a provider serves what asks it, from whichever copy', async () => {
    const { page, complaints } = await open('/given');
    assert.equal(complaints.length, 1);
    const urls = await page.evaluate(async () => {
      const heard: (string | undefined)[] = [];
      for (const path of ['/one/datakube.js', '/two/datakube.js']) {
        const { ClientRequestEvent } = (await import(path)) as typeof import('@datakube/components');
        document
          .querySelector('datakube-explorer')!
          .dispatchEvent(new ClientRequestEvent((client) => heard.push(client?.url)));
      }
      return heard;
    });
    assert.equal(urls.length, 2);
    assert.equal(urls[0], urls[1]);
    await page.close();
  });
});

describe('two versions under Trusted Types', () => {
  const policy = "script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

  for (const [words, complains] of [
    [policy, true],
    [`${policy} 'allow-duplicates'`, false],
  ] as const) {
    test(`${complains ? 'the second does not start' : 'both start'} where the policy is ${words.slice(words.indexOf('trusted-types '))}`, async () => {
      const host = await openHost({
        pages: { '/': `<!doctype html><html lang="da"><body>${pages['/one-two']}</body></html>` },
        folders: { '/one/': await buildSdk('1.0.0'), '/two/': await buildSdk('2.0.0') },
        headers: { 'content-security-policy': words },
      });
      const browser = await openBrowser();
      const { page, complaints } = await visit(browser, `${host.address}/`);
      await page.getByRole('gridcell').first().waitFor();
      assert.deepEqual(await registered(page), all('1.0.0'), 'the page works all the same');
      assert.equal(
        complaints.some((text) => text.includes('lit-html')),
        complains,
        complaints.join('\n'),
      );
      await browser.close();
      host.close();
    });
  }
});
