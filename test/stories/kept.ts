import type { CDPSession, Page } from 'playwright-core';

/** What a browser keeps of stories that are gone. */
export interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  readonly observers: number;
  readonly bytes: number;
}

/** Counts what is still alive in a page once all that can be freed is freed. */
export interface Keeping {
  readonly counted: () => Promise<Kept>;
  /** How often the page has asked an environment. */
  readonly asked: () => number;
}

interface ObservedWindow {
  __observers?: () => number;
}

/** Begins to count in a page that has not been opened yet. */
export async function countKept(page: Page): Promise<Keeping> {
  await page.addInitScript(countObservers);
  const session: CDPSession = await page.context().newCDPSession(page);
  let asked = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'fetch') asked++;
  });
  return {
    asked: () => asked,
    counted: async () => {
      await settled(session);
      // Twice: what the first has finalised, the second can free.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const observers = await page.evaluate(
        () => (globalThis as ObservedWindow).__observers?.() ?? Number.NaN,
      );
      return { nodes, listeners: jsEventListeners, observers, bytes: usedSize };
    },
  };
}

/** Waits until the story that is still there has drawn what it has begun: nothing comes any more for a while. */
async function settled(session: CDPSession): Promise<void> {
  let before = -1;
  for (let look = 0; look < 20; look++) {
    const { nodes } = await session.send('Memory.getDOMCounters');
    if (nodes === before) return;
    before = nodes;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** Runs in the page: observers are counted as they are made. To ask the browser for all of a class takes a second each. */
function countObservers(): void {
  const alive = new Set<WeakRef<object>>();
  const counting = <Made extends object, Given extends unknown[]>(
    Real: new (...given: Given) => Made,
  ): new (...given: Given) => Made =>
    new Proxy(Real, {
      construct: (target, given, asked) => {
        const made = Reflect.construct(target, given, asked) as Made;
        alive.add(new WeakRef(made));
        return made;
      },
    });
  globalThis.ResizeObserver = counting(ResizeObserver);
  globalThis.MutationObserver = counting(MutationObserver);
  globalThis.IntersectionObserver = counting(IntersectionObserver);
  (globalThis as ObservedWindow).__observers = () => {
    for (const reference of alive) if (!reference.deref()) alive.delete(reference);
    return alive.size;
  };
}
