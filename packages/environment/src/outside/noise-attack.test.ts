import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Policy, type Way } from '@datakube/contract';
import { attackPattern, type ProtectedTable, publishedSystem, type RawRelease } from '@datakube/disclosure';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { joinReleases } from '../release/join-releases.ts';
import { tabulateCuboids } from '../release/tabulate-cuboids.ts';
import { tinyCube } from '../testing/tiny-cube.ts';
import { tinyRelease } from '../testing/tiny-release.ts';
import { createOutsideRelease } from './create-outside-release.ts';
import { cuboidAt, type Grain, grainOf } from './grain.ts';
import { createMaker } from './make-cuboid.ts';
import { createMemoryOutsideStore } from './outside-store.ts';
import { placementOf, visitShared } from './placement.ts';
import { tabulateGrain } from './tabulate-grain.ts';

const cube = tinyCube((definition) => ({
  ...definition,
  policy: Policy.parse({ ...definition.policy, noise: { most: 8, variance: 6 } }),
}));
const { registers, releases, manifest } = await tinyRelease(600, cube);
const engine = createMemoryEngine(registers);
const seed = new Uint8Array(32).fill(7);
const outside = createOutsideRelease({
  releases,
  store: createMemoryOutsideStore(),
  make: createMaker({ engine, releases, seed, noiseSecret: seed.map((byte) => byte ^ 255) }),
});
const grain = (...parts: string[]): Grain =>
  grainOf(
    cube,
    new Map(['time.1', ...parts].map((part) => [part.split('.')[0]!, Number(part.split('.')[1])] as const)),
  );

interface Answer {
  readonly grain: Grain;
  readonly way: Way;
  readonly table: ProtectedTable;
  readonly raw: RawRelease;
}

/** What an analyst may ask for, exact where that is possible. Three dimensions over which persons add up are not. */
const asked = [
  grain('place.2', 'sector.2'),
  grain('age.2', 'sector.2'),
  grain('place.1', 'age.1', 'disease.1'),
  grain('place.2', 'age.2', 'sex.1', 'sector.1'),
  grain('place.2', 'age.2', 'sex.1', 'sector.2'),
  grain('place.2', 'age.2', 'sex.1', 'form.1'),
  grain('place.2', 'age.2', 'sex.1', 'disease.1'),
  grain('place.1', 'age.2', 'sex.1', 'sector.2', 'form.1'),
  grain('place.2', 'age.1', 'sex.1', 'sector.2', 'form.1'),
];
const answers: Answer[] = [];
for (const each of asked) {
  const found = await outside.find(each, ['extend', 'perturb']);
  assert.ok(found);
  answers.push({ grain: each, ...found, raw: await tabulateGrain(engine, each) });
}
const noisy = answers.filter(({ way }) => way === 'perturb');

describe('an attack on exact and perturbed answers together', () => {
  it('has both to work with', () => {
    assert.ok(noisy.length >= 6 && noisy.length < answers.length);
  });

  it('finds no hidden number, even if it could take the noise away', async () => {
    const declared = await tabulateCuboids(engine, cube);
    const raw = joinReleases([
      { release: declared, at: new Map() },
      ...answers.map((answer) => ({ release: answer.raw, at: new Map() })),
    ]);
    const tables = [
      ...(await Promise.all(manifest.cuboids.map((_, at) => releases.cuboid(manifest, at)))),
      ...answers.map(({ table }) => table),
    ];
    const exact = tables.map((_, at) => answers[at - manifest.cuboids.length]?.way !== 'perturb');
    raw.measures.forEach(({ kind, additiveOver }, measure) => {
      if (kind === 'public') return;
      const system = publishedSystem(raw, additiveOver, (cuboid, cell) =>
        tables[cuboid]!.value(measure, cell) === null ? null : raw.cuboids[cuboid]!.values[measure]![cell]!,
      );
      assert.equal(system.givenAway, 0);
      const { determined } = attackPattern(system.rows, system.unknowns);
      const found = new Set<number>();
      const hidden = new Set<number>();
      system.unknownOf.forEach((unknowns, cuboid) => {
        if (!exact[cuboid]) return;
        for (const unknown of unknowns) {
          if (unknown < 0) continue;
          hidden.add(unknown);
          if (determined[unknown]) found.add(unknown);
        }
      });
      assert.ok(hidden.size > 50);
      assert.equal(found.size, 0);
    });
  });

  it('averages nothing out by asking for the same persons in other tables', () => {
    let shared = 0;
    for (const one of noisy) {
      for (const other of noisy) {
        const [a, b] = [one, other].map((each) => placementOf(cube, cuboidAt(each.grain)));
        visitShared(a!, b!, (cell, same) => {
          if (one.table.value(0, cell) === null) return;
          shared++;
          assert.equal(other.table.value(0, same), one.table.value(0, cell));
        });
      }
    }
    assert.ok(shared > 1000);
  });
});
