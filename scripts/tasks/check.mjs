// What must hold before anything is published, besides the tests: types, lint, formatting, links, sizes, packages.
import { entriesBringTheirTypes } from '../as-a-portal.mjs';
import { brokenLinks } from '../links.mjs';
import { faultsOfPackages } from '../packages.mjs';
import { staleReference } from '../reference.mjs';
import { sizes } from '../sizes.mjs';
import { runNode } from '../steps.mjs';

let failed = 0;
const say = (ok, what) => {
  process.stdout.write(`${ok ? 'ok  ' : 'FAIL'} ${what}\n`);
  if (!ok) failed++;
};

say(!(await runNode(['node_modules/typescript7/bin/tsc', '-b'])), 'types of the packages');
say(
  !(await runNode(['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.tests.json'])),
  'types of the tests',
);
say(!(await runNode(['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'])), 'lint');
say(
  !(await runNode(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'])),
  'formatting',
);
const broken = brokenLinks();
say(broken.length === 0, ['links in the documentation', ...broken].join('\n       '));
const stale = await staleReference();
say(stale.length === 0, ['reference as the source has it (npm run fix)', ...stale].join('\n       '));
for (const { name, kilobytes, budget } of await sizes()) {
  say(kilobytes <= budget, `${name}: ${kilobytes.toFixed(1)} kB gzip of at most ${budget}`);
}
const faults = await faultsOfPackages();
say(faults.length === 0, ['packages as they are published', ...faults].join('\n       '));
say(await entriesBringTheirTypes(), 'types as a portal gets them');
process.exitCode = failed ? 1 : 0;
