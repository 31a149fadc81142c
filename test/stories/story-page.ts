import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What went wrong while a story was shown. Empty where nothing did. */
export interface StoryFaults {
  readonly failures: readonly string[];
  readonly console: readonly string[];
  readonly axe: readonly string[];
}

/** Shows a story in a page of its own, plays it, and looks at it with axe. */
export async function showStory(browser: Browser, address: string, id: string): Promise<StoryFaults> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.addInitScript(watchStory);
    await page.goto(`${address}/iframe.html?id=${id}&viewMode=story`);
    const failures = await page.evaluate('globalThis.__storyFailures');
    await page.evaluate(axe);
    const { violations } = (await page.evaluate(
      `axe.run('#storybook-root', { runOnly: ${JSON.stringify(tags)} })`,
    )) as AxeResults;
    return {
      failures: failures as string[],
      console: faults,
      axe: violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map(({ html }) => html).join(' ')}`),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page: promises the failures that Storybook reports of the story, or none once it has finished. */
function watchStory(): void {
  interface Channel {
    on(event: string, listener: (payload: unknown) => void): void;
  }
  const page = globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel; __storyFailures?: Promise<string[]> };
  const failed = ['storyThrewException', 'playFunctionThrewException', 'storyErrored', 'storyMissing'];
  page.__storyFailures = new Promise((resolve) => {
    setTimeout(() => resolve(['not finished in 30 seconds']), 30_000);
    const timer = setInterval(() => {
      const channel = page.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(timer);
      channel.on('storyFinished', (payload) => {
        const { status } = payload as { status: string };
        resolve(status === 'success' ? [] : [`finished with ${status}`]);
      });
      for (const event of failed) {
        channel.on(event, (payload) => resolve([`${event}: ${JSON.stringify(payload)}`]));
      }
    }, 5);
  });
}
