// The pivot table in a real Chromium against a bare painted window, by processor time of the page's main thread.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';

interface Comparison {
  readonly element: { readonly cpu: number };
  readonly ratio: { readonly cpu: number };
}

const goals: Readonly<Record<string, string>> = {
  first: '≤ 1.5 ×',
  swap: '≤ 1.5 ×',
  'add-dimension': '≤ 1.5 ×',
  sort: '≤ 1.5 ×',
  fold: '≤ 1.5 ×',
  'scroll-down': '≤ 1.3 ×',
  'scroll-sideways': '≤ 1.3 ×',
  'scroll-both': '≤ 1.3 ×',
};

/** What a reader does to a table of 39,200 and of 392,000 cells; the latter with shades and with notes as well. */
export async function pivot(): Promise<Figure[]> {
  const runner = fileURLToPath(new URL('../packages/components/bench/run.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [runner], { maxBuffer: 1e7 });
  const { results } = JSON.parse(stdout) as { results: Record<string, Comparison | number> };
  return Object.entries(results).map(([name, result]) => {
    if (typeof result === 'number') return { name, value: result, unit: 'cells' };
    const goal = goals[name.split(' ')[0]!];
    return {
      name,
      value: result.element.cpu,
      unit: 'ms',
      ratio: result.ratio.cpu,
      ...(goal ? { goal } : {}),
    };
  });
}
