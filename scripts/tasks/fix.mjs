import { writeReference } from '../reference.mjs';
import { runNode } from '../steps.mjs';

await writeReference();
process.exitCode =
  (await runNode(['node_modules/eslint/bin/eslint.js', '--fix', '.'])) ||
  (await runNode(['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.']));
