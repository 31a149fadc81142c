import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Browser } from 'playwright-core';
import { countKept, type Keeping, type Kept } from './kept.ts';
import type { StoryWindow } from './listen-to-storybook.ts';
import { once } from './once.ts';
import { openStoryPage, type StoryPage } from './story-page.ts';
import type { StoryEntry } from './storybook.ts';

/** Those that hold most: drawings, tables, watches, menus. */
const REPRESENTATIVE: ReadonlySet<string> = new Set([
  'charts-tile-map--default',
  'elements-pivot-table--flagged',
]);

type Leak = 'stories held' | 'listeners and observers forgotten';

/** What is planted in stories that are shown quickly, and what must be found of it. */
const PLANTED: readonly (readonly [leak: Leak, story: string, found: RegExp])[] = [
  [
    'listeners and observers forgotten',
    'elements-chart--refused',
    /^1[0-2] listeners stay of 10 times,10 observers stay of 10 times$/,
  ],
  ['stories held', 'elements-chart--empty', /^\d{3,} nodes stay of 10 times/],
];

/**
 * What may grow while a story is mounted and unmounted so many times. A leak keeps an element, a listener or an
 * observer each time; half of that is for what Storybook itself has under way. Bytes: first what the engine learns of
 * code that runs often; then what Storybook keeps of its own events, about 4,000 each time whatever the story; and what
 * the mocks keep of every request, about 4,000 where a page fetches and has no element at all.
 */
function tolerated(times: number, requests: number): Kept {
  const half = times / 2;
  return {
    nodes: half,
    listeners: half,
    observers: half,
    bytes: 500_000 + 5_000 * times + 6_000 * requests,
  };
}

/** A page in which stories come and go, and can be counted. */
export interface LeakPage extends StoryPage, Keeping {}

export async function openLeakPage(browser: Browser, address: string): Promise<LeakPage> {
  const storyPage = await openStoryPage(browser, address);
  return { ...storyPage, ...(await countKept(storyPage.page)) };
}

/**
 * What stays of a story that is mounted and unmounted so many times, and is more than may stay. Empty where it does not
 * leak.
 *
 * @param planted a leak to be found; the page is of no use afterwards
 */
export async function leaksOf(
  { page, open, counted, asked }: LeakPage,
  story: StoryEntry,
  times: number,
  planted?: Leak,
): Promise<readonly string[]> {
  assert.deepEqual(await open(story), []);
  if (planted) await page.evaluate(plant, planted);
  const mount = (count: number): Promise<unknown> =>
    page.evaluate(([id, often]) => (globalThis as StoryWindow).__remount?.(id, often), [
      story.id,
      count,
    ] as const);
  // What is made once and kept: styles, texts, what loads later.
  await mount(3);
  const [before, askedBefore] = [await counted(), asked()];
  await mount(times);
  const after = await counted();
  const may = tolerated(times, asked() - askedBefore);
  return (['nodes', 'listeners', 'observers', 'bytes'] as const)
    .map((what) => ({ what, stayed: after[what] - before[what] }))
    .filter(({ what, stayed }) => stayed > may[what])
    .map(({ what, stayed }) => `${stayed} ${what} stay of ${times} times`);
}

/** Tests that stories leave nothing behind: each mounted and unmounted a hundred times, or ten times a few of them. */
export function watchLeaks(
  browser: Browser,
  address: string,
  stories: readonly StoryEntry[],
  thorough: boolean,
): void {
  const times = thorough ? 100 : 10;
  const opened = once(() => openLeakPage(browser, address));
  for (const story of stories.filter(({ id }) => thorough || REPRESENTATIVE.has(id))) {
    it(`${story.title}: ${story.name}, ${times} times`, async () => {
      assert.deepEqual(await leaksOf(await opened(), story, times), []);
    });
  }

  for (const [leak, id, found] of PLANTED) {
    it(`are found where one is planted: ${leak}`, async () => {
      const story = stories.find((entry) => entry.id === id);
      assert.ok(story, 'there is no such story');
      assert.match((await leaksOf(await opened(), story, 10, leak)).join(), found);
    });
  }
}

/** Runs in the page: from now on each story that is shown leaves something behind. */
function plant(leak: Leak): void {
  const held: unknown[] = [];
  (globalThis as StoryWindow).__STORYBOOK_ADDONS_CHANNEL__?.on('storyRendered', () => {
    if (leak === 'stories held') held.push(document.querySelector('.story'));
    else {
      held.push(new ResizeObserver(() => {}));
      document.addEventListener('scroll', () => held.length);
    }
  });
}
