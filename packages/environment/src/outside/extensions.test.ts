import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRelease, type ProtectedTable, PUBLISHED, type RawRelease } from '@datakube/disclosure';
import fc from 'fast-check';
import type { CubeModel } from '../cubes/cube-model.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { chooseCuboid } from '../plan/choose-cuboid.ts';
import { joinReleases, type ReleasePart } from '../release/join-releases.ts';
import { createMemoryStore } from '../release/memory-store.ts';
import { publishCube } from '../release/publish-cube.ts';
import { tabulateCuboids } from '../release/tabulate-cuboids.ts';
import { placeIn } from '../release/tabulate-family.ts';
import { tinyFamily, tinyFamilyRegisters } from '../testing/tiny-part.ts';
import { createOutsideRelease } from './create-outside-release.ts';
import { type Grain, grainOf, nameOfGrain } from './grain.ts';
import { createMaker } from './make-cuboid.ts';
import type { OutsideRelease } from './outside-release.ts';
import { createMemoryOutsideStore } from './outside-store.ts';
import { tabulateGrain } from './tabulate-grain.ts';

const seed = new Uint8Array(32).fill(5);
const family = tinyFamily();
const engine = createMemoryEngine(tinyFamilyRegisters(900, 4));
const releases = createMemoryStore();
await publishCube({
  cube: family[0]!,
  engine,
  store: releases,
  seed,
  synthetic: true,
  clock: () => new Date(0),
});
const fresh = (): OutsideRelease =>
  createOutsideRelease({
    releases,
    store: createMemoryOutsideStore(),
    make: createMaker({ engine, releases, seed }),
  });

/** Every combination of levels of a cube with time and up to three other dimensions that no release has. */
async function undeclared(cube: CubeModel): Promise<Grain[]> {
  const manifest = (await releases.current(cube.definition.id))!;
  let all: Map<string, number>[] = [new Map()];
  for (const { definition } of cube.dimensions) {
    const from = definition.total === null ? 1 : 0;
    all = all.flatMap((before) =>
      Array.from(
        { length: definition.levels.length - from + 1 },
        (_, step) => new Map([...before, [definition.id, from + step]]),
      ),
    );
  }
  return all
    .map((depths) => grainOf(cube, depths))
    .filter(({ depths }) => depths.size <= 4 && chooseCuboid(depths, cube, manifest) === undefined);
}

const wanted = (await Promise.all(family.map(undeclared))).flat().filter((_, at) => at % 5 === 0);
const once = fresh();
const extended: { readonly grain: Grain; readonly table: ProtectedTable }[] = [];
for (const grain of wanted) {
  const found = await once.find(grain, ['extend']);
  if (found) extended.push({ grain, table: found.table });
}

/** The release of the family with further cuboids, and all tables in the same order. */
async function everything(
  cuboids: readonly { readonly grain: Grain; readonly table: ProtectedTable }[],
): Promise<{ readonly raw: RawRelease; readonly tables: readonly ProtectedTable[] }> {
  const place = async (cube: CubeModel, release: Promise<RawRelease>): Promise<ReleasePart> => ({
    release: await release,
    at: placeIn(family, cube),
  });
  const declared = await Promise.all(family.map((cube) => place(cube, tabulateCuboids(engine, cube))));
  const added = await Promise.all(
    cuboids.map(({ grain }) => place(grain.cube, tabulateGrain(engine, grain))),
  );
  const own = await Promise.all(
    family.map(async ({ definition }) => {
      const manifest = (await releases.current(definition.id))!;
      return Promise.all([...manifest.cuboids.keys()].map((at) => releases.cuboid(manifest, at)));
    }),
  );
  const raw = joinReleases([...declared, ...added]);
  return { raw, tables: [...own.flat(), ...cuboids.map(({ table }) => table)] };
}

const bytes = (table: ProtectedTable): string =>
  JSON.stringify(
    table.shape.measures.map((_, at) => [...table.columns(at).value, ...table.columns(at).status]),
  );

describe('cuboids outside the release', () => {
  it('are many, and show numbers', () => {
    assert.ok(extended.length > 40, `${extended.length} of ${wanted.length}`);
    const shown = extended.filter(({ table }) => table.columns(0).status.includes(PUBLISHED));
    assert.equal(shown.length, extended.length);
  });

  it('tell nothing, all taken together with the release', async () => {
    const { raw, tables } = await everything(extended);
    const { hidden, ...found } = auditRelease(raw, tables, 5);
    assert.ok(hidden > 1000, `${hidden}`);
    assert.deepEqual(found, { determined: 0, givenAway: 0, tooSmall: 0, differences: 0 });
  });

  it('are the same whoever asked first', async () => {
    const chosen = extended.slice(-12);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(chosen, { minLength: 2, maxLength: 4 }), async (order) => {
        const outside = fresh();
        for (const { grain, table } of order) {
          const found = await outside.find(grain, ['extend']);
          assert.equal(found && bytes(found.table), bytes(table), nameOfGrain(grain));
        }
      }),
      { numRuns: 5, seed: 1 },
    );
  });
});
