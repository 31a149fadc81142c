import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { CubeDefinition } from '@datakube/contract';
import { sealTable } from '@datakube/disclosure';
import { codeLists, collectRegisters, cubeDefinitions, registerSchema } from '@datakube/registers';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { readCubes } from '../../cubes/read-cubes.ts';
import type { Engine } from '../../engines/engine.ts';
import { createMemoryEngine } from '../../engines/memory/memory-engine.ts';
import { createMemoryStore } from '../../release/memory-store.ts';
import { publishCube } from '../../release/publish-cube.ts';
import { tabulateCuboids } from '../../release/tabulate-cuboids.ts';
import { openDuckDbEngine } from '../duckdb/duckdb-engine.ts';
import { writeDuckDbRegisters } from '../duckdb/write-registers.ts';
import { sealKeyOf } from './secrets.ts';

const folder = await mkdtemp(join(tmpdir(), 'datakube-swap-'));
after(() => rm(folder, { recursive: true }));
const key = await sealKeyOf(new Uint8Array(32).fill(1));

/** Publishing all cuboids twice takes half a minute of work; the first of each cube is among the finest. */
const toPublish = process.env['DATAKUBE_THOROUGH']
  ? cubeDefinitions
  : cubeDefinitions.map((written) => {
      const { release, ...rest } = CubeDefinition.parse(written);
      return { ...rest, examples: [], release: { ...release, cuboids: release.cuboids.slice(0, 1) } };
    });

async function published(cube: CubeModel, engine: Engine): Promise<{ id: string; bytes: Uint8Array[] }> {
  const store = createMemoryStore();
  const clock = (): Date => new Date(0);
  const seed = new Uint8Array(32).fill(5);
  const manifest = await publishCube({ cube, engine, store, seed, synthetic: true, effort: 0, clock });
  const tables = await Promise.all(manifest.cuboids.map((_, position) => store.cuboid(manifest, position)));
  return { id: manifest.id, bytes: await Promise.all(tables.map((table) => sealTable(table, key))) };
}

describe('swapping the engine', () => {
  it('changes no number that is counted and no byte that is published, and neither does the order of the definitions', async () => {
    const options = { citizens: 4000, seed: 3 };
    const registers = collectRegisters(options);
    const cubes = readCubes(cubeDefinitions, codeLists, registerSchema);
    const path = join(folder, 'registers.duckdb');
    await writeDuckDbRegisters(path, [registers], {
      ...options,
      schema: registerSchema,
      cubes,
      synthetic: true,
      sample: '',
    });
    const duckdb = await openDuckDbEngine(path);
    const memory = createMemoryEngine(registers.tables);
    for (const cube of cubes) {
      const [one, other] = [await tabulateCuboids(duckdb, cube), await tabulateCuboids(memory, cube)];
      assert.ok(one.cuboids.some(({ values }) => values[0]!.some((persons) => persons > 0)));
      assert.deepEqual(other, one);
    }
    const [cube] = readCubes(toPublish, codeLists, registerSchema);
    const [reordered] = readCubes(toPublish.toReversed(), codeLists, registerSchema);
    const release = await published(cube!, duckdb);
    assert.deepEqual(await published(reordered!, memory), release);
    await duckdb.close();
  });
});
