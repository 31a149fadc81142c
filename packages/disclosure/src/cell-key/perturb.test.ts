import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { drawContacts, drawsFrom, HIERARCHIES, CUBOIDS, MEASURES } from '../fixtures/population.ts';
import { type Contact, tabulate } from '../fixtures/tabulate.ts';
import { narrowRanges } from '../rounding/rounded-bounds.ts';
import { additiveEquations, rowsOfCells } from '../system/equations.ts';
import { jointValues, numberCells } from '../table/joint-cells.ts';
import type { CuboidShape, RawRelease } from '../table/raw-release.ts';
import { relationsOf } from '../table/relations.ts';
import { perturbCells, perturbRelease } from './perturb.ts';
import { addKeys, recordKey, recordKeys } from './record-keys.ts';

const secret = Uint8Array.from({ length: 32 }, (_, at) => 3 * at + 1);
const records = recordKeys(secret);
const rule = { threshold: 5, noise: { most: 8, variance: 6 } };

/** A release with its keys: the persons of every cell one by one, each counted alone. */
function keyed(
  contacts: readonly Contact[],
  cuboids: readonly CuboidShape[] = CUBOIDS,
): { release: RawRelease; keys: Float64Array[] } {
  const release = tabulate(contacts, HIERARCHIES, MEASURES, cuboids);
  const keys = release.cuboids.map(({ values }) => new Float64Array(values[0]!.length));
  for (const [person, own] of Map.groupBy(contacts, (contact) => contact.person)) {
    tabulate(own, HIERARCHIES, MEASURES, cuboids).cuboids.forEach(({ values }, position) => {
      values[0]!.forEach((there, cell) => {
        const key = keys[position]!;
        if (there > 0) key[cell] = addKeys(key[cell]!, recordKey(records, person));
      });
    });
  }
  return { release, keys };
}

/** One row of cells with sets of persons given by number. */
function countSets(sets: readonly (readonly number[])[]): number[] {
  const values = Float64Array.from(sets, (set) => set.length);
  const keys = Float64Array.from(sets, (set) =>
    set.reduce((key, person) => addKeys(key, recordKey(records, person)), 0),
  );
  const table = perturbCells(
    {
      dimensions: [{ id: 'set', size: sets.length }],
      measures: [{ id: 'persons', kind: 'persons', values }],
      keys,
    },
    rule,
    secret,
  );
  return [...table.columns(0).value];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('cells by key', () => {
  const { release, keys } = keyed(drawContacts(drawsFrom(5), 150));
  const tables = perturbRelease(release, keys, rule, secret);

  it('are perturbed in every number, by no more than is said, and never a small count', () => {
    let [moved, filled] = [0, 0];
    tables.forEach((table, position) => {
      const [persons, contacts, days, population] = [0, 1, 2, 3];
      for (let cell = 0; cell < table.cells; cell++) {
        for (const measure of [persons, contacts, days])
          assert.equal(table.status(measure, cell), 'perturbed');
        assert.equal(table.status(population, cell), 'published');
        assert.equal(table.value(population, cell), 1000);
        const truth = release.cuboids[position]!.values[0]![cell]!;
        const shown = table.value(persons, cell)!;
        assert.ok(shown === 0 || shown >= 5);
        assert.ok(Math.abs(shown - truth) <= 8);
        if (truth === 0) assert.equal(shown, 0);
        if (shown === 0) assert.deepEqual([table.value(contacts, cell), table.value(days, cell)], [0, 0]);
        assert.ok(table.value(contacts, cell)! >= shown && Number.isInteger(table.value(days, cell)));
        if (truth > 0) filled++;
        if (truth !== shown) moved++;
      }
    });
    assert.ok(moved > 0.8 * filled, `${moved} of ${filled}`);
  });

  it('say the same of the same persons in every cuboid, whichever are published, and in a later release', () => {
    const shared = new Map<string, number>();
    tables.forEach((table, position) => {
      for (let cell = 0; cell < table.cells; cell++) {
        const persons = release.cuboids[position]!.values[0]![cell]!;
        const name = `${persons} ${keys[position]![cell]}`;
        const before = shared.get(name) ?? table.value(0, cell)!;
        shared.set(name, table.value(0, cell)!);
        assert.equal(table.value(0, cell), before);
      }
    });
    const alone = keyed(drawContacts(drawsFrom(5), 150), CUBOIDS.slice(1, 2));
    const [again] = perturbRelease(alone.release, alone.keys, rule, secret);
    assert.deepEqual(again!.columns(0), tables[1]!.columns(0));
    assert.deepEqual(again!.columns(1), tables[1]!.columns(1));
    const [other] = perturbRelease(alone.release, alone.keys, rule, secret.with(0, 99));
    assert.notDeepEqual(other!.columns(0), tables[1]!.columns(0));
  });

  it('are right on average, contacts too', () => {
    for (const size of [1, 2, 4, 5, 9, 40]) {
      const draws = 4000;
      const persons = new Float64Array(draws).fill(size);
      const contacts = new Float64Array(draws).fill(3 * size);
      const table = perturbCells(
        {
          dimensions: [{ id: 'draw', size: draws }],
          measures: [
            { id: 'persons', kind: 'persons', values: persons },
            { id: 'contacts', kind: 'events', values: contacts },
          ],
          keys: Float64Array.from({ length: draws }, (_, key) => key),
        },
        rule,
        secret,
      );
      const mean = (measure: number): number =>
        table.columns(measure).value.reduce((sum, value) => sum + value, 0) / draws;
      // Five standard errors of a variance of at most 8.
      assert.ok(Math.abs(mean(0) - size) < 5 * Math.sqrt(8 / draws), `${size}: ${mean(0)}`);
      assert.ok(Math.abs(mean(1) - 3 * size) < 15 * Math.sqrt(16 / draws) + 0.3, `${size}: ${mean(1)}`);
    }
  });

  it('refuse what does not fit', () => {
    const [cuboid] = release.cuboids;
    assert.throws(() => perturbRelease(release, keys.slice(1), rule, secret), RangeError);
    assert.throws(
      () => perturbRelease({ ...release, cuboids: [cuboid!] }, [new Float64Array(3)], rule, secret),
      RangeError,
    );
    const two = {
      ...release,
      measures: release.measures.map((each) => ({ ...each, kind: 'persons' as const })),
    };
    assert.throws(() => perturbRelease(two, keys, rule, secret), /exactly one/);
    assert.throws(() => perturbRelease(release, keys, { ...rule, threshold: 9 }, secret), RangeError);
    const none = keys.map((each) => each.map(() => 0));
    assert.throws(() => perturbRelease(release, none, rule, secret), /no keys/);
    const wide = keys.map((each) => each.map((key) => key + 2 ** 31));
    assert.throws(() => perturbRelease(release, wide, rule, secret), /below the modulus/);
  });
});

describe('an attack on noise', () => {
  it('averages nothing out by asking for the same persons again, however it is put', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(range(0, 60), { minLength: 1 }), fc.nat(), (persons, turn) => {
        const turned = [...persons.slice(turn % persons.length), ...persons.slice(0, turn % persons.length)];
        // In two parts that are put together, as marginals are.
        assert.deepEqual(
          countSets([persons, turned, persons.toReversed()]),
          new Array(3).fill(countSets([persons])[0]),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('learns from sets that differ by one person no more than from two throws of the noise', () => {
    // Does the person belong to the group? The difference is that of two independent draws of variance 6.
    const differences = range(0, 3000).map((base) => {
      const group = range(1000 * base, 1000 * base + 50);
      const [without, withOne] = countSets([group, [...group, 1000 * base + 999]]);
      return withOne! - without!;
    });
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
    const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / differences.length;
    assert.ok(Math.abs(mean - 1) < 5 * Math.sqrt(12 / 3000), `${mean}`);
    assert.ok(Math.abs(variance - 12) < 1.5, `${variance}`);
    // A guess by the sign of the difference is right little more often than a coin.
    const right = differences.filter((each) => each >= 1).length / differences.length;
    assert.ok(right < 0.62, `${right}`);
  });

  it('narrows no small count to fewer than three numbers by what a release says together', () => {
    // Every number is within 8 of the truth, and the true ones add up over residence and sex.
    for (const draw of range(0, 4)) {
      const { release, keys } = keyed(drawContacts(drawsFrom(draw), 120));
      const tables = perturbRelease(release, keys, rule, secret);
      const cells = numberCells(release);
      const adds = MEASURES[0]!.additiveOver;
      const equations = additiveEquations(
        release,
        release.hierarchies.map(relationsOf),
        cells,
        (h) => adds[h]!,
      );
      const shown = Float64Array.from(cells.key, (_, id) =>
        tables[cells.cuboid[id]!]!.value(0, cells.place[id]!)!,
      );
      const bounds = {
        low: shown.map((number) => Math.max(0, number - 8)),
        high: shown.map((number) => number + 8),
      };
      const all = new Uint8Array(equations.rows).fill(1);
      narrowRanges(equations, rowsOfCells(equations, cells.count), all, bounds);
      let small = 0;
      jointValues(release, cells, 0).forEach((truth, id) => {
        assert.ok(truth >= bounds.low[id]! && truth <= bounds.high[id]!);
        if (truth === 0 || truth > 4) return;
        small++;
        assert.ok(bounds.high[id]! - bounds.low[id]! >= 2, `${bounds.low[id]} to ${bounds.high[id]}`);
      });
      assert.ok(small > 100);
    }
  });

  it('is not hindered by noise alone: 1,000 pairs of salted sets give a small count away, as is said', () => {
    // The attacker asks for the target group together with other persons, and for those others alone.
    const errors = range(0, 12).map((target) => {
      const size = 1 + (target % 4);
      const group = range(target * 10, target * 10 + size);
      const draw = drawsFrom(target);
      const gains = range(0, 1000).map(() => {
        const salt = range(0, 300)
          .filter(() => draw() < 0.2)
          .map((each) => 10_000 + each);
        const [both, alone] = countSets([[...group, ...salt], salt]);
        return both! - alone!;
      });
      return gains.reduce((sum, each) => sum + each, 0) / gains.length - size;
    });
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    assert.ok(spread > 0.06 && spread < 0.17, `${spread}`); // √(2 × 6 ÷ 1000) = 0.11
    assert.ok(errors.filter((error) => Math.round(error) === 0).length >= 11);
  });
});
