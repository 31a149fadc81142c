// Mutation testing: changes the gate, the primary rules and the audit in one place at a time, and asks whether a
// test notices. Takes minutes, so it is a command of its own. What survives: docs/reference/mutation-testing.md
// `npm run mutate -- --mutate packages/disclosure/src/table/slice.ts` looks at one file alone.
import { runNode } from '../steps.mjs';

const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
const args = [stryker, 'run', 'scripts/mutation.config.mjs', ...process.argv.slice(2)];
// Properties find a mutant within a few hundred runs, or they do not look for it.
process.exitCode = await runNode(args, { env: { PROPERTY_RUNS: '300' } });
