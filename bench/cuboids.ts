// What counting costs: the engine against the bare SQL for the same counts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCubes } from '@datakube/environment';
import { openDuckDbEngine, writeDuckDbRegisters } from '@datakube/environment/node';
import { codeLists, cubeDefinitions, registerBlocks, registerSchema } from '@datakube/registers';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Figure, inTurn } from './figure.ts';

const citizens = 100_000;
/** What anybody would write by hand: attributes of the person in the year of the event, distinct persons, events, a sum. */
const byHand = (extra: string): string => `
  select r.municipality, ${extra}, r.year, count(distinct c.person), count(*), sum(c.bed_days)::double
  from contact c join resident_year r on r.person = c.person and r.year = c.month // 12
  group by all order by all`;

const groupings = [
  {
    name: 'kommune × age × sex × year',
    by: [
      { dimension: 'residence', level: 'municipality' },
      { dimension: 'age', level: 'five-year' },
      { dimension: 'sex', level: 'sex' },
      { dimension: 'time', level: 'year' },
    ],
    sql: byHand('r.age_group, r.sex'),
  },
  {
    name: 'kommune × sector × year',
    by: [
      { dimension: 'residence', level: 'municipality' },
      { dimension: 'sector', level: 'sector' },
      { dimension: 'time', level: 'year' },
    ],
    sql: byHand('c.sector'),
  },
] as const;

/** Exact distinct persons, events and sums for two cuboids. */
export async function cuboids(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datakube-bench-'));
  const path = join(folder, 'registers.duckdb');
  try {
    return await measure(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(path: string): Promise<Figure[]> {
  const cubes = readCubes(cubeDefinitions, codeLists, registerSchema);
  const cube = cubes.find(({ definition }) => definition.id === 'sundhedsdata-paa-tvaers')!;
  const blocks = registerBlocks({ citizens, seed: 1 });
  await writeDuckDbRegisters(path, blocks, {
    schema: registerSchema,
    cubes,
    seed: 1,
    citizens,
    synthetic: true,
    sample: '',
  });
  const engine = await openDuckDbEngine(path);
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const figures: Figure[] = [];
  for (const { name, by, sql } of groupings) {
    const { ours, ratio } = await inTurn(
      () => engine.tabulate(cube, by, ['persons', 'contacts', 'bed-days']),
      async () => (await connection.prepare(sql)).run(),
      7,
    );
    figures.push({ name: `count ${name}`, value: ours, unit: 'ms', ratio, goal: '≤ 1.3 ×' });
  }
  connection.closeSync();
  instance.closeSync();
  await engine.close();
  return figures;
}
