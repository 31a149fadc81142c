import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { CUBE } from './host.ts';
import { bundle, type Files } from './sdk.ts';

/** Elements with something of their own to draw. */
export const DRAWN = [
  'datakube-explorer',
  'datakube-pivot-table',
  'datakube-chart',
  'datakube-declaration',
  'datakube-view',
] as const;

export function buildAllElements(): Promise<Files> {
  return bundle(fileURLToPath(new URL('pages/all-elements.ts', import.meta.url)), 'page');
}

/** A page with every element, among things of its own, in a style of its own. Its script is at `/app/`. */
export function pageOfAll(options: { css?: string; html?: string; script?: boolean } = {}): string {
  const { css = '', html = '', script = true } = options;
  return `<!doctype html>
<html lang="da" ${html}>
  <head>
    <meta charset="utf-8" />
    <title>Portal</title>
    <style>body { margin: 0 } ${css}</style>
    ${script ? '<script type="module" src="/app/page.js"></script>' : ''}
  </head>
  <body>
    <header class="own"><h1>Portal</h1><p>Words <a href="#x">with a link</a>.</p></header>
    <form class="own"><label>Name <input value="x" /></label> <button type="button">Send</button></form>
    <table class="own"><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
    <datakube-provider>
      <datakube-explorer cube="${CUBE}"></datakube-explorer>
      <datakube-pivot-table></datakube-pivot-table>
      <datakube-chart></datakube-chart>
      <datakube-declaration></datakube-declaration>
      <datakube-view cube="${CUBE}" link="rows=residence:region" controls="view download"></datakube-view>
    </datakube-provider>
    <ul class="own"><li hidden>Hidden</li><li>Shown</li></ul>
  </body>
</html>`;
}

/** Waits until every element of the page has drawn what it was given. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('datakube-explorer').getByRole('gridcell').first().waitFor();
  await page
    .locator('body > datakube-provider > datakube-pivot-table')
    .getByRole('gridcell')
    .first()
    .waitFor();
  await page.locator('datakube-chart svg').first().waitFor();
  await page.locator('datakube-view').getByRole('gridcell').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Charts are drawn to the width they find, a frame later; on a busy machine frames are late.
  let before = '';
  for (let turn = 0; turn < 40; turn++) {
    await page.waitForTimeout(150);
    const now = await page.evaluate(
      `[document.documentElement.scrollHeight, performance.getEntriesByType('resource').length]`,
    );
    const shown = `${String(now)} ${await page.locator('.row, rect').count()}`;
    if (shown === before) return;
    before = shown;
  }
}

/** How something looks, by the place it has: property and computed value. */
export type Looks = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How everything inside an element looks, through all shadow roots. Its own box is not in it. */
export function looksInside(page: Page, element: string): Promise<Looks> {
  return page.evaluate(read, { selector: `body > datakube-provider > ${element}`, inside: true });
}

/** How what belongs to the page itself looks. */
export function looksOutside(page: Page): Promise<Looks> {
  return page.evaluate(read, { selector: 'html, body, .own, .own *', inside: false });
}

/** Runs in the page. */
function read({
  selector,
  inside,
}: {
  selector: string;
  inside: boolean;
}): Record<string, Record<string, string>> {
  const properties = [
    'display', 'visibility', 'opacity', 'position', 'box-sizing', 'direction', 'cursor', 'color',
    '-webkit-text-fill-color', 'background-color', 'background-image', 'font-family', 'font-size',
    'font-style', 'font-weight', 'font-variant-numeric', 'line-height', 'text-align', 'text-decoration-line',
    'text-indent', 'text-shadow', 'text-transform', 'white-space', 'list-style-type', 'border-radius',
    'border-top-color', 'border-top-style', 'border-top-width', 'border-bottom-width', 'border-left-width',
    'border-right-width', 'padding-top', 'padding-bottom', 'padding-left', 'padding-right', 'margin-top',
    'margin-bottom', 'margin-left', 'margin-right', 'width', 'height', 'fill', 'stroke', 'box-shadow',
    'overflow-x', 'overflow-y', 'color-scheme',
  ]; // prettier-ignore
  const looks: Record<string, Record<string, string>> = {};
  // A pattern is named anew on every page.
  const add = (element: Element, place: string): void => {
    const style = getComputedStyle(element);
    looks[place] = Object.fromEntries(
      properties.map((name) => [name, style.getPropertyValue(name).replace(/#[\w-]+/g, '#')]),
    );
  };
  const walk = (root: ParentNode, place: string): void => {
    [...root.children].forEach((child, at) => {
      const here = `${place} > ${child.localName}${child.className ? `.${String(child.getAttribute('class'))}` : ''}[${at}]`;
      add(child, here);
      walk(child, here);
      if (child.shadowRoot) walk(child.shadowRoot, here);
    });
  };
  document.querySelectorAll(selector).forEach((element, at) => {
    if (inside) walk(element.shadowRoot!, element.localName);
    else add(element, `${element.localName}[${at}]`);
  });
  return looks;
}

/** How many rows a table has ready beyond those in sight depends on when it was measured, not on the page. */
const isSpareRow = (place: string): boolean => / > div\.row\[\d+\]/.test(place);

/** What differs, in words. */
export function differences(expected: Looks, actual: Looks): string[] {
  const found = Object.entries(expected).flatMap(([place, look]) => {
    const other = actual[place];
    if (!other) return isSpareRow(place) ? [] : [`${place} is not there`];
    return Object.entries(look)
      .filter(([name, value]) => other[name] !== value)
      .map(([name, value]) => `${place}: ${name} ${value} became ${other[name]}`);
  });
  const more = Object.keys(actual).filter((place) => !(place in expected) && !isSpareRow(place));
  return [...found, ...more.map((place) => `${place} is new`)];
}
