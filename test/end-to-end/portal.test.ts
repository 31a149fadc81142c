import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromium as chromiumPath, chromiumArguments } from '../../scripts/chromium.mjs';
import { contractSuite } from '../contract/contract-suite.ts';
import { type RunningEnvironment, startEnvironment } from './environment.ts';

// The main job as its users do it: the real environment over DuckDB, the built bundle, a real browser.

/** Enough for kommuner to be shown by year, and few enough for the small ones to have small numbers. */
const CITIZENS = 100_000;

let environment: RunningEnvironment;
let browser: Browser;

before(async () => {
  environment = await startEnvironment(CITIZENS);
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments] });
});

after(async () => {
  await browser?.close();
  assert.equal(await environment?.stop(), 0, 'SIGTERM ends the environment cleanly');
});

contractSuite(
  'a server over DuckDB',
  async () => (path, init) => fetch(new URL(path, environment.url), init),
);

describe('a municipal portal', () => {
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    page = await browser.newPage({ viewport: { width: 1440, height: 1200 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${environment.url}/examples/kommune/`);
  });

  test('shows a first table of kommuner and years, with totals from the environment', async () => {
    await page.getByRole('columnheader', { name: '2025' }).waitFor();
    const country = await page
      .getByRole('row', { name: /^Hele landet/ })
      .getByRole('gridcell')
      .allInnerTexts();
    assert.equal(country.length, 3);
    const shown = country.filter((number) => number !== '[skjult]');
    assert.notEqual(
      shown.length,
      0,
      'in so small a population the choice of hidden cells can fall on one of them',
    );
    for (const number of shown) assert.match(number, /^9\d\.\d{3}$/, 'nine in ten citizens, in Danish');
    await page.getByRole('row', { name: /^København/ }).waitFor();
  });

  test('adds a dimension, and small numbers are hidden', async () => {
    await page.getByRole('button', { name: 'Tilføj til kolonner' }).click();
    await page.getByRole('menuitem', { name: /^Køn/ }).first().click();
    await page.getByRole('columnheader', { name: 'Kvinder' }).first().waitFor();
    await page.getByRole('button', { name: 'Tilføj til rækker' }).click();
    await page
      .getByRole('menuitem', { name: /^Alder/ })
      .first()
      .click();
    const mark = page.getByRole('gridcell', { name: /skjult af hensyn til diskretion/ }).first();
    await page.getByRole('treegrid').hover();
    for (let turn = 0; turn < 100 && !(await mark.isVisible()); turn++) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(50);
    }
    assert.match(await mark.innerText(), /\[skjult\]/, 'somewhere among the small kommuner');
  });

  test('swaps rows and columns, and undoes it', async () => {
    await page.getByRole('button', { name: 'Byt om' }).click();
    await page.getByRole('group', { name: 'Rækker' }).getByRole('button', { name: /^Tid/ }).waitFor();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await page
      .getByRole('group', { name: 'Rækker' })
      .getByRole('button', { name: /^Bopæl/ })
      .waitFor();
  });

  test('filters by sex', async () => {
    await page.getByRole('button', { name: 'Tilføj til filtre' }).click();
    await page.getByRole('menuitem', { name: /^Køn/ }).first().click();
    await page.getByRole('checkbox', { name: 'Mænd' }).uncheck();
    await page.getByRole('button', { name: 'Vis', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Mænd' }).first().waitFor({ state: 'detached' });
  });

  test('draws the same numbers as a chart', async () => {
    await page.getByRole('button', { name: 'Diagram' }).click();
    await page.locator('datakube-chart svg.datakube-chart').waitFor();
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await page.getByRole('columnheader', { name: 'Kvinder' }).first().waitFor();
  });

  test('reads the declaration', async () => {
    await page.getByRole('button', { name: /Læs hele datadeklarationen/ }).click();
    for (const heading of ['Indhold', 'Kilder og friskhed', 'Forbehold', 'Diskretion', 'Adgang og hjemmel']) {
      await page.getByRole('heading', { name: heading }).first().waitFor();
    }
  });

  test('says that the numbers are made up, and the console is silent under the strict policy', async () => {
    await page.getByText('Syntetiske data').first().waitFor();
    assert.deepEqual(complaints, []);
  });
});

for (const portal of ['esundhed', 'ordiprax', 'smallest']) {
  test(`the portal ${portal} shows a table`, async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(`${environment.url}/examples/${portal}/`);
    await page.getByRole('gridcell').first().waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });
}

test('a folder of the examples without its slash leads to the folder', async () => {
  const response = await fetch(`${environment.url}/examples/kommune`);
  assert.equal(response.status, 200);
  assert.ok(response.url.endsWith('/examples/kommune/'));
});
