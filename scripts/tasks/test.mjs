// Every test of the project, fast ones first, counted together.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { build } from '../build.mjs';
import { chromium } from '../chromium.mjs';
import { root, runNode } from '../steps.mjs';

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'datakube-test-'));
const tsc = 'node_modules/typescript7/bin/tsc';
const seed = './scripts/property-seed.mjs';
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
process.env.CHROME_PATH = await chromium();
process.env.NODE_ENV = 'test';
// Hundreds of processes load the same modules; each is compiled once.
process.env.NODE_COMPILE_CACHE = join(root, 'node_modules', '.cache', 'compiled');

// Elements need a browser; everything else, the headless folders of components included, runs in Node.
const inNode = (file) =>
  !file.startsWith(join('packages', 'components', 'src') + sep) ||
  ['answers', 'pivot', 'state', 'localisation'].some((name) => file.split(sep)[3] === name);

const stages = {
  types: () => types(),
  style: () => style(),
  unit: () => node('unit', globSync('packages/*/src/**/*.test.ts', { cwd: root }).filter(inNode)),
  build: () => building(),
  browser: () => browser(),
  crossing: () => node('crossing', globSync('test/**/*.test.ts', { cwd: root })),
};

const started = Date.now();
for (const [name, stage] of Object.entries(stages)) {
  if (only.length && !only.includes(name)) continue;
  const before = Date.now();
  process.stdout.write(`\n── ${name} ──\n`);
  const counts = await stage();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const { passed, failed } = counts;
  const named = counts.failures?.length ? counts.failures : failed ? ['its output says what'] : [];
  failures.push(...named.map((failure) => `${name}: ${failure.replaceAll(root, '')}`));
  process.stdout.write(
    `${name}: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - before) / 1000)} s\n`,
  );
}
rmSync(folder, { recursive: true, force: true });

// The log of a stage is long, and who reads it may have the end alone.
if (failures.length) process.stdout.write(`\nFailed:\n${failures.join('\n')}\n`);
process.stdout.write(`\nAll tests took ${Math.round((Date.now() - started) / 1000)} s.\n`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed || !total.passed ? 1 : 0;

async function single(args) {
  const failed = (await runNode(args)) ? 1 : 0;
  return { passed: 1 - failed, failed, skipped: 0 };
}

async function types() {
  return together([await single([tsc, '-b']), await single([tsc, '-p', 'tsconfig.tests.json'])]);
}

/** Lint and formatting, each busy with one core. */
async function style() {
  const eslint = ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'];
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'];
  return together(await Promise.all([single(eslint), single(prettier)]));
}

function together(all) {
  const sum = (key) => all.reduce((count, each) => count + each[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

async function building() {
  try {
    await build();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function node(name, files) {
  if (!files.length) return { passed: 0, failed: 1, skipped: 0 };
  const file = join(folder, `${name}.json`);
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
  reporters.push('--test-reporter=./scripts/count-reporter.mjs', `--test-reporter-destination=${file}`);
  const exit = await runNode([
    '--import',
    seed,
    '--test',
    '--test-concurrency=2',
    ...reporters,
    ...files.sort(),
  ]);
  return counted(file, exit);
}

async function browser() {
  const file = join(folder, 'browser.json');
  const exit = await runNode(['node_modules/@web/test-runner/dist/bin.js'], {
    env: { DATAKUBE_COUNTS: file },
  });
  return counted(file, exit);
}

// A runner that ends badly without naming a failed test has failed all the same.
function counted(file, exit) {
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 1, skipped: 0 };
  if (exit && !counts.failed) counts.failed = 1;
  return counts;
}
