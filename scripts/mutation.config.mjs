// What mutation testing changes, and which tests must notice. The tests are those of the code itself: that
// something far away fails as well is luck.
const source = 'packages/disclosure/src';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    `${source}/table/{protected-table,protected-tables,sealed-table,table-format,slice,check-contributors}.ts`,
    `${source}/primary/!(*.test).ts`,
    `${source}/audit/!(*.test).ts`,
    `${source}/system/independent-rows.ts`,
  ],
  // The sandbox holds what the tests read; everything else comes through node_modules from where it is.
  ignorePatterns: ['**', '!packages', '!packages/disclosure', '!packages/disclosure/**', '!package.json'],
  tempDirName: '.stryker-tmp',
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner', './scripts/non-null-updates.mjs'],
  ignorers: ['non-null-updates'],
  tap: {
    testFiles: [
      `${source}/{audit,primary}/*.test.ts`,
      `${source}/table/{protected,sealed,slice,check-contributors,table-format,table-properties}*.test.ts`,
      `${source}/system/independent-rows.test.ts`,
    ],
    nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 3000,
  // A mutant that breaks types would never be merged, but checking each would take longer than running it.
  checkers: [],
  reporters: ['clear-text', 'progress', 'json', 'html'],
  jsonReporter: { fileName: 'build/mutation/report.json' },
  htmlReporter: { fileName: 'build/mutation/report.html' },
  clearTextReporter: { allowColor: false, logTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  allowConsoleColors: false,
};
