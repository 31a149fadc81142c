import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { listenToStorybook, type StoryWindow } from './listen-to-storybook.ts';
import type { StoryEntry } from './storybook.ts';
import { mediaOf, type Surroundings, USUAL } from './surroundings.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** For a page that says so, Storybook stops what moves, and does not wait a tenth of a second for it, story by story. */
const USER_AGENT = 'StorybookTestRunner';

/** What went wrong while a story was shown. Empty where nothing did. */
export interface StoryFaults {
  readonly failures: readonly string[];
  readonly console: readonly string[];
  readonly axe: readonly string[];
}

/** A page that shows one story after another. The environment behind the stories is made once, by the first. */
export interface StoryPage {
  /** Shows a story, plays it, and looks at it with axe, in the usual surroundings and in others it is asked for. */
  show(story: StoryEntry, others?: readonly Surroundings[]): Promise<StoryFaults>;
  /** Shows and plays a story, and no more. */
  open(story: StoryEntry): Promise<readonly string[]>;
  /** Opens a page of documentation, and counts what it says in its table. */
  read(docs: StoryEntry): Promise<{ readonly faults: StoryFaults; readonly rows: number }>;
  readonly page: Page;
}

export async function openStoryPage(browser: Browser, address: string): Promise<StoryPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, userAgent: USER_AGENT });
  let faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.addInitScript(listenToStorybook);
  let fresh = true;

  async function open({ id, type, tags }: StoryEntry): Promise<readonly string[]> {
    faults = [];
    await page.emulateMedia(mediaOf(tags));
    if (fresh) {
      await page.goto(`${address}/iframe.html?id=${id}&viewMode=${type}`);
      // Once for all stories of the page: reading it takes longer than looking at one.
      await page.evaluate(axe);
    } else {
      const chosen = [id, type] as const;
      await page.evaluate((given) => (globalThis as StoryWindow).__selectStory?.(...given), chosen);
    }
    const failures = await finished(page, id);
    fresh = failures.length > 0;
    return failures;
  }

  return {
    page,
    open,
    show: async (story, others = []) => {
      const failures = await open(story);
      if (fresh) return { failures, console: faults, axe: [] };
      const found = await violations(page);
      for (const surroundings of others) {
        await surround(page, surroundings);
        const named = (await violations(page)).map((text) => `${JSON.stringify(surroundings)} ${text}`);
        found.push(...named);
      }
      if (others.length > 0) await surround(page, USUAL);
      return { failures, console: faults, axe: found };
    },
    read: async (docs) => {
      // In a fresh page: a page of documentation that is still at work on its story holds up the next.
      fresh = true;
      const failures = await open(docs);
      fresh = true;
      const rows = await page.locator('.docblock-argstable-body tr').count();
      return { faults: { failures, console: faults, axe: [] }, rows };
    },
  };
}

async function finished(page: Page, id: string): Promise<string[]> {
  return page.evaluate((story) => (globalThis as StoryWindow).__finished?.(story) ?? ['no Storybook'], id);
}

/** The story goes on as it is: only what is around it changes. */
async function surround(page: Page, { forcedColors, ...globals }: Surroundings): Promise<void> {
  await page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
  await page.evaluate((chosen) => (globalThis as StoryWindow).__surround?.(chosen), globals);
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run('#storybook-root', { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] })
      .then(({ violations }) => ({ violations }))`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
