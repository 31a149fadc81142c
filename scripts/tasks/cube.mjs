// npm run cube -- my-cube.json: reads a definition, publishes it over made-up citizens, stores nothing, and says how it went.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tryCube } from '../try-cube.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { citizens: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const [file, ...rest] = positionals;
try {
  if (!file || rest.length > 0) throw new Error('Write which definition: npm run cube -- my-cube.json');
  const definition = JSON.parse(readFileSync(resolve(file), 'utf8'));
  const lines = await tryCube(definition, { citizens: Number(values.citizens), seed: Number(values.seed) });
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
