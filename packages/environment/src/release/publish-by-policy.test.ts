import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellSetAnswer, type Policy, STATUSES } from '@datakube/contract';
import type { ProtectedTable } from '@datakube/disclosure';
import { tableFromIPC } from 'apache-arrow';
import { createApp } from '../app.ts';
import { createMemoryAuditLog } from '../audit/memory-audit-log.ts';
import { readCubes } from '../cubes/read-cubes.ts';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { NO_SIGN_IN } from '../identity/identity.ts';
import { tinyCodeLists, tinyCube, tinyDefinition } from '../testing/tiny-cube.ts';
import { tinyFamilyRegisters, tinyPartDefinition } from '../testing/tiny-part.ts';
import { tinyRegisters } from '../testing/tiny-registers.ts';
import { checkPublished } from './check-published.ts';
import { shapeOf } from './cuboid-shape.ts';
import { createMemoryStore } from './memory-store.ts';
import { publishCube } from './publish-cube.ts';
import type { ReleaseStore } from './release-store.ts';
import { tabulateCuboids } from './tabulate-cuboids.ts';

const seed = new Uint8Array(32).fill(9);
const noiseSecret = new Uint8Array(32).fill(4);
const clock = (): Date => new Date('2026-01-02T03:04:05Z');
const engine = createMemoryEngine(tinyRegisters(400, 5));
const round: Policy = { method: 'round', threshold: 5, base: 5, outsideRelease: 'refuse' };
const perturb: Policy = {
  method: 'perturb',
  threshold: 5,
  noise: { most: 8, variance: 6 },
  outsideRelease: 'refuse',
};
const cubeBy = (policy: Policy) => tinyCube((definition) => ({ ...definition, policy }));

async function publishedBy(policy: Policy): Promise<{ store: ReleaseStore; tables: ProtectedTable[] }> {
  const store = createMemoryStore();
  const manifest = await publishCube({
    cube: cubeBy(policy),
    engine,
    store,
    seed,
    noiseSecret,
    synthetic: true,
    clock,
  });
  const tables = await Promise.all(manifest.cuboids.map((_, position) => store.cuboid(manifest, position)));
  return { store, tables };
}

describe('a cube is published by its method', () => {
  it('rounded: multiples of the base, no small count, zeros as they are', async () => {
    const { tables } = await publishedBy(round);
    const truth = await tabulateCuboids(engine, cubeBy(round));
    let [hidden, shown] = [0, 0];
    tables.forEach((table, position) => {
      for (let cell = 0; cell < table.cells; cell++) {
        const persons = truth.cuboids[position]!.values[0]![cell]!;
        if (persons > 0 && persons < 5) assert.equal(table.status(0, cell), 'suppressed');
        if (table.status(0, cell) === 'suppressed') hidden++;
        else {
          shown++;
          assert.equal(table.status(0, cell), 'rounded');
          assert.equal(table.value(0, cell)! % 5, 0);
          assert.equal(table.value(0, cell) === 0, persons === 0);
        }
      }
    });
    assert.ok(hidden > 0 && shown > hidden);
  });

  it('perturbed: every number, and the same in every cube of the family and in every release', async () => {
    const { tables } = await publishedBy(perturb);
    const again = await publishedBy(perturb);
    tables.forEach((table, position) => {
      assert.ok(table.columns(0).status.every((status) => STATUSES[status] === 'perturbed'));
      assert.deepEqual(table.columns(1), again.tables[position]!.columns(1));
    });
    const family = readCubes(
      [tinyDefinition(), tinyPartDefinition()].map((definition) => ({ ...definition, policy: perturb })),
      tinyCodeLists,
    );
    const store = createMemoryStore();
    const common = { seed, noiseSecret, synthetic: true, clock, store };
    await publishCube({
      cube: family[1]!,
      engine: createMemoryEngine(tinyFamilyRegisters(250, 4)),
      ...common,
    });
    const [whole, part] = await Promise.all(
      ['tiny', 'tiny-part'].map(async (id) =>
        store.cuboid((await store.current(id))!, id === 'tiny' ? 1 : 0),
      ),
    );
    // Region by month at the general practitioner, in the whole beside other sectors, in the part at all ages.
    const [wide, narrow] = family.map((cube, at) => shapeOf(cube, cube.definition.release.cuboids[1 - at]!));
    const gp = family[0]!.dimension('sector')!.nodeOf.get('gp')!;
    let compared = 0;
    for (let region = 0; region < wide!.sizes[0]!; region++) {
      for (let month = 0; month < wide!.sizes[1]!; month++) {
        const inWhole = region * wide!.strides[0]! + month * wide!.strides[1]! + gp * wide!.strides[2]!;
        const inPart = region * narrow!.strides[0]! + month * narrow!.strides[2]!;
        for (const measure of ['persons', 'visits']) {
          const [one, other] = [whole!, part!].map((table) => table.shape.measures.indexOf(measure));
          assert.equal(whole!.value(one!, inWhole), part!.value(other!, inPart));
        }
        compared++;
      }
    }
    assert.ok(compared > 50);
  });

  it('not at all, without the secret that noise is made from', async () => {
    const store = createMemoryStore();
    const publication = publishCube({ cube: cubeBy(perturb), engine, store, seed, synthetic: true, clock });
    await assert.rejects(publication, /needs a secret/);
    assert.equal(await store.current('tiny'), undefined);
  });

  it('and not when the last look finds numbers of another method', async () => {
    const [rounded, noisy] = [await publishedBy(round), await publishedBy(perturb)];
    checkPublished(cubeBy(round), rounded.tables);
    checkPublished(cubeBy(perturb), noisy.tables);
    assert.throws(() => checkPublished(tinyCube(), rounded.tables), /does not know/);
    assert.throws(() => checkPublished(cubeBy(round), noisy.tables), /does not know|not rounded/);
    assert.throws(() => checkPublished(cubeBy({ ...round, base: 3 }), rounded.tables), /not rounded/);
    assert.throws(
      () => checkPublished(cubeBy({ ...perturb, threshold: 8 }), noisy.tables),
      /below the threshold/,
    );
  });
});

describe('an answer from a cube that is not exact', () => {
  const question = {
    rows: [{ dimension: 'place', level: 'region' }],
    columns: [{ dimension: 'sex', level: 'sex' }],
    measures: ['persons', 'share'],
    filters: [],
    totals: true,
  };

  for (const [policy, status] of [
    [round, 'rounded'],
    [perturb, 'perturbed'],
  ] as const) {
    it(`says ${status} of every number, rates too, in every format`, async () => {
      const { store } = await publishedBy(policy);
      const app = createApp({
        cubes: [cubeBy(policy)],
        releases: store,
        audit: createMemoryAuditLog(),
        identity: NO_SIGN_IN,
        profile: 'production',
        clock,
      });
      const ask = async (format: string): Promise<Response> => {
        const answer = await app.request(`/v1/cubes/tiny/query?format=${format}`, {
          method: 'POST',
          body: JSON.stringify(question),
          headers: { 'Content-Type': 'application/json' },
        });
        assert.equal(answer.status, 200, await answer.clone().text());
        return answer;
      };
      const { cells, notes } = CellSetAnswer.parse(await (await ask('json')).json());
      const said = notes.find(({ code }) => code === status)!.text;
      assert.match(said.da, policy === round ? /afrundet til nærmeste 5 / : /personer med op til 8\)/);
      assert.match(said.en, policy === round ? /rounded to the nearest 5 / : /persons by up to 8\)/);
      const { persons, share } = cells;
      // Rounding hides a cell here and there; what is shown is never exact.
      assert.ok(
        persons!.status.every((each) => each === status || (each === 'suppressed' && policy === round)),
      );
      assert.ok(persons!.status.filter((each) => each === status).length > 5);
      assert.deepEqual(share!.status, persons!.status);
      const lines = (await (await ask('csv')).text()).trim().split('\r\n').slice(1);
      assert.deepEqual(
        // The record comes last, on the first line alone.
        lines.map((line) =>
          line
            .replace(/[;,]("\{.*\}")?$/, '')
            .split(/[;,]/)
            .at(-1),
        ),
        persons!.status,
      );
      const arrow = tableFromIPC(new Uint8Array(await (await ask('arrow')).arrayBuffer()));
      for (const id of ['persons', 'share']) {
        assert.deepEqual([...arrow.getChild(`${id}_status`)!], cells[id]!.status);
        assert.deepEqual([...arrow.getChild(id)!], cells[id]!.value);
      }
    });
  }
});
