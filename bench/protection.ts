// What protection costs as a table grows. Each table in a process of its own: cold, as at a publication.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { protect } from '@datakube/disclosure';
import type { Figure } from './figure.ts';
import { syntheticRelease } from './synthetic-release.ts';

/** Kommuner in regions, age groups, sex, diagnoses in chapters: four dimensions, two hierarchies. */
const tables = {
  '12,012 cells': [20, 5, 10, 2, 10, 3],
  '21,252 cells': [40, 5, 10, 2, 10, 3],
  '89,232 cells': [98, 5, 10, 2, 20, 5],
  '170,352 cells': [98, 5, 20, 2, 20, 5],
} as const satisfies Record<string, readonly number[]>;

/** Processor seconds and secondary cells per table size. */
export function protection(): Figure[] {
  return Object.keys(tables).flatMap((name) => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
      encoding: 'utf8',
    });
    const { cells, seconds, primary, secondary, determined } = JSON.parse(stdout) as Record<string, number>;
    const goal = name === '89,232 cells' ? { goal: '0.5 s' } : {};
    return [
      { name: `protect ${name}, cold`, value: seconds!, unit: 's', ...goal },
      {
        name: `  primary, secondary, determined of ${cells}`,
        value: secondary!,
        unit: `after ${primary}, ${determined}`,
      },
    ];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const size = tables[process.argv[2] as keyof typeof tables];
  const release = syntheticRelease(size);
  const before = process.cpuUsage();
  const { report } = protect(release, {
    policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
    seed: new Uint8Array(32).fill(1),
  });
  const { user, system } = process.cpuUsage(before);
  const { cells, primary, secondary, determined } = report;
  process.stdout.write(
    JSON.stringify({ cells, primary, secondary, determined, seconds: (user + system) / 1e6 }),
  );
}
