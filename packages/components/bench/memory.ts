import { readFile } from 'node:fs/promises';
import type { Browser, CDPSession } from 'playwright-core';

/** What a page holds on to, in megabytes. */
export interface Memory {
  /** Objects of script, after a garbage collection. */
  readonly heap: number;
  /** Memory of the renderer's process that nobody shares; null where the system does not tell. */
  readonly renderer: number | null;
}

/** Memory of the page, and of the process that draws it. */
export async function rendererMemory(browser: Browser, session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: megabytes(usedSize), renderer: await privateMemory(browser) };
}

/** Of the renderers the one that has worked most is that of the page; a browser keeps spare ones. */
async function privateMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const [busiest] = processInfo
    .filter(({ type }) => type === 'renderer')
    .sort((a, b) => b.cpuTime - a.cpuTime);
  const rollup = await readFile(`/proc/${busiest?.id ?? 0}/smaps_rollup`, 'utf8').catch(() => '');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].map(([, size]) =>
    Number(size),
  );
  return kilobytes.length > 0 ? megabytes(kilobytes.reduce((sum, each) => sum + each, 0) * 1024) : null;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}
