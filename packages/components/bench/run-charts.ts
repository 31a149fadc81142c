// Charts in a real Chromium against the least code that draws the same marks, by processor time of the page's main thread.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { chromium as browserPath, chromiumArguments } from '../../../scripts/chromium.mjs';
import type { Drawn } from './chart-cells.ts';
import type { ChartBench, Side } from './chart.ts';

declare const bench: ChartBench;

const drawings: readonly Drawn[] = ['bars', 'panels', 'heat-map'];
const [ROUNDS, TIMES] = [7, 6];

/** Milliseconds of processor time for one drawing: script, style and layout; and all of it, painting included. */
interface Sample {
  readonly script: number;
  readonly cpu: number;
}

async function busy(session: CDPSession): Promise<Sample> {
  const { metrics } = await session.send('Performance.getMetrics');
  const sum = (...names: string[]): number =>
    metrics.reduce((total, { name, value }) => (names.includes(name) ? total + value * 1000 : total), 0);
  return { script: sum('ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'), cpu: sum('TaskDuration') };
}

async function sample(page: Page, session: CDPSession, side: Side, what: Drawn): Promise<Sample> {
  const before = await busy(session);
  await page.evaluate(([side, what, times]) => bench.repeat(side, what, times), [side, what, TIMES] as const);
  const after = await busy(session);
  return { script: (after.script - before.script) / TIMES, cpu: (after.cpu - before.cpu) / TIMES };
}

/** Both sides in turn, so that a busy moment of the machine falls on both. */
async function compare(page: Page, session: CDPSession, what: Drawn): Promise<unknown> {
  const rounds: Record<Side, Sample[]> = { baseline: [], chart: [] };
  const drawn: Partial<Record<Side, ReturnType<ChartBench['drawn']>>> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of ['baseline', 'chart'] as const) {
      const result = await sample(page, session, side, what);
      drawn[side] = await page.evaluate(() => bench.drawn());
      // The first round warms up; afterwards both sides run compiled code.
      if (round > 0) rounds[side].push(result);
    }
  }
  if (drawn.chart?.marks !== drawn.baseline?.marks)
    throw new Error(`not the same marks: ${JSON.stringify(drawn)}`);
  const [baseline, chart] = [middle(rounds.baseline), middle(rounds.chart)];
  const ratio = { script: round(chart.script / baseline.script), cpu: round(chart.cpu / baseline.cpu) };
  return { drawn, baseline, chart, ratio };
}

function middle(samples: readonly Sample[]): Sample {
  const median = (values: number[]): number => round(values.sort((a, b) => a - b)[values.length >> 1]!);
  return { script: median(samples.map(({ script }) => script)), cpu: median(samples.map(({ cpu }) => cpu)) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('chart.ts', import.meta.url))],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  conditions: ['datakube-source'],
});
const browser = await chromium.launch({ executablePath: await browserPath(), args: chromiumArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
  await page.route('**/*', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]!.text })
      : route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><body><script type="module" src="chart.js"></script>',
        }),
  );
  await page.goto('http://localhost/charts.html');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const results: Record<string, unknown> = {};
  for (const what of drawings) results[what] = await compare(page, session, what);
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
} finally {
  await browser.close();
}
