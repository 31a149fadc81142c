// The pivot table in a real Chromium against a bare painted window, by processor time of the page's main thread.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';

/** What an act costs, or what stays in memory: the renderer's where the system tells it. */
interface Comparison<Cost> {
  readonly element: Cost;
  readonly ratio: Cost;
}

type Act = Comparison<{ readonly cpu: number }>;
type Kept = Comparison<{ readonly heap: number; readonly renderer: number | null }>;

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
  const { results } = JSON.parse(stdout) as { results: Record<string, Act | Kept | number> };
  return Object.entries(results).flatMap(([name, result]) => figuresOf(name, result));
}

function figuresOf(name: string, result: Act | Kept | number): Figure[] {
  if (typeof result === 'number') return [{ name, value: result, unit: 'cells' }];
  if ('heap' in result.element) return kept(name, result as Kept);
  const { element, ratio } = result as Act;
  const goal = goals[name.split(' ')[0]!];
  return [{ name, value: element.cpu, unit: 'ms', ratio: ratio.cpu, ...(goal ? { goal } : {}) }];
}

function kept(name: string, { element, ratio }: Kept): Figure[] {
  const cells = name.split(' ').at(-1)!;
  return (['heap', 'renderer'] as const).flatMap((what) => {
    const [value, times] = [element[what], ratio[what]];
    if (value === null || times === null) return [];
    return [{ name: `${what} ${cells}`, value, unit: 'MB', ratio: times, goal: '≤ 1.5 ×' }];
  });
}
