import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import {
  buildAllElements,
  differences,
  DRAWN,
  drawn,
  type Looks,
  looksInside,
  looksOutside,
  pageOfAll,
} from './all-elements.ts';
import { type Host, openHost } from './host.ts';
import { HOSTILE } from './hostile-styles.ts';
import { openBrowser, visit } from './visitor.ts';

/** All of them take minutes; this is the hardest. */
const all = Object.keys(HOSTILE);
const kinds = process.env['DATAKUBE_THOROUGH'] ? all : ['the reset that unsets everything'];

/** Wide, and narrow enough for everything to stand in another order. */
const WIDTHS = [1200, 480];

describe('styles of the page', () => {
  let host: Host;
  let browser: Browser;
  const clean = new Map<string, Looks>();
  const key = (element: string, width: number): string => `${element} at ${width} px`;

  before(async () => {
    const pages = kinds.flatMap((kind, at): [string, string][] => [
      [`/${at}`, pageOfAll({ css: HOSTILE[kind]! })],
      [`/${at}/alone`, pageOfAll({ css: HOSTILE[kind]!, script: false })],
    ]);
    host = await openHost({
      pages: { '/clean': pageOfAll(), ...Object.fromEntries(pages) },
      folders: { '/app/': await buildAllElements() },
    });
    browser = await openBrowser();
    for (const width of WIDTHS) {
      const { page } = await visit(browser, `${host.address}/clean`, width);
      await drawn(page);
      for (const element of DRAWN) clean.set(key(element, width), await looksInside(page, element));
      await page.close();
    }
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  for (const [at, kind] of kinds.entries()) {
    test(`${kind}: everything inside our elements looks as it does on an empty page`, async () => {
      const found: string[] = [];
      for (const width of WIDTHS) {
        const { page } = await visit(browser, `${host.address}/${at}`, width);
        await drawn(page);
        for (const element of DRAWN) {
          const expected = clean.get(key(element, width))!;
          assert.ok(Object.keys(expected).length > 10, element);
          found.push(...differences(expected, await looksInside(page, element)).slice(0, 5));
        }
        await page.close();
      }
      assert.deepEqual(found, []);
    });

    test(`${kind}: what is the page’s own looks the same with us and without us`, async () => {
      const [withUs, alone] = await Promise.all([
        visit(browser, `${host.address}/${at}`),
        visit(browser, `${host.address}/${at}/alone`),
      ]);
      await drawn(withUs.page);
      const expected = await looksOutside(alone.page);
      const found = differences(expected, await looksOutside(withUs.page));
      // The page itself is taller with us on it, and that is all.
      assert.deepEqual(
        found.filter((text) => !/^(html|body)\[\d\]: height/.test(text)),
        [],
      );
      await Promise.all([withUs.page.close(), alone.page.close()]);
    });
  }

  test('would be seen, if they came in', async () => {
    const { page } = await visit(browser, `${host.address}/clean`);
    await drawn(page);
    await page.evaluate(() => {
      document.querySelector('datakube-declaration')!.shadowRoot!.querySelector('h3')!.style.color = 'red';
    });
    const found = differences(
      clean.get(key('datakube-declaration', 1200))!,
      await looksInside(page, 'datakube-declaration'),
    );
    assert.ok(
      found.some((text) => text.includes('color')),
      'a change of one colour is found',
    );
    await page.close();
  });
});
