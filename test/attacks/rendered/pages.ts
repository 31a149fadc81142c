import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';

const sdk = fileURLToPath(new URL('../../../build/cdn/', import.meta.url));
const HOME = 'http://environment.example/';

/** Answers a request to the environment, by path. */
export type Serve = (path: string, init: RequestInit) => Promise<Response>;

/** What everybody can get out of a page. */
export interface Rendered {
  /** The document with all that its elements keep inside. */
  readonly document: string;
  /** What a screen reader is told. */
  readonly accessibility: string;
  /** The drawings. */
  readonly drawings: readonly string[];
  /** What is copied when the whole table is. */
  readonly copied: string;
}

/** An explorer, a table, bars and lines over one release. */
const HTML = `<!doctype html><html lang="da"><meta charset="utf-8"><title>Portal</title>
<script type="module" src="/sdk/datakube.js"></script>
<datakube-provider environment="/">
  <datakube-explorer cube="tiny"></datakube-explorer>
  <datakube-pivot-table></datakube-pivot-table>
  <datakube-chart type="bar"></datakube-chart>
  <datakube-chart type="line"></datakube-chart>
</datakube-provider>`;

const QUERIES = [
  {
    measures: ['persons', 'visits', 'share'],
    rows: [
      { dimension: 'place', level: 'region', parents: true },
      { dimension: 'age', level: 'broad' },
    ],
    columns: [{ dimension: 'sex', level: 'sex' }],
    totals: true,
  },
  {
    measures: ['persons'],
    rows: [{ dimension: 'place', level: 'town' }],
    columns: [{ dimension: 'disease', level: 'disease' }],
  },
  {
    measures: ['visits'],
    rows: [{ dimension: 'time', level: 'quarter' }],
    columns: [{ dimension: 'sector', level: 'branch' }],
  },
];

/** One page in one browser, shown again and again with other releases behind it. */
export class RenderedPages {
  readonly #page: Page;
  readonly #protocol: CDPSession;
  #serve: Serve = () => Promise.reject(new Error('Nothing is served yet'));

  static async open(browser: Browser): Promise<RenderedPages> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1600 }, reducedMotion: 'reduce' });
    // Names that elements draw for themselves are the same on every page.
    await page.addInitScript(() => (Math.random = () => 0.5));
    const pages = new RenderedPages(page, await page.context().newCDPSession(page));
    await page.route(`${HOME}**`, async (route) => {
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: HTML });
      if (pathname.startsWith('/sdk/')) {
        return route.fulfill({
          contentType: 'text/javascript',
          body: await readFile(sdk + pathname.slice(5)),
        });
      }
      const body = request.postData();
      const headers = request.headers();
      const answer = await pages.#serve(pathname + search, {
        method: request.method(),
        headers,
        ...(body !== null && { body }),
      });
      return route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    return pages;
  }

  private constructor(page: Page, protocol: CDPSession) {
    this.#page = page;
    this.#protocol = protocol;
  }

  get page(): Page {
    return this.#page;
  }

  /**
   * Loads everything anew, waits until it is drawn, and reads it.
   *
   * @param plant alters the page before it is read, to see whether anybody notices
   */
  async show(serve: Serve, plant?: (page: Page) => Promise<void>): Promise<Rendered> {
    this.#serve = serve;
    await this.#page.goto(HOME);
    await this.#page.evaluate(fillElements, QUERIES);
    await this.#page.locator('datakube-explorer [role="gridcell"]').first().waitFor();
    await this.#page.locator('datakube-pivot-table [role="gridcell"]').first().waitFor();
    for (const chart of await this.#page.locator('datakube-chart').all())
      await chart.locator('svg.datakube-chart').waitFor();
    // Sorted by a column in which something is hidden: the place of a hidden row must say nothing.
    const table = this.#page.locator('body > datakube-provider > datakube-pivot-table');
    await table.locator('[role="columnheader"]').last().click();
    await table.locator('[aria-sort="descending"]').first().waitFor();
    await this.#page.evaluate(everythingLoaded);
    await this.#page.evaluate(settled);
    await this.#page.evaluate(forgetProgress);
    await plant?.(this.#page);
    return this.#read();
  }

  async #read(): Promise<Rendered> {
    const { nodes } = await this.#protocol.send('Accessibility.getFullAXTree');
    const told = nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name, description, value, properties }) => [
        role?.value,
        name?.value,
        description?.value,
        value?.value,
        properties?.map((property) => [property.name, property.value.value ?? null]),
      ]);
    const document = named(await this.#page.evaluate(wholeDocument));
    const drawings = document.match(/<svg[^]*?<\/svg>/g) ?? [];
    return { document, accessibility: JSON.stringify(told), drawings, copied: await this.#copyTable() };
  }

  async #copyTable(): Promise<string> {
    const table = this.#page.locator('body > datakube-provider > datakube-pivot-table');
    await table.locator('[role="gridcell"]').first().click();
    await this.#page.keyboard.press('Control+a');
    return table.evaluate((element) => {
      const data = new DataTransfer();
      const grid = element.shadowRoot!.querySelector('[role="treegrid"], [role="grid"]')!;
      grid.dispatchEvent(
        new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      );
      return data.getData('text/plain');
    });
  }
}

type PageElements = {
  readonly client: { cube(id: string): Promise<object>; query(id: string, query: object): Promise<object> };
};

/** Runs in the page: asks through the provider's client and hands the answers to the elements. */
async function fillElements(queries: readonly object[]): Promise<void> {
  await customElements.whenDefined('datakube-provider');
  const provider = document.querySelector('datakube-provider') as unknown as PageElements & {
    updateComplete: Promise<unknown>;
  };
  await provider.updateComplete;
  const cube = (await provider.client.cube('tiny')) as { measures: unknown; dimensions: unknown };
  const [table, bars, lines] = await Promise.all(
    queries.map((query) => provider.client.query('tiny', query)),
  );
  const [element, ...charts] = document.querySelectorAll(
    'body > datakube-provider > :is(datakube-pivot-table, datakube-chart)',
  );
  Object.assign(element!, { measureInfo: cube.measures, dimensionInfo: cube.dimensions, cellSet: table });
  Object.assign(charts[0]!, { cube, cellSet: bars });
  Object.assign(charts[1]!, { cube, cellSet: lines });
}

/** Runs in the page: resolves when nothing has changed for some frames. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  let last = '';
  for (let same = 0; same < 8;) {
    await new Promise(requestAnimationFrame);
    const now = [...document.querySelectorAll('body *')]
      .map((each) => each.shadowRoot?.innerHTML ?? '')
      .join();
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

/** Runs in the page: the document with the shadow roots of all elements. */
function wholeDocument(): string {
  const write = (node: Node): string => {
    // Comments are lit's own and have a number that is drawn anew for every page.
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
    const inside = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(write).join('');
    const name = node.localName;
    return name === 'style' || name === 'script' ? '' : `<${name}${attributes}>${inside}</${name}>`;
  };
  return write(document.documentElement);
}

/** That something is being fetched is said for a while, how long depends on the machine. */
function forgetProgress(): void {
  for (const explorer of document.querySelectorAll('datakube-explorer')) {
    for (const status of explorer.shadowRoot?.querySelectorAll('[role="status"]') ?? [])
      if (/Henter|Loading/.test(status.textContent)) status.textContent = '';
  }
}

/** Runs in the page: waits for what elements load when they are used. */
async function everythingLoaded(): Promise<void> {
  const waiting: Promise<unknown>[] = [];
  const wait = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if ('updateComplete' in element) waiting.push(element.updateComplete as Promise<unknown>);
      if (element.shadowRoot) wait(element.shadowRoot);
    }
  };
  wait(document);
  await Promise.all(waiting);
}

/** Drawings by their order in the document: how often each was drawn tells of the machine, not of the release. */
function named(document: string): string {
  const ids = [...new Set(document.match(/datakube-chart-\d+-/g))];
  return ids.reduce((text, id, at) => text.replaceAll(id, `datakube-drawing-${at}-`), document);
}
