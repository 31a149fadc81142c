import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CubeDefinition, Policy } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import fc from 'fast-check';
import type { CubeModel } from '../cubes/cube-model.ts';
import { readCubes } from '../cubes/read-cubes.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { grainOf } from '../outside/grain.ts';
import { createMaker } from '../outside/make-cuboid.ts';
import {
  type LateVisit,
  registersAfter,
  successiveCube,
  successiveDefinition,
} from '../testing/successive.ts';
import { tinyCodeLists, tinyDefinition } from '../testing/tiny-cube.ts';
import { partRegisters, tinyPartDefinition } from '../testing/tiny-part.ts';
import { auditSuccession, tellsNothing } from './audit-succession.ts';
import { periodsOf } from './closed-periods.ts';
import { createMemoryStore } from './memory-store.ts';
import { findPredecessor } from './predecessor.ts';
import { protectFamily } from './protect-family.ts';
import { publishCube } from './publish-cube.ts';
import type { ReleaseManifest, ReleaseStore } from './release-store.ts';
import { SuccessionError } from './succession-error.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';

const seed = new Uint8Array(32).fill(9);
const PERSONS = 130;
type Change = (definition: CubeDefinition) => CubeDefinition;

interface Refresh {
  readonly years: number;
  readonly late?: readonly LateVisit[];
  readonly change?: Change;
  readonly persons?: number;
  readonly synthetic?: boolean;
}

/** Publishes the registers of a population as they were at a time. */
function publish(store: ReleaseStore, population: number, refresh: Refresh): Promise<ReleaseManifest> {
  const { years, late = [], change, persons = PERSONS, synthetic = false } = refresh;
  return publishCube({
    cube: successiveCube(years, change),
    engine: createMemoryEngine(registersAfter(years, persons, population, late)),
    store,
    seed,
    noiseSecret: seed,
    synthetic,
    effort: 0,
    clock: () => new Date(0),
  });
}

function tablesOf(store: ReleaseStore, manifest: ReleaseManifest): Promise<ProtectedTable[]> {
  return Promise.all(manifest.cuboids.map((_, position) => store.cuboid(manifest, position)));
}

/** What a release says about a year: every cell by the codes of its members, for every measure. */
async function said(store: ReleaseStore, manifest: ReleaseManifest, cube: CubeModel, year: string) {
  const cells = new Map<string, string>();
  for (const [position, table] of (await tablesOf(store, manifest)).entries()) {
    const dimensions = manifest.cuboids[position]!.dimensions.map((part) => cube.dimension(part.dimension)!);
    for (let cell = 0; cell < table.cells; cell++) {
      let rest = cell;
      const codes = dimensions.toReversed().map((dimension, at) => {
        const { size } = table.shape.dimensions.at(-1 - at)!;
        const node = rest % size;
        rest = Math.floor(rest / size);
        return dimension.members[node]?.code ?? 'all';
      });
      if (!codes.some((code) => code.startsWith(year))) continue;
      table.shape.measures.forEach((measure, index) =>
        cells.set(
          `${position} ${measure} ${codes.join(' ')}`,
          `${table.status(index, cell)} ${table.value(index, cell)}`,
        ),
      );
    }
  }
  assert.ok(cells.size > 0);
  return cells;
}

/** What somebody learns who has the release before and one that was made without it. */
async function withoutPredecessor(store: ReleaseStore, population: number, { years, late }: Refresh) {
  const family = successiveCube(years).family();
  const engine = createMemoryEngine(registersAfter(years, PERSONS, population, late));
  const onProgress = (): void => undefined;
  const made = await protectFamily(family, {
    engine,
    seed,
    effort: 0,
    synthetic: false,
    onProgress,
    signal: undefined,
  });
  const predecessor = await findPredecessor(family, store);
  return auditSuccession(family, made.tables, predecessor!, periodsOf(family, predecessor!), 5);
}

describe('a release that follows another', () => {
  it('tells nothing about a visit that was registered late', async () => {
    const late = [{ person: 3, month: 2 }];
    const store = createMemoryStore();
    const first = await publish(store, 1, { years: 1 });
    const leak = await withoutPredecessor(store, 1, { years: 2, late });
    assert.ok(leak.changed > 0 && !tellsNothing(leak));

    const second = await publish(store, 1, { years: 2, late });
    assert.deepEqual(
      [second.sequence, second.predecessor, (await store.current('tiny'))?.id],
      [2, first.id, second.id],
    );
    assert.deepEqual(
      await said(store, second, successiveCube(2), '2023'),
      await said(store, first, successiveCube(1), '2023'),
    );
  });

  it('hides what was hidden, however large it has become', async () => {
    const store = createMemoryStore();
    const first = await publish(store, 2, { years: 1 });
    const late = Array.from({ length: PERSONS }, (_, person) => ({ person, month: person % 12 }));
    const leak = await withoutPredecessor(store, 2, { years: 2, late });
    assert.ok(leak.contradictions > 0);
    const second = await publish(store, 2, { years: 2, late });
    assert.deepEqual(
      await said(store, second, successiveCube(2), '2023'),
      await said(store, first, successiveCube(1), '2023'),
    );
  });

  it('is not extended by what the registers say now about a closed year', async () => {
    const late = [{ person: 3, month: 2 }];
    const change: Change = (definition) => ({
      ...definition,
      policy: {
        ...definition.policy,
        noise: { most: 8, variance: 6 },
        outsideRelease: { analyst: ['extend', 'perturb'] },
      } as Policy,
    });
    const store = createMemoryStore();
    const ways = async (refresh: Refresh): Promise<boolean[]> => {
      const manifest = await publish(store, 1, { ...refresh, change });
      const cube = successiveCube(refresh.years, change);
      const engine = createMemoryEngine(registersAfter(refresh.years, PERSONS, 1, refresh.late));
      const make = createMaker({ engine, releases: store, seed, noiseSecret: seed });
      const grain = grainOf(
        cube,
        new Map([
          ['time', 1],
          ['form', 1],
        ]),
      );
      const made = await Promise.all(
        (['extend', 'perturb'] as const).map((way) => make(grain, way, [{ cube, manifest }])),
      );
      return made.map((table) => table !== undefined);
    };
    assert.deepEqual(await ways({ years: 1 }), [true, true]);
    assert.deepEqual(await ways({ years: 2, late }), [false, true]);
  });

  it('publishes the new year as it was counted', async () => {
    const store = createMemoryStore();
    await publish(store, 3, { years: 1 });
    const manifest = await publish(store, 3, { years: 2 });
    const engine = createMemoryEngine(registersAfter(2, PERSONS, 3));
    const raw = await tabulateCuboids(engine, successiveCube(2));
    const [table] = await tablesOf(store, manifest);
    let shown = 0;
    // Place × sex × year: every other cell is of the second year.
    for (let cell = 1; cell < table!.cells; cell += 2) {
      const value = table!.value(0, cell);
      if (value === null) continue;
      assert.equal(value, raw.cuboids[0]!.values[0]![cell]);
      if (value > 0) shown++;
    }
    assert.ok(shown > 3);
  });

  it('does not depend on how often the registers were read before', async () => {
    const [direct, detour] = [createMemoryStore(), createMemoryStore()];
    const late = [{ person: 7, month: 5 }];
    await publish(direct, 4, { years: 1 });
    await publish(detour, 4, { years: 1 });
    const same = await publish(detour, 4, { years: 1, late });
    assert.deepEqual([same.sequence, same.since, same.predecessor], [2, 1, undefined]);
    const [one, other] = [
      await publish(direct, 4, { years: 2, late }),
      await publish(detour, 4, { years: 2, late }),
    ];
    assert.equal(one.id, other.id);
    assert.deepEqual([other.sequence, other.since, (await detour.history('tiny')).length], [3, 3, 2]);
  });

  it('is safe together with the one before, whatever comes in late', async () => {
    const visits = fc.array(fc.record({ person: fc.nat(PERSONS - 1), month: fc.nat(11) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), fc.tuple(visits, visits), async (population, [some, more]) => {
        const store = createMemoryStore();
        const first = await publish(store, population, { years: 1, late: some });
        const second = await publish(store, population, { years: 2, late: [...some, ...more] });
        assert.deepEqual(
          await said(store, second, successiveCube(2), '2023'),
          await said(store, first, successiveCube(1), '2023'),
        );
        const family = successiveCube(2).family();
        const tables = [await tablesOf(store, second)];
        const former = [{ manifest: first, tables: await tablesOf(store, first) }];
        const audit = auditSuccession(family, tables, former, periodsOf(family, former), 5);
        assert.ok(audit.hidden > 0 && tellsNothing(audit));
      }),
      { numRuns: 8, seed: 20_261_121 },
    );
  });

  it('keeps closed years under the other methods too', async () => {
    const policies: Policy[] = [
      { method: 'round', threshold: 5, base: 5, outsideRelease: 'refuse' },
      { method: 'perturb', threshold: 5, noise: { most: 8, variance: 6 }, outsideRelease: 'refuse' },
    ];
    for (const policy of policies) {
      const change: Change = (definition) => ({ ...definition, policy });
      const store = createMemoryStore();
      const first = await publish(store, 5, { years: 1, change });
      const second = await publish(store, 5, { years: 2, change, late: [{ person: 9, month: 3 }] });
      assert.deepEqual(
        await said(store, second, successiveCube(2), '2023'),
        await said(store, first, successiveCube(1), '2023'),
      );
    }
  });
});

describe('a release that cannot follow another', () => {
  const refused: readonly (readonly [string, Change, RegExp])[] = [
    ['a laxer policy', (d) => ({ ...d, policy: { ...d.policy, threshold: 3 } }), /policy has changed/],
    ['a stricter policy', (d) => ({ ...d, policy: { ...d.policy, threshold: 7 } }), /policy has changed/],
    [
      'another measure',
      (d) => ({ ...d, measures: d.measures.filter(({ id }) => id !== 'days') }),
      /measures has changed/,
    ],
    [
      'other members',
      (d) => ({
        ...d,
        dimensions: d.dimensions.map((each) =>
          each.id === 'form'
            ? { ...each, members: { codeList: 'sex' }, levels: [{ ...each.levels[0]!, id: 'sex' }] }
            : each,
        ),
        release: { cuboids: d.release.cuboids.slice(0, 1) },
      }),
      /dimension form has changed/,
    ],
    [
      'a table more',
      (d) => ({
        ...d,
        release: { cuboids: [...d.release.cuboids, { dimensions: [{ dimension: 'time', level: 'year' }] }] },
      }),
      /table over time.year is new/,
    ],
  ];
  for (const [what, change, reason] of refused) {
    it(`because of ${what}: the one before stays`, async () => {
      const store = createMemoryStore();
      const first = await publish(store, 6, { years: 1 });
      await assert.rejects(publish(store, 6, { years: 2, change }), (error) => {
        assert.ok(error instanceof SuccessionError);
        assert.match(error.message, reason);
        return true;
      });
      assert.deepEqual(await store.current('tiny'), first);
    });
  }

  it('because years are not added at the end', async () => {
    const years =
      (from: number, to: number): Change =>
      (definition) => ({
        ...definition,
        dimensions: definition.dimensions.map((each) =>
          each.kind === 'time'
            ? { ...each, members: { calendar: { from: `${from}-01-01`, to: `${to}-12-31` } } }
            : each,
        ),
      });
    const store = createMemoryStore();
    await publish(store, 6, { years: 2 });
    await assert.rejects(publish(store, 6, { years: 1 }), /2024 has been published and is no longer there/);
    await assert.rejects(publish(store, 6, { years: 2, change: years(2022, 2024) }), /must come after 2024/);
    // The oldest year may go, but then it does not come back.
    await publish(store, 6, { years: 2, change: years(2024, 2024) });
    await assert.rejects(publish(store, 6, { years: 2 }), /must come after 2024/);
  });

  it('because the one before cannot be read, or says nothing about its form', async () => {
    const store = createMemoryStore();
    await publish(store, 6, { years: 1 });
    const damaged: ReleaseStore = { ...store, cuboid: () => Promise.reject(new Error('damaged')) };
    await assert.rejects(publish(damaged, 6, { years: 2 }), /cannot be read/);
    const nameless: ReleaseStore = {
      ...store,
      history: async (cube) => (await store.history(cube)).map(({ form: _, ...rest }) => rest),
    };
    await assert.rejects(publish(nameless, 6, { years: 2 }), /does not say/);
  });

  it('because made-up numbers would take the place of real ones', async () => {
    const store = createMemoryStore();
    const first = await publish(store, 6, { years: 1 });
    await assert.rejects(publish(store, 7, { years: 2, synthetic: true }), /made-up ones cannot follow/);
    assert.deepEqual(await store.current('tiny'), first);
  });
});

describe('a family that follows its release before', () => {
  it('makes again what was interrupted, and goes on from what all its cubes have', async () => {
    const cubes = (years: number): readonly CubeModel[] =>
      readCubes(
        [tinyDefinition(), tinyPartDefinition()].map((definition) => successiveDefinition(definition, years)),
        tinyCodeLists,
      );
    const memory = createMemoryStore();
    const publishFamily = (years: number, store = memory): Promise<ReleaseManifest> =>
      publishCube({
        cube: cubes(years)[0]!,
        engine: createMemoryEngine(partRegisters(registersAfter(years, 200, 3))),
        store,
        seed,
        synthetic: false,
        effort: 0,
        clock: () => new Date(0),
      });
    const stopped: ReleaseStore = {
      ...memory,
      publish: (release, tables) =>
        release.cube === 'tiny-part' ? Promise.reject(new Error('stopped')) : memory.publish(release, tables),
    };
    const places = async (): Promise<(number | undefined)[]> =>
      Promise.all(['tiny', 'tiny-part'].map(async (id) => (await memory.current(id))?.sequence));
    await assert.rejects(publishFamily(1, stopped), /stopped/);
    assert.deepEqual(await places(), [1, undefined]);
    const first = await publishFamily(1);
    assert.deepEqual(await places(), [1, 1]);
    await assert.rejects(publishFamily(2, stopped), /stopped/);
    assert.deepEqual(await places(), [2, 1]);
    const second = await publishFamily(2);
    assert.deepEqual([await places(), second.predecessor], [[2, 2], first.id]);
    assert.equal((await memory.history('tiny')).length, 2);
  });
});

describe('what does not stand in the way of the next release', () => {
  it('words, rates, rights, and tables that are no longer published', async () => {
    const store = createMemoryStore();
    const first = await publish(store, 8, { years: 1 });
    const change: Change = (definition) => ({
      ...definition,
      name: { da: 'ny', en: 'new' },
      measures: definition.measures.filter(({ kind }) => kind !== 'rate'),
      policy: { ...definition.policy, outsideRelease: { analyst: ['extend'] } } as Policy,
      release: { cuboids: definition.release.cuboids.slice(0, 1) },
    });
    const second = await publish(store, 8, { years: 2, change });
    assert.deepEqual([second.predecessor, second.cuboids.length], [first.id, 1]);
  });

  it('made-up numbers before: each population of those begins anew', async () => {
    const store = createMemoryStore();
    const first = await publish(store, 8, { years: 1, synthetic: true });
    const second = await publish(store, 9, { years: 2, synthetic: true });
    assert.deepEqual([second.sequence, second.predecessor], [1, undefined]);
    assert.deepEqual(await store.history('tiny'), [second]);
    await assert.rejects(store.cuboid(first, 0), RangeError);
    const real = await publish(store, 8, { years: 2 });
    assert.deepEqual(await store.history('tiny'), [real]);
  });
});
