import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromium, chromiumArguments } from './scripts/chromium.mjs';

const worker = readFileSync(new URL('node_modules/msw/lib/mockServiceWorker.js', import.meta.url), 'utf8');

/** Serves the service worker of the mocks at the root, from where it may control every page. */
const serveWorker = {
  name: 'mock-service-worker',
  serve: ({ path }) =>
    path === '/mockServiceWorker.js'
      ? { body: worker, type: 'js', headers: { 'Service-Worker-Allowed': '/' } }
      : undefined,
};

const countReporter = {
  stop({ sessions }) {
    if (!process.env.DATAKUBE_COUNTS) return;
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
    const fail = (session, why) => {
      counts.failed++;
      counts.failures.push(`${session.testFile}: ${why}`);
    };
    const walk = (session, suite) => {
      for (const test of suite?.tests ?? [])
        if (test.skipped) counts.skipped++;
        else if (test.passed) counts.passed++;
        else fail(session, `${test.name}: ${test.error?.message}`);
      for (const inner of suite?.suites ?? []) walk(session, inner);
    };
    for (const session of sessions) {
      walk(session, session.testResults);
      for (const { message } of session.errors) fail(session, message);
      if (!session.testResults && !session.errors.length) fail(session, 'did not end');
    }
    writeFileSync(process.env.DATAKUBE_COUNTS, JSON.stringify(counts));
  },
};

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: [
    'packages/components/src/**/*.test.ts',
    '!packages/components/src/{answers,pivot,state,localisation}/**',
  ],
  nodeResolve: { exportConditions: ['datakube-source', 'browser', 'development'] },
  // A page in the background gets no frames: one file at a time.
  concurrency: 1,
  concurrentBrowsers: 1,
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
    }),
    serveWorker,
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await chromium(), args: chromiumArguments } }),
  ],
  // For what hangs, not for what is slow: the first test waits until its modules have been compiled.
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
};
