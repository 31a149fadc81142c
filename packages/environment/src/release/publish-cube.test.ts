import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProtectedTable } from '@datakube/disclosure';
import fc from 'fast-check';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import type { CubeModel } from '../cubes/cube-model.ts';
import type { Engine } from '../engines/engine.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRegisters } from '../testing/tiny-registers.ts';
import { checkPublished } from './check-published.ts';
import { shapeOf } from './cuboid-shape.ts';
import { createMemoryStore } from './memory-store.ts';
import { type Progress, publishCube } from './publish-cube.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';

const seed = new Uint8Array(32).fill(9);
const clock = (): Date => new Date('2026-01-02T03:04:05Z');

function publish(
  cube: CubeModel,
  engine: Engine,
  store: ReleaseStore,
  onProgress?: (progress: Progress) => void,
): Promise<ReleaseManifest> {
  return publishCube({ cube, engine, store, seed, synthetic: true, effort: 0, clock, onProgress });
}

describe('publishing a cube', () => {
  it('stores a release that says what it is', async () => {
    const store = createMemoryStore();
    const cube = tinyCube();
    const steps: Progress[] = [];
    const manifest = await publish(cube, createMemoryEngine(tinyRegisters(300, 1)), store, (step) =>
      steps.push(step),
    );
    assert.equal(manifest.published, '2026-01-02T03:04:05.000Z');
    assert.match(manifest.id, /^[0-9a-f]{32}$/);
    assert.deepEqual(
      manifest.cuboids.map((cuboid) => cuboid.dimensions),
      cube.definition.release.cuboids.map((c) => c.dimensions),
    );
    assert.deepEqual(await store.current('tiny'), manifest);
    assert.equal(await store.current('other'), undefined);
    assert.deepEqual([...new Set(steps.map(({ step }) => step))], ['tabulate', 'protect', 'store']);
    assert.ok(steps.every(({ done, of, cube: id }) => done <= of && id === 'tiny'));
    await assert.rejects(store.cuboid(manifest, 99), RangeError);
  });

  it('publishes no count of 1 to 4 persons, in no cuboid; and hides something where there is something to hide', async () => {
    const store = createMemoryStore();
    const manifest = await publish(tinyCube(), createMemoryEngine(tinyRegisters(300, 2)), store);
    let hidden = 0;
    for (const position of manifest.cuboids.keys()) {
      const table = await store.cuboid(manifest, position);
      for (let cell = 0; cell < table.cells; cell++) {
        const value = table.value(0, cell);
        if (value === null) hidden++;
        else assert.ok(value === 0 || value >= 5, `cell ${cell} of cuboid ${position} says ${value}`);
      }
    }
    assert.ok(hidden > 0);
  });

  it('keeps the sums: published persons add up over residence, age and sex wherever nothing is hidden', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (registersSeed) => {
        const store = createMemoryStore();
        const cube = tinyCube();
        const manifest = await publish(cube, createMemoryEngine(tinyRegisters(400, registersSeed)), store);
        for (const [position, cuboid] of cube.definition.release.cuboids.entries()) {
          checkSums(cube, shapeOf(cube, cuboid), await store.cuboid(manifest, position));
        }
      }),
      { numRuns: 3 },
    );
  });

  it('gives a release the same name for the same content, and another for other numbers', async () => {
    const name = async (registersSeed: number): Promise<string> =>
      (await publish(tinyCube(), createMemoryEngine(tinyRegisters(200, registersSeed)), createMemoryStore()))
        .id;
    assert.equal(await name(1), await name(1));
    assert.notEqual(await name(1), await name(2));
  });

  it('stores nothing when a small count would get through', async () => {
    const store = createMemoryStore();
    const lax = tinyCube((definition) => ({ ...definition, policy: { ...definition.policy, threshold: 3 } }));
    const manifest = await publish(lax, createMemoryEngine(tinyRegisters(300, 2)), store);
    const tables = await Promise.all(
      [...manifest.cuboids.keys()].map((position) => store.cuboid(manifest, position)),
    );
    checkPublished(lax, tables);
    assert.throws(() => checkPublished(tinyCube(), tables), /below the threshold/);
  });
});

function checkSums(cube: CubeModel, shape: ReturnType<typeof shapeOf>, table: ProtectedTable): void {
  let checked = 0;
  shape.dimensions.forEach((dimension, axis) => {
    if (!['place', 'age', 'sex'].includes(dimension.definition.id)) return;
    const { parent } = dimension.hierarchy;
    for (let cell = 0; cell < table.cells; cell++) {
      const node = Math.floor(cell / shape.strides[axis]!) % shape.sizes[axis]!;
      const children = [...parent.keys()].filter(
        (child) => parent[child] === node && child < shape.sizes[axis]!,
      );
      const parts = children.map((child) => table.value(0, cell + (child - node) * shape.strides[axis]!));
      const whole = table.value(0, cell);
      if (whole === null || children.length === 0 || parts.includes(null)) continue;
      assert.equal(
        parts.reduce<number>((sum, part) => sum + part!, 0),
        whole,
      );
      checked++;
    }
  });
  const additive = shape.dimensions.some(({ definition }) => ['place', 'age', 'sex'].includes(definition.id));
  assert.ok(!additive || checked > 0, `nothing to check in ${cube.definition.id}`);
}
