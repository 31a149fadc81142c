import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { CubeModel } from '../../cubes/cube-model.ts';
import type { Engine } from '../../engines/engine.ts';
import { engineChecks, subject } from '../testing/engine-conformance.ts';
import { tinyCube, tinySchema } from '../../testing/tiny-cube.ts';
import { tinyBlocks, tinyRegisters } from '../../testing/tiny-registers.ts';
import { openDuckDbEngine, openLockedDown } from './duckdb-engine.ts';
import { readRegisterFile } from './register-file.ts';
import { writeDuckDbRegisters } from './write-registers.ts';

const folder = await mkdtemp(join(tmpdir(), 'datakube-duckdb-'));
after(() => rm(folder, { recursive: true }));

const about = { schema: tinySchema, seed: 7, citizens: 400, synthetic: true, sample: '' };

const onlyYears = tinyCube((definition) => ({
  ...definition,
  release: { cuboids: [{ dimensions: [{ dimension: 'time', level: 'year' }] }] },
}));
const files: readonly (readonly [string, CubeModel, number])[] = [
  ['with a mark for every release', subject.cube, 90],
  ['with no mark but one, so that persons are counted the long way', onlyYears, 400],
];
for (const [name, writtenFor, blockSize] of files) {
  describe(`DuckDB ${name}, as an engine`, () => {
    let engine: Engine;
    before(async () => {
      const path = join(folder, `${blockSize}.duckdb`);
      const blocks = tinyBlocks(subject.tables, subject.persons, blockSize);
      await writeDuckDbRegisters(path, blocks, { ...about, cubes: [writtenFor] });
      engine = await openDuckDbEngine(path);
    });
    after(() => engine.close());
    for (const [check, run] of engineChecks) it(check, () => run(engine));
  });
}

describe('the file of registers', () => {
  const cube = tinyCube();
  const tables = tinyRegisters(60, 3);

  it('says what it holds, and has a fingerprint of its rows', async () => {
    const one = await writeDuckDbRegisters(join(folder, 'a.duckdb'), tinyBlocks(tables, 60, 60), {
      ...about,
      cubes: [cube],
    });
    const again = await writeDuckDbRegisters(join(folder, 'b.duckdb'), tinyBlocks(tables, 60, 60), {
      ...about,
      cubes: [cube],
    });
    assert.deepEqual(await readRegisterFile(join(folder, 'a.duckdb')), one);
    assert.equal(one.fingerprint, again.fingerprint);
    const other = await writeDuckDbRegisters(
      join(folder, 'c.duckdb'),
      tinyBlocks(tinyRegisters(60, 4), 60, 60),
      {
        ...about,
        cubes: [cube],
      },
    );
    assert.notEqual(one.fingerprint, other.fingerprint);
  });

  it('is not there while it is being written, nor after an interruption', async () => {
    const path = join(folder, 'interrupted.duckdb');
    async function* failing() {
      yield* tinyBlocks(tables, 60, 30);
      assert.equal(await readRegisterFile(path), undefined);
      throw new Error('power cut');
    }
    await assert.rejects(writeDuckDbRegisters(path, failing(), { ...about, cubes: [cube] }), /power cut/);
    assert.equal(await readRegisterFile(path), undefined);
    await assert.rejects(openDuckDbEngine(path));
    await writeDuckDbRegisters(path, tinyBlocks(tables, 60, 30), { ...about, cubes: [cube] });
    assert.notEqual(await readRegisterFile(path), undefined);
  });

  it('is refused when damaged', async () => {
    const path = join(folder, 'damaged.duckdb');
    await writeDuckDbRegisters(path, tinyBlocks(tables, 60, 30), { ...about, cubes: [cube] });
    await writeFile(path, (await readFile(path)).subarray(0, 5000));
    assert.equal(await readRegisterFile(path), undefined);
    await assert.rejects(openDuckDbEngine(path));
  });

  it('refuses persons out of order, within a block and between blocks', async () => {
    const path = join(folder, 'order.duckdb');
    const [block] = [...tinyBlocks(tables, 60, 60)];
    await assert.rejects(
      writeDuckDbRegisters(path, [block!, block!], { ...about, cubes: [cube] }),
      RangeError,
    );
    const person = tables.visit.columns['person']!.toReversed();
    const backwards = { ...tables, visit: { ...tables.visit, columns: { ...tables.visit.columns, person } } };
    await assert.rejects(
      writeDuckDbRegisters(path, [{ ...block!, tables: backwards }], { ...about, cubes: [cube] }),
      RangeError,
    );
  });
});

describe('the DuckDB engine', () => {
  it('refuses a cube whose dimensions the file was not written for', async () => {
    const path = join(folder, 'other.duckdb');
    await writeDuckDbRegisters(path, tinyBlocks(tinyRegisters(20, 1), 20, 20), { ...about, cubes: [] });
    const engine = await openDuckDbEngine(path);
    await assert.rejects(engine.tabulate(tinyCube(), [], ['persons']), /not written for/);
    await engine.close();
  });
});

describe('the locked-down database', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  const secret = join(folder, 'secret.csv');
  before(async () => {
    const path = join(folder, 'locked.duckdb');
    await writeFile(secret, 'a\n1\n');
    await writeDuckDbRegisters(path, tinyBlocks(tinyRegisters(20, 1), 20, 20), { ...about, cubes: [] });
    instance = await openLockedDown(path);
    connection = await instance.connect();
  });
  after(() => instance.closeSync());

  const attempts = [
    () => `select * from read_csv('${secret}')`,
    () => `select * from read_text('${secret}')`,
    () => `select * from '${secret}'`,
    () => `copy visit to '${secret}.out'`,
    () => `copy visit from '${secret}'`,
    () => `attach '${join(folder, '400.duckdb')}' as other`,
    () => `export database '${folder}/out'`,
    () => 'install httpfs',
    () => 'load httpfs',
    () => "set memory_limit = '100GB'",
    () => 'set enable_external_access = true',
    () => 'set lock_configuration = false',
    () => 'reset threads',
    () => 'delete from visit',
    () => 'create table stolen as select * from visit',
    () => 'drop table visit',
  ];
  const refusal = /disabled|locked|read-only/i;
  for (const attempt of attempts) {
    it(`refuses ${attempt().split(' ').slice(0, 4).join(' ').replace(folder, '')}`, async () => {
      await assert.rejects(async () => (await connection.prepare(attempt())).run(), refusal);
    });
  }

  it('refuses stacked statements', async () => {
    await assert.rejects(connection.prepare('select 1; select 2'));
  });

  it('still counts', async () => {
    const result = await (await connection.prepare('select count(*)::integer from visit')).run();
    assert.ok(Number((await result.getRows())[0]![0]) > 0);
  });
});
