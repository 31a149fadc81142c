// npm run scaffold -- element source-list
import { nextSteps, writeElement } from '../scaffold/element.mjs';

const [kind, name, ...rest] = process.argv.slice(2);
try {
  if (kind !== 'element' || !name || rest.length > 0) {
    throw new Error('Write what and how it is called: npm run scaffold -- element source-list');
  }
  for (const file of writeElement(name)) process.stdout.write(`${file}\n`);
  process.stdout.write(
    `\nThen:\n${nextSteps(name)
      .map((step) => `- ${step}\n`)
      .join('')}`,
  );
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
