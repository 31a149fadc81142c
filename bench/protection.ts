// What protection costs as a table grows. Each table in processes of its own: cold, as at a publication.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { protect } from '@datakube/disclosure';
import type { Figure } from './figure.ts';
import { BENCH_TABLES, benchTable, type BenchTableName } from './tables/bench-tables.ts';
import { fullRelease } from './tables/full-release.ts';

interface Outcome {
  readonly cells: number;
  readonly primary: number;
  readonly secondary: number;
  readonly determined: number;
  /** Processor seconds of `protect`, all threads. */
  readonly seconds: number;
}

/** The machine is shared: the least of several runs is the best estimate of what the work costs. */
const RUNS = 5;
const GOALS: Partial<Record<BenchTableName, string>> = { l89k: '0.5 s' };
/** Tables that are nearly twice as large as another of the same kind. */
const DOUBLES: Partial<Record<BenchTableName, BenchTableName>> = { l89k: 'l45k', xl170k: 'l89k' };

/** Processor seconds and secondary cells per table, and what a table twice as large costs more. */
export function protection(): Figure[] {
  const outcomes = new Map<string, Outcome>();
  return (Object.keys(BENCH_TABLES) as BenchTableName[]).flatMap((name) => {
    const outcome = coldest(name);
    outcomes.set(name, outcome);
    const { cells, primary, secondary, determined, seconds } = outcome;
    const certified = outcomeOf(name, 'certified');
    const smaller = outcomes.get(DOUBLES[name] ?? '');
    return [
      {
        name: `protect ${name}, ${cells} cells, exact gate, cold`,
        value: seconds,
        unit: 's',
        ...goal(GOALS[name]),
      },
      { name: '  primary', value: primary, unit: 'cells' },
      { name: '  secondary', value: secondary, unit: 'cells' },
      { name: '  determined', value: determined, unit: 'cells', ...goal('0') },
      { name: '  with certificates', value: certified.seconds, unit: 's' },
      { name: '  secondary with certificates', value: certified.secondary, unit: 'cells' },
      ...(smaller ? [growth(outcome, smaller, DOUBLES[name]!)] : []),
    ];
  });
}

function goal(text: string | undefined): { goal?: string } {
  return text === undefined ? {} : { goal: text };
}

/** Growth of the cost as cells double: the measured one, as a power of the growth in cells. */
function growth(large: Outcome, small: Outcome, name: string): Figure {
  const exponent = Math.log(large.seconds / small.seconds) / Math.log(large.cells / small.cells);
  return { name: `  as ${name} doubles`, value: 2 ** exponent, unit: '× the time', ...goal('≤ 2.3 ×') };
}

function coldest(name: BenchTableName): Outcome {
  const outcomes = Array.from({ length: RUNS }, () => outcomeOf(name, 'exact'));
  return outcomes.reduce((least, outcome) => (outcome.seconds < least.seconds ? outcome : least));
}

function outcomeOf(name: BenchTableName, gate: 'exact' | 'certified'): Outcome {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, gate], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as Outcome;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const release = fullRelease(benchTable(process.argv[2]!));
  const before = process.cpuUsage();
  const { report } = protect(release, {
    policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
    seed: new Uint8Array(32).fill(1),
    gate: process.argv[3] === 'exact' ? 'exact' : 'certified',
  });
  const { user, system } = process.cpuUsage(before);
  const { cells, primary, secondary, determined } = report;
  const outcome: Outcome = { cells, primary, secondary, determined, seconds: (user + system) / 1e6 };
  process.stdout.write(JSON.stringify(outcome));
}
