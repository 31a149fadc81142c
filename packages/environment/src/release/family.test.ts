import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRelease, protect, type ProtectedTable, type RawRelease } from '@datakube/disclosure';
import { CubeDefinitionError } from '../cubes/definition-fault.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { tinyFamily, tinyFamilyRegisters } from '../testing/tiny-part.ts';
import { joinReleases } from './join-releases.ts';
import { createMemoryStore } from './memory-store.ts';
import { publishCube } from './publish-cube.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';
import { tabulateFamily } from './tabulate-family.ts';

const seed = new Uint8Array(32).fill(5);
const family = tinyFamily();
const engine = createMemoryEngine(tinyFamilyRegisters(250, 4));
const leaks = (release: RawRelease, tables: readonly ProtectedTable[]): number[] => {
  const { determined, givenAway, tooSmall, differences } = auditRelease(release, tables, 5);
  return [determined, givenAway, tooSmall, differences];
};

describe('cubes that count the same events', () => {
  it('give each other away when each is protected on its own', async () => {
    const joint = await tabulateFamily(engine, family);
    const tables: ProtectedTable[] = [];
    for (const cube of family) {
      const { policy } = cube.definition;
      assert.ok(policy.method === 'suppress');
      tables.push(...protect(await tabulateCuboids(engine, cube), { policy, seed, effort: 0 }).tables);
    }
    const [determined, givenAway] = leaks(joint, tables);
    assert.ok(determined! > 0 && givenAway! > 0);
  });

  it('are published as one, whichever is asked for: nothing that one hides stands in the other', async () => {
    const joint = await tabulateFamily(engine, family);
    const names = [];
    for (const cube of family) {
      const store = createMemoryStore();
      const clock = (): Date => new Date(0);
      const manifest = await publishCube({ cube, engine, store, seed, synthetic: true, effort: 0, clock });
      assert.equal(manifest.cube, cube.definition.id);
      const tables: ProtectedTable[] = [];
      for (const { definition } of family) {
        const published = await store.current(definition.id);
        assert.ok(published);
        for (const position of published.cuboids.keys()) tables.push(await store.cuboid(published, position));
      }
      assert.deepEqual(leaks(joint, tables), [0, 0, 0, 0]);
      names.push((await store.current('tiny'))!.id, (await store.current('tiny-part'))!.id);
      // The part does not count days, and does not get them from the whole.
      assert.deepEqual(tables.at(-1)!.shape.measures, ['persons', 'visits', 'population']);
    }
    assert.deepEqual(names.slice(0, 2), names.slice(2));
  });

  it('hide by the strictest of their policies', async () => {
    const strict = tinyFamily((part) => ({ ...part, policy: { ...part.policy, threshold: 8 } }));
    const store = createMemoryStore();
    const clock = (): Date => new Date(0);
    const manifest = await publishCube({
      cube: strict[0]!,
      engine,
      store,
      seed,
      synthetic: true,
      effort: 0,
      clock,
    });
    const table = await store.cuboid(manifest, 0);
    const shown = [...Array(table.cells).keys()].map((cell) => table.value(0, cell) ?? 0);
    assert.ok(shown.every((persons) => persons === 0 || persons >= 8));
  });

  it('must agree on what they share', async () => {
    const [whole, part] = [
      await tabulateCuboids(engine, family[0]!),
      await tabulateCuboids(engine, family[1]!),
    ];
    const at = new Map<string, number>();
    const join = (other: RawRelease) => () =>
      joinReleases([
        { release: whole, at },
        { release: other, at },
      ]);
    const [persons, ...rest] = part.measures;
    const cut = { ...part.hierarchies[0]!, parent: part.hierarchies[0]!.parent.slice(1) };
    assert.throws(
      join({ ...part, hierarchies: [cut, ...part.hierarchies.slice(1)] }),
      /place has other members/,
    );
    assert.throws(
      join({ ...part, measures: [{ ...persons!, kind: 'events' }, ...rest] }),
      /persons is of another kind/,
    );
    const additiveOver = persons!.additiveOver.map((adds) => !adds);
    assert.throws(
      join({ ...part, measures: [{ ...persons!, additiveOver }, ...rest] }),
      /persons adds up over place/,
    );
    // Other events than those of the member: the shared cells do not fit.
    const wrong = tinyFamily((each) => ({ ...each, partOf: { ...each.partOf!, member: 'ward' } }));
    const release = await tabulateFamily(engine, wrong);
    const { policy } = family[0]!.definition;
    assert.ok(policy.method === 'suppress');
    assert.throws(() => protect(release, { policy, seed }), /gives another number/);
  });

  it('are refused when a part does not fit its whole', () => {
    const fault = (partOf: { cube?: string; dimension?: string; member?: string }): string[] => {
      try {
        tinyFamily((part) => ({ ...part, partOf: { ...part.partOf!, ...partOf } }));
        return [];
      } catch (error) {
        assert.ok(error instanceof CubeDefinitionError);
        return error.faults.map(({ pointer }) => pointer);
      }
    };
    assert.deepEqual(fault({}), []);
    assert.deepEqual(fault({ cube: 'other' }), ['/partOf/cube']);
    assert.deepEqual(fault({ cube: 'tiny-part' }), ['/partOf/cube']);
    assert.deepEqual(fault({ dimension: 'disease' }), ['/partOf/dimension']);
    assert.deepEqual(fault({ dimension: 'place', member: 'north' }), ['/partOf/dimension']);
    assert.deepEqual(fault({ member: 'dentist' }), ['/partOf/member']);
  });
});
