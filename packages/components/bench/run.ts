import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium as browserPath, chromiumArguments } from '../../../scripts/chromium.mjs';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { rendererMemory, type Memory } from './memory.ts';
import type { Act, Kind, PivotBench, Size } from './pivot.ts';

declare const bench: PivotBench;

const sizes: readonly Size[] = [39_200, 392_000];
const kinds: readonly Kind[] = ['baseline', 'element'];
const dressed: readonly Kind[] = ['shaded', 'noted'];
const dressedActs: readonly Act[] = ['first', 'swap', 'sort', 'scroll-both'];
const ROUNDS = 8;

const repetitions: Readonly<Record<Act, number>> = {
  first: 4,
  swap: 4,
  'add-dimension': 4,
  sort: 4,
  fold: 4,
  'scroll-down': 30,
  'scroll-sideways': 30,
  'scroll-both': 30,
};

/** Milliseconds of processor time of the page's main thread for one act, other programs left out. */
interface Sample {
  /** Style and layout. */
  readonly layout: number;
  /** All of it, scripts and painting included. */
  readonly cpu: number;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('pivot.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['datakube-source'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  return outputFiles[0]!.text;
}

async function busy(session: CDPSession): Promise<Sample> {
  const { metrics } = await session.send('Performance.getMetrics');
  const sum = (...names: string[]): number =>
    metrics.reduce((total, { name, value }) => (names.includes(name) ? total + value * 1000 : total), 0);
  return { layout: sum('LayoutDuration', 'RecalcStyleDuration'), cpu: sum('TaskDuration') };
}

async function sample(
  page: Page,
  session: CDPSession,
  kind: Kind,
  cells: Size,
  what: Act,
  times: number,
): Promise<Sample> {
  const prepared = what === 'first' || what === 'add-dimension';
  const runs = prepared ? times : 1;
  let [layout, cpu] = [0, 0];
  for (let i = 0; i < runs; i++) {
    if (prepared) await page.evaluate(([what, cells]) => bench.prepare(what, cells), [what, cells] as const);
    const before = await busy(session);
    await page.evaluate(([kind, cells, what, times]) => bench.repeat(kind, cells, what, times), [
      kind,
      cells,
      what,
      prepared ? 1 : times,
    ] as const);
    const after = await busy(session);
    layout += after.layout - before.layout;
    cpu += after.cpu - before.cpu;
  }
  return { layout: layout / times, cpu: cpu / times };
}

/** Both sides in turn, several times over, so that a busy moment of the machine falls on both. */
async function compare(
  page: Page,
  session: CDPSession,
  cells: Size,
  what: Act,
  kind: Kind = 'element',
): Promise<unknown> {
  const rounds: Record<'baseline' | 'element', Sample[]> = { baseline: [], element: [] };
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of ['baseline', 'element'] as const) {
      const drawn = side === 'baseline' ? side : kind;
      // A table that has been drawn, so that its first paint is not taken for part of a later act.
      await sample(page, session, drawn, cells, 'first', 1);
      const result = await sample(page, session, drawn, cells, what, repetitions[what]);
      // The first round warms up; afterwards both sides run compiled code.
      if (round > 0) rounds[side].push(result);
    }
  }
  const { baseline, element } = rounds;
  // Of the rounds, not of the medians: the machine may be half as quick in the next round.
  const ratios = element.map(({ layout, cpu }, at) => ({
    layout: layout / baseline[at]!.layout,
    cpu: cpu / baseline[at]!.cpu,
  }));
  return { baseline: middle(baseline), element: middle(element), ratio: middle(ratios) };
}

function middle(samples: readonly Sample[]): Sample {
  const median = (values: number[]): number => round(values.sort((a, b) => a - b)[values.length >> 1]!);
  return { layout: median(samples.map(({ layout }) => layout)), cpu: median(samples.map(({ cpu }) => cpu)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A page with nothing on it yet. */
async function open(browser: Browser, script: string): Promise<[Page, CDPSession]> {
  const html = await readFile(new URL('pivot.html', import.meta.url), 'utf8');
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('http://localhost/pivot.html');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return [page, session];
}

async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: await browserPath(), args: chromiumArguments });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** What a table holds on to once it is drawn and has been scrolled, each in a browser of its own. */
async function compareMemory(script: string, cells: Size): Promise<unknown> {
  const memories: Partial<Record<Kind, Memory>> = {};
  for (const kind of kinds) {
    memories[kind] = await withBrowser(async (browser) => {
      const [page, session] = await open(browser, script);
      await sample(page, session, kind, cells, 'first', 1);
      await sample(page, session, kind, cells, 'scroll-both', 10);
      return rendererMemory(browser, session);
    });
  }
  const { baseline, element } = memories as Record<Kind, Memory>;
  const renderer =
    baseline.renderer === null || element.renderer === null
      ? null
      : round(element.renderer / baseline.renderer);
  return { baseline, element, ratio: { heap: round(element.heap / baseline.heap), renderer } };
}

async function run(): Promise<unknown> {
  const script = await bundle();
  const results: Record<string, unknown> = {};
  await withBrowser(async (browser) => {
    const [page, session] = await open(browser, script);
    for (const cells of sizes) {
      for (const what of Object.keys(repetitions) as Act[]) {
        results[`${what} ${cells}`] = await compare(page, session, cells, what);
      }
      results[`cells in the document ${cells}`] = await page.evaluate(() => bench.cellCount());
    }
    for (const kind of dressed) {
      for (const what of dressedActs) {
        results[`${what}-${kind} 392000`] = await compare(page, session, 392_000, what, kind);
      }
    }
  });
  for (const cells of sizes) results[`memory in megabytes ${cells}`] = await compareMemory(script, cells);
  return { benchmark: 'pivot', results };
}

process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
