import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { chromium as chromiumPath, chromiumArguments } from '../../../scripts/chromium.mjs';
import { type Rendered, RenderedPages } from './pages.ts';
import { neighbours, type SmallRelease, smallRelease } from './small-release.ts';

/** Compares part by part; a failure names the part and shows where it begins to differ. */
function assertSame(one: Rendered, other: Rendered): void {
  for (const part of ['document', 'accessibility', 'copied'] as const) {
    const [a, b] = [one[part], other[part]];
    if (a === b) continue;
    const at = [...a].findIndex((character, index) => character !== b[index]);
    assert.fail(`the ${part}: ${a.slice(at - 80, at + 80)} … ${b.slice(at - 80, at + 80)}`);
  }
  assert.ok(one.drawings.join() === other.drawings.join(), 'the drawings');
}

const PAIRS = 20;

/** Runs in the page: puts words where the drawing of bars, or a hidden cell, would show them. */
const onTheAxis = (text: string): void => {
  const [svg] = document
    .querySelector('body > datakube-provider > datakube-chart')!
    .shadowRoot!.querySelectorAll('svg');
  const tick = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  tick.textContent = text;
  svg!.append(tick);
};
const asHeight = (text: string): void => {
  const [svg] = document
    .querySelector('body > datakube-provider > datakube-chart')!
    .shadowRoot!.querySelectorAll('svg');
  const bar = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  bar.setAttribute('d', `M0 0V${text}`);
  svg!.append(bar);
};
const toScreenReaders = (text: string): void => {
  const table = document.querySelector('body > datakube-provider > datakube-pivot-table')!;
  const cells = [...table.shadowRoot!.querySelectorAll('[role="gridcell"]')];
  cells.find((cell) => cell.textContent!.includes('skjult'))!.setAttribute('aria-description', text);
};
const asOrder = (text: string): void => {
  const table = document.querySelector('body > datakube-provider > datakube-pivot-table')!;
  const rows = [...table.shadowRoot!.querySelectorAll('[role="row"]')];
  text.split(' ').forEach((place, at) => rows[at % rows.length]!.setAttribute('aria-rowindex', place));
};

/** Places of numbers when they are sorted. */
const ranks = (values: readonly number[]): string =>
  [...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b).join(' ');

/** Ways in which a page could speak of hidden values: what it would say, and where. */
const FAULTS: readonly (readonly [string, (values: readonly number[]) => string, (text: string) => void])[] =
  [
    [
      'an axis that ends where the hidden values of one town do',
      (values) => String(Math.max(...values.slice(-6))),
      onTheAxis,
    ],
    ['a bar as high as a hidden value', (values) => values.join(' '), asHeight],
    ['rows in the order of hidden values', ranks, asOrder],
    [
      'a description for screen readers',
      (values) => String(values.reduce((sum, each) => sum + each ** 2, 0)),
      toScreenReaders,
    ],
  ];

describe('pages over releases that differ in hidden cells alone', () => {
  let browser: Browser;
  let pages: RenderedPages;
  let release: SmallRelease;
  let first: Rendered;
  let others: readonly SmallRelease[];
  before(async () => {
    browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumArguments] });
    pages = await RenderedPages.open(browser);
    release = await smallRelease(120, 5);
    first = await pages.show(release.serve);
    others = await neighbours(release, 60);
  });
  after(() => browser.close());

  test('there is something to see, and something hidden, in each part', () => {
    assert.ok(first.drawings.length >= 2, `${first.drawings.length} drawings`);
    for (const part of [first.document, first.accessibility, first.copied]) assert.match(part, /skjult/);
    assert.match(first.copied, /\d/);
  });

  test('the same release gives the same page twice', async () => {
    assertSame(await pages.show(release.serve), first);
  });

  test('are the same documents, accessibility trees, drawings and copies', async () => {
    assert.ok(others.length >= PAIRS);
    for (const other of others.slice(0, PAIRS)) {
      // A page that is read in the middle of a frame is read again: what depends on the release would remain.
      let theirs = await pages.show(other.serve);
      for (let again = 0; again < 2 && theirs.document !== first.document; again++) {
        theirs = await pages.show(other.serve);
      }
      assertSame(theirs, first);
    }
  });

  test('hidden cells of a table look alike', async () => {
    await pages.show(release.serve);
    const table = pages.page.locator('body > datakube-provider > datakube-pivot-table');
    const looks = await table.evaluate(looksOfHidden);
    assert.ok(looks.length > 4, `${looks.length} hidden cells`);
    assert.equal(new Set(looks).size, 1, [...new Set(looks)].join('\n'));
  });

  for (const [name, told, plant] of FAULTS) {
    test(`planted: ${name}`, async () => {
      const own = told(hiddenValues(release));
      const other = others.find((each) => told(hiddenValues(each)) !== own);
      assert.ok(other, 'no neighbour in which it would say something else');
      const page = await pages.show(release.serve, (at) => at.evaluate(plant, own));
      const theirs = await pages.show(other.serve, (at) => at.evaluate(plant, told(hiddenValues(other))));
      assert.throws(() => assertSame(page, theirs));
    });
  }

  test('another number that is shown is seen', async () => {
    const other = await pages.show((await smallRelease(121, 6)).serve);
    assert.notEqual(other.document, first.document);
    assert.notEqual(other.accessibility, first.accessibility);
    assert.notEqual(other.drawings.join(), first.drawings.join());
    assert.notEqual(other.copied, first.copied);
  });
});

/** What the hidden cells behind the bars really hold. */
function hiddenValues({ raw, tables }: SmallRelease): number[] {
  return [...raw.cuboids[1]!.values[0]!].filter((_, cell) => tables[1]!.status(0, cell) === 'suppressed');
}

/** Runs in the page: what there is to see of each hidden cell but its place, its name and the selection. */
function looksOfHidden(table: Element): string[] {
  const places = ['id', 'style', 'tabindex', 'aria-colindex', 'aria-rowindex', 'aria-selected'];
  return [...table.shadowRoot!.querySelectorAll('[role="gridcell"]')]
    .filter((cell) => cell.textContent!.includes('skjult'))
    .map((cell) => {
      const copy = cell.cloneNode(true) as Element;
      for (const name of places) copy.removeAttribute(name);
      copy.classList.remove('selected', 'group-start', 'active');
      copy.setAttribute('aria-label', copy.getAttribute('aria-label')!.replace(/^.*: /, ''));
      return copy.outerHTML.replaceAll(/<!--.*?-->/g, '');
    });
}
