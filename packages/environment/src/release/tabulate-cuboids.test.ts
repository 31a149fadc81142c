import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { recordKey, recordKeys } from '@datakube/disclosure';
import type { CubeModel } from '../cubes/cube-model.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { countByHand } from '../testing/count-by-hand.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRegisters } from '../testing/tiny-registers.ts';
import { shapeOf } from './cuboid-shape.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';
import { planTabulation } from './tabulation-plan.ts';

const records = recordKeys(new Uint8Array(32).fill(8));
const PRIME = 2n ** 31n - 1n;

/** Every cell of a cuboid, counted by hand one by one: member codes (or the total) along each dimension. The key last. */
function expectedCells(
  cube: CubeModel,
  tables: ReturnType<typeof tinyRegisters>,
  position: number,
): number[][] {
  const shape = shapeOf(cube, cube.definition.release.cuboids[position]!);
  const counted = new Map<string, number[]>();
  const levels = shape.dimensions.map((dimension, index) => [
    ...(dimension.definition.total ? [undefined] : []),
    ...dimension.definition.levels.slice(0, shape.depth[index]).map((level) => level.id),
  ]);
  const combinations = levels.reduce<(string | undefined)[][]>(
    (all, options) => all.flatMap((chosen) => options.map((level) => [...chosen, level])),
    [[]],
  );
  for (const combination of combinations) {
    const by = combination.flatMap((level, index) =>
      level ? [{ dimension: shape.dimensions[index]!.definition.id, level }] : [],
    );
    for (const { codes, persons, visits, days, people } of countByHand(cube, tables, by)) {
      const rest = [...codes];
      counted.set(combination.map((level) => (level ? rest.shift() : 'total')).join(), [
        persons,
        visits,
        days,
        Number([...people].reduce((sum, each) => sum + BigInt(recordKey(records, each)), 0n) % PRIME),
      ]);
    }
  }
  return Array.from({ length: shape.cells }, (_, cell) => {
    const codes = shape.dimensions.map((dimension, index) => {
      const node = Math.floor(cell / shape.strides[index]!) % shape.sizes[index]!;
      return dimension.members[node]?.code ?? 'total';
    });
    return counted.get(codes.join()) ?? [0, 0, 0, 0];
  });
}

describe('tabulating the declared cuboids', () => {
  it('gives every cell of every cuboid, totals and parents included, as counted by hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 60 }), async (seed, persons) => {
        const cube = tinyCube();
        const tables = tinyRegisters(persons, seed);
        const release = await tabulateCuboids(createMemoryEngine(tables), cube, { records });
        release.cuboids.forEach((cuboid, position) => {
          const expected = expectedCells(cube, tables, position);
          assert.deepEqual(
            [...release.keys![position]!],
            expected.map((each) => each[3]),
          );
          for (const measure of [0, 1, 2]) {
            assert.deepEqual(
              [...cuboid.values[measure]!],
              expected.map((cell) => cell[measure]),
            );
          }
        });
      }),
      { numRuns: 10 },
    );
  });

  it('asks the engine once for what several cuboids need', () => {
    const cube = tinyCube((definition) => ({
      ...definition,
      release: {
        cuboids: [
          ['place', 'town'],
          ['age', 'narrow'],
          ['sex', 'sex'],
        ].map(([dimension, level]) => ({
          dimensions: [
            { dimension: dimension!, level: level! },
            { dimension: 'time', level: 'year' },
          ],
        })),
      },
    }));
    const steps = planTabulation(cube);
    assert.equal(steps.length, 1);
    assert.deepEqual(
      steps[0]!.by.map((grouping) => grouping.level),
      ['town', 'narrow', 'sex', 'year'],
    );
    assert.deepEqual(steps[0]!.cuboids, [0, 1, 2]);
  });

  it('carries the population of the year along quarters, diseases and sectors', async () => {
    const cube = tinyCube();
    const tables = tinyRegisters(80, 5);
    const release = await tabulateCuboids(createMemoryEngine(tables), cube);
    const residents = (year: number, place?: (town: number) => boolean): number => {
      const { columns, rows } = tables.citizen_year;
      let count = 0;
      for (let row = 0; row < rows; row++) {
        if (
          columns['resident']![row] === 1 &&
          columns['year']![row] === year &&
          (place?.(columns['town']![row]!) ?? true)
        )
          count++;
      }
      return count;
    };
    const population = release.measures.length - 1;
    assert.deepEqual(release.measures[population], {
      id: 'population',
      kind: 'public',
      additiveOver: [true, true, true, false, false, false, false],
    });
    // Cuboid 1: place down to region (total, north, south), time (2 years, 8 quarters, 24 months), sector (6 nodes).
    const values = release.cuboids[1]!.values[population]!;
    const times = 2 + 8 + 24;
    for (let sector = 0; sector < 6; sector++) {
      const at = (place: number, time: number): number => values[(place * times + time) * 6 + sector]!;
      assert.equal(at(0, 0), residents(0));
      assert.equal(
        at(1, 1),
        residents(1, (town) => town < 2),
      );
      assert.equal(
        at(2, 2 + 3),
        residents(0, (town) => town >= 2),
      );
      assert.equal(at(0, 2 + 4), residents(1));
      assert.equal(at(0, 2 + 8 + 11), residents(0));
      assert.equal(at(0, 2 + 8 + 12), residents(1));
    }
  });

  it('reports progress and stops when told to', async () => {
    const cube = tinyCube();
    const engine = createMemoryEngine(tinyRegisters(20, 1));
    const seen: string[] = [];
    await tabulateCuboids(engine, cube, { onProgress: (done, of) => seen.push(`${done}/${of}`) });
    const of = planTabulation(cube).length + 1;
    assert.deepEqual(
      seen,
      Array.from({ length: of }, (_, step) => `${step + 1}/${of}`),
    );
    await assert.rejects(
      tabulateCuboids(engine, cube, { signal: AbortSignal.abort(new Error('stop')) }),
      /stop/,
    );
  });
});
