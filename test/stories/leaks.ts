import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Browser, CDPSession } from 'playwright-core';
import type { StoryWindow } from './listen-to-storybook.ts';
import { once } from './once.ts';
import { openStoryPage } from './story-page.ts';
import type { StoryEntry } from './storybook.ts';

/** Those that hold most: drawings, tables, watches, menus. */
const REPRESENTATIVE: ReadonlySet<string> = new Set([
  'charts-tile-map--default',
  'elements-pivot-table--flagged',
]);

/** What a browser keeps of stories that are gone. */
interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  readonly observers: number;
  readonly bytes: number;
}

/**
 * What may grow while a story is mounted and unmounted so many times. A leak keeps an element, a listener or an
 * observer each time; half of that is for what Storybook itself has under way. Bytes: first what the engine learns of
 * code that runs often, then very little.
 */
function tolerated(times: number): Kept {
  const half = times / 2;
  return { nodes: half, listeners: half, observers: half, bytes: 500_000 + 2_000 * times };
}

/** Tests that stories leave nothing behind: each mounted and unmounted a hundred times, or ten times a few of them. */
export function watchLeaks(
  browser: Browser,
  address: string,
  stories: readonly StoryEntry[],
  thorough: boolean,
): void {
  const times = thorough ? 100 : 10;
  const opened = once(async () => {
    const storyPage = await openStoryPage(browser, address);
    return { ...storyPage, session: await storyPage.page.context().newCDPSession(storyPage.page) };
  });
  describe('leaks', () => {
    for (const story of stories.filter(({ id }) => thorough || REPRESENTATIVE.has(id))) {
      it(`${story.title}: ${story.name}, ${times} times`, async () => {
        const { page, open, session } = await opened();
        assert.deepEqual(await open(story), []);
        const mount = (count: number): Promise<unknown> =>
          page.evaluate(([id, often]) => (globalThis as StoryWindow).__remount?.(id, often), [
            story.id,
            count,
          ] as const);
        // What is made once and kept: styles, texts, what loads later.
        await mount(3);
        const before = await kept(session);
        await mount(times);
        const after = await kept(session);
        for (const what of ['nodes', 'listeners', 'observers', 'bytes'] as const) {
          const stayed = after[what] - before[what];
          assert.ok(stayed <= tolerated(times)[what], `${stayed} ${what} stay of ${times} times`);
        }
      });
    }
  });
}

async function kept(session: CDPSession): Promise<Kept> {
  // Twice: what the first has finalised, the second can free.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const observers = ['ResizeObserver', 'MutationObserver', 'IntersectionObserver'];
  let observing = 0;
  for (const name of observers) observing += await instances(session, name);
  return { nodes, listeners: jsEventListeners, observers: observing, bytes: usedSize };
}

/** How many objects of a class are alive. */
async function instances(session: CDPSession, name: string): Promise<number> {
  const objectGroup = 'leaks';
  const { result } = await session.send('Runtime.evaluate', {
    expression: `${name}.prototype`,
    objectGroup,
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
    objectGroup,
  });
  const length = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(length.result.value);
}
