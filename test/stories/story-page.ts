import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What went wrong while a story was shown. Empty where nothing did. */
export interface StoryFaults {
  readonly failures: readonly string[];
  readonly console: readonly string[];
  readonly axe: readonly string[];
}

/** A page that shows one story after another. The environment behind the stories is made once, by the first. */
export interface StoryPage {
  /** Shows a story, plays it, and looks at it with axe. */
  show(id: string): Promise<StoryFaults>;
}

export async function openStoryPage(browser: Browser, address: string): Promise<StoryPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  let faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.addInitScript(listenToStorybook);
  let open = false;
  return {
    show: async (id) => {
      faults = [];
      const failures = await showStory(page, address, id, open);
      open = failures.length === 0;
      return { failures, console: faults, axe: open ? await violations(page) : [] };
    },
  };
}

/** In the page that is open, or, after a failure and at first, in a fresh one. */
async function showStory(page: Page, address: string, id: string, open: boolean): Promise<string[]> {
  if (open) await page.evaluate((story) => (globalThis as StoryWindow).__selectStory?.(story), id);
  else await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`);
  return page.evaluate((story) => (globalThis as StoryWindow).__finished?.(story) ?? ['no Storybook'], id);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe} })()`);
  const results = await page.evaluate<AxeResults>(
    `axe.run('#storybook-root', { runOnly: ${JSON.stringify(tags)} })`,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

interface StoryWindow {
  __STORYBOOK_ADDONS_CHANNEL__?: {
    on(event: string, listener: (payload: unknown) => void): void;
    emit(event: string, payload: unknown): void;
  };
  __selectStory?: (id: string) => void;
  __finished?: (id: string) => Promise<string[]>;
}

/** Runs in the page: keeps what Storybook says of each story, so that it can be asked for later. */
function listenToStorybook(): void {
  const page = globalThis as StoryWindow;
  const ended = new Map<string, string[]>();
  let shown = '';
  const failures = ['storyThrewException', 'playFunctionThrewException', 'storyErrored', 'storyMissing'];

  const timer = setInterval(() => {
    const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
    if (!channel) return;
    clearInterval(timer);
    channel.on('storyFinished', (payload) => {
      const { storyId, status } = payload as { storyId: string; status: string };
      if (!ended.has(storyId)) ended.set(storyId, status === 'success' ? [] : [`finished with ${status}`]);
    });
    for (const event of failures) {
      channel.on(event, (payload) => ended.set(shown, [`${event}: ${JSON.stringify(payload)}`]));
    }
    page.__selectStory = (id) => {
      ended.delete(id);
      channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
    };
  }, 5);

  page.__finished = (id) => {
    shown = id;
    return new Promise((resolve) => {
      const limit = Date.now() + 90_000;
      const look = setInterval(() => {
        const end = ended.get(id) ?? (Date.now() > limit ? ['not finished in 90 seconds'] : undefined);
        if (!end) return;
        clearInterval(look);
        resolve(end);
      }, 10);
    });
  };
}
