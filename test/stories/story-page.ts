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
  /** Shows a story, plays it, and looks at it with axe, in the usual surroundings and in others it is asked for. */
  show(id: string, others?: readonly Surroundings[]): Promise<StoryFaults>;
}

/** What a page around an element may be like. */
export interface Surroundings {
  readonly language: 'da' | 'en';
  readonly theme: 'light' | 'dark';
  readonly density: 'compact' | 'regular';
  readonly forcedColors: boolean;
}

/** As the stories are shown first. */
export const USUAL: Surroundings = {
  language: 'da',
  theme: 'light',
  density: 'compact',
  forcedColors: false,
};

/** Every other language, theme and density, and the colours of a reader's own. */
export const OTHERS: readonly Surroundings[] = (['da', 'en'] as const).flatMap((language) => [
  { ...USUAL, language, density: 'regular' as const },
  { ...USUAL, language, theme: 'dark' as const },
  { ...USUAL, language, forcedColors: true },
]);

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
    show: async (id, others = []) => {
      faults = [];
      const failures = await showStory(page, address, id, open);
      open = failures.length === 0;
      const found = open ? await violations(page) : [];
      for (const surroundings of open ? others : []) {
        await surround(page, surroundings);
        const named = (await violations(page)).map((text) => `${JSON.stringify(surroundings)} ${text}`);
        found.push(...named);
      }
      if (others.length > 0) await surround(page, USUAL);
      return { failures, console: faults, axe: found };
    },
  };
}

/** In the page that is open, or, after a failure and at first, in a fresh one. */
async function showStory(page: Page, address: string, id: string, open: boolean): Promise<string[]> {
  if (open) await page.evaluate((story) => (globalThis as StoryWindow).__selectStory?.(story), id);
  else await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`);
  return page.evaluate((story) => (globalThis as StoryWindow).__finished?.(story) ?? ['no Storybook'], id);
}

/** The story goes on as it is: only what is around it changes. */
async function surround(page: Page, { forcedColors, ...globals }: Surroundings): Promise<void> {
  await page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
  await page.evaluate((chosen) => (globalThis as StoryWindow).__surround?.(chosen), globals);
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
  __surround?: (globals: object) => Promise<void>;
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
    page.__surround = (globals) =>
      new Promise((resolve) => {
        let rendered = false;
        channel.on('storyRendered', () => {
          if (rendered) return;
          rendered = true;
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        });
        channel.emit('updateGlobals', { globals });
      });
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
