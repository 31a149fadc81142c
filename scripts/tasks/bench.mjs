// All benchmarks: a table for people, a JSON file for machines. Figures that need a comparison are ratios within the run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { answers } from '../../bench/answers.ts';
import { charts } from '../../bench/charts.ts';
import { cuboids } from '../../bench/cuboids.ts';
import { pivot } from '../../bench/pivot.ts';
import { protection } from '../../bench/protection.ts';
import { sizes } from '../sizes.mjs';
import { root } from '../steps.mjs';

const suites = { protection, cuboids, answers, pivot, charts, sizes: weights };
const wanted = process.argv.slice(2);
const result = { machine: machine(), commit: commit(), figures: [] };
process.stdout.write(`${result.machine}, commit ${result.commit}\n`);
for (const [name, suite] of Object.entries(suites)) {
  if (wanted.length && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  for (const figure of await suite()) {
    result.figures.push({ suite: name, ...figure });
    process.stdout.write(`  ${line(figure)}\n`);
  }
}
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build', 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write('\nThe same as JSON: build/bench.json\n');

function line({ name, value, unit, ratio, goal }) {
  const number = value >= 100 ? Math.round(value).toString() : value.toPrecision(3);
  const times = ratio === undefined ? '' : `${ratio.toFixed(2)} ×`;
  return `${name.padEnd(52)} ${number.padStart(8)} ${unit.padEnd(14)} ${times.padStart(8)}  ${goal ?? ''}`.trimEnd();
}

async function weights() {
  return (await sizes()).map(({ name, kilobytes, budget }) => ({
    name,
    value: kilobytes,
    unit: 'kB gzip',
    goal: `≤ ${budget} kB`,
  }));
}

function machine() {
  return `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`;
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
