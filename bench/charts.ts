// Charts in a real Chromium against hand-written SVG with the same marks, and what each kind weighs alone.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chartSizes } from '../scripts/chart-sizes.mjs';
import type { Figure } from './figure.ts';

interface Comparison {
  readonly chart: { readonly script: number; readonly cpu: number };
  readonly ratio: { readonly script: number; readonly cpu: number };
}

const names: Readonly<Record<string, string>> = {
  bars: '98 × 2 bars',
  panels: '20 lines of 40 periods, in panels',
  'heat-map': 'heat map of 98 × 20',
};

/** Drawing 98 × 2 bars, 20 × 40 lines and a heat map of 98 × 20; and the kilobytes of each kind of chart. */
export async function charts(): Promise<Figure[]> {
  const runner = fileURLToPath(new URL('../packages/components/bench/run-charts.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [runner], { maxBuffer: 1e7 });
  const results = Object.entries(JSON.parse(stdout) as Record<string, Comparison>);
  const times = results.flatMap(([what, { chart, ratio }]): Figure[] => [
    { name: `${names[what]}: script`, value: chart.script, unit: 'ms', ratio: ratio.script, goal: '≤ 2 ×' },
    { name: `${names[what]}: all`, value: chart.cpu, unit: 'ms', ratio: ratio.cpu, goal: '≤ 2 ×' },
  ]);
  const sizes = (await chartSizes()).map(({ type, kilobytes }): Figure => ({
    name: `${type} alone, beside the client`,
    value: kilobytes,
    unit: 'kB gzip',
  }));
  return [...times, ...sizes];
}
