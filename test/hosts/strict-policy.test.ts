import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type Host, openHost, CUBE } from './host.ts';
import { buildSdk } from './sdk.ts';
import { openBrowser, type Visit, visit } from './visitor.ts';

// The strictest policy a portal is likely to have: nothing inline, nothing evaluated, no string made into script.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const page = `<!doctype html><html lang="da"><meta charset="utf-8"><title>Portal</title>
  <script type="module" src="/sdk/datakube.js"></script>
  <main><datakube-explorer cube="${CUBE}"></datakube-explorer></main></html>`;

describe('a portal with a strict policy', () => {
  let host: Host;
  let browser: Browser;
  let portal: Visit;

  before(async () => {
    host = await openHost({
      pages: { '/': page },
      folders: { '/sdk/': await buildSdk() },
      headers: { 'content-security-policy': POLICY },
    });
    browser = await openBrowser();
    portal = await visit(browser, `${host.address}/`);
  });

  after(async () => {
    await browser?.close();
    host?.close();
  });

  test('reports what breaks its policy, so that silence means something', async () => {
    const { page, complaints } = await visit(browser, `${host.address}/`);
    await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<p>');
      } catch {
        // Refused, as it should be.
      }
    });
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'p { color: red }';
      document.head.append(style);
    });
    const wanted = ['policy: require-trusted-types-for', 'policy: style-src'];
    const missing = (): string[] =>
      wanted.filter((start) => !complaints.some((text) => text.startsWith(start)));
    // Reports come when the page gets round to them.
    for (let tries = 0; tries < 100 && missing().length > 0; tries++) await page.waitForTimeout(50);
    assert.deepEqual(missing(), []);
    await page.close();
  });

  test('has a table, sorts it, folds it and goes through it', async () => {
    const { page } = portal;
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('columnheader').last().click();
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+Home');
    await page.getByRole('gridcell').first().click({ button: 'right' });
    await page.keyboard.press('Escape');
  });

  test('has menus and the filter dialog', async () => {
    const { page } = portal;
    await page.getByRole('button', { name: 'Tilføj til kolonner' }).click();
    await page.getByRole('menuitem', { name: /^Køn/ }).first().click();
    await page.getByRole('columnheader', { name: 'Kvinder' }).first().waitFor();
    await page.getByRole('button', { name: 'Tilføj til filtre' }).click();
    await page.getByRole('menuitem', { name: /^Køn/ }).first().click();
    await page.getByRole('checkbox', { name: 'Mænd' }).uncheck();
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Mænd' }).first().waitFor({ state: 'detached' });
  });

  test('has the explanation of hidden numbers, which loads when asked for', async () => {
    const { page } = portal;
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page.getByRole('button', { name: 'Hvorfor er tal skjult?' }).click();
    await page.getByText('Alle skjulte tal ser ens ud').waitFor();
    await page.keyboard.press('Escape');
  });

  test('has a chart and the declaration', async () => {
    const { page } = portal;
    await page.getByRole('button', { name: 'Diagram' }).click();
    await page.locator('datakube-chart svg.datakube-chart').waitFor();
    await page.getByRole('button', { name: 'Vis tabel' }).click();
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await page.getByRole('button', { name: /Læs hele datadeklarationen/ }).click();
    await page.getByRole('heading', { name: 'Diskretion' }).first().waitFor();
  });

  test('gives a picture of the chart, though it may load no image', async () => {
    const { page } = portal;
    await page.getByRole('button', { name: 'Diagram', exact: true }).click();
    await page.locator('datakube-chart svg.datakube-chart').waitFor();
    for (const [name, start] of [
      [/PNG/, '\u0089PNG'],
      [/SVG/, '<?xml'],
    ] as const) {
      const file = page.waitForEvent('download');
      await page.locator('datakube-chart').getByRole('button', { name: 'Hent diagram' }).click();
      await page.locator('datakube-chart').getByRole('menuitem', { name }).click();
      const bytes = await readFile(await (await file).path());
      assert.ok(bytes.length > 2000);
      assert.equal(bytes.toString('latin1', 0, start.length), start);
    }
  });

  test('has nothing to complain of', () => assert.deepEqual(portal.complaints, []));
});
