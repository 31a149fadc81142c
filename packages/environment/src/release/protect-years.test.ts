import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditRelease, cutTable, nodesUnder, TooSparseError } from '@datakube/disclosure';
import { createMemoryEngine } from '../engines/memory/memory-engine.ts';
import { tinyFamily, tinyFamilyRegisters } from '../testing/tiny-part.ts';
import { timeOf } from './closed-periods.ts';
import { type ProtectYear, protectYears, type Years } from './protect-years.ts';
import { suppressRelease, type SuppressOptions } from './suppress-release.ts';
import { tabulateFamily } from './tabulate-family.ts';

const family = tinyFamily();
const release = await tabulateFamily(createMemoryEngine(tinyFamilyRegisters(250, 4)), family);
const { definition, members } = timeOf(family[0]!);
const hierarchy = release.hierarchies.findIndex(({ id }) => id === definition.id);
const time = release.hierarchies[hierarchy]!;
const years: Years = {
  hierarchy,
  nodes: Int32Array.from(members.keys()),
  codes: members.map((member) => member!.code),
};
const options = {
  policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
  seed: new Uint8Array(32).fill(5),
  effort: 0,
  synthetic: true,
} as const;

describe('years that are protected apart', () => {
  it('are a safe release of the same shape, with the same numbers', async () => {
    const { tables, report } = await protectYears(release, years, options);
    const { determined, givenAway, tooSmall, differences } = auditRelease(release, tables, 5);
    assert.deepEqual([determined, givenAway, tooSmall, differences], [0, 0, 0, 0]);
    release.cuboids.forEach(({ values }, position) => {
      const table = tables[position]!;
      table.shape.measures.forEach((id, measure) => {
        const truth = values[release.measures.findIndex((each) => each.id === id)]!;
        assert.equal(table.cells, truth.length);
        truth.forEach((number, cell) => {
          const shown = table.value(measure, cell);
          assert.ok(shown === null || shown === number);
        });
      });
    });
    assert.ok(report.primary > 0 && report.secondary > 0);
  });

  it('do not depend on one another', async () => {
    const whole = await protectYears(release, years, options);
    const last = nodesUnder(time, [1]);
    const alone = await protectYears(release, { ...years, nodes: last }, options);
    alone.tables.forEach((table, position) => {
      const cut = cutTable(whole.tables[position]!, definition.id, last);
      assert.deepEqual(table.shape, cut.shape);
      table.shape.measures.forEach((_, measure) =>
        assert.deepEqual(table.columns(measure), cut.columns(measure)),
      );
    });
  });

  it('have seeds of their own, and share effort, patience and progress', async () => {
    const given: SuppressOptions[] = [];
    const shares: number[] = [];
    const protectYear: ProtectYear = (year, own) => {
      given.push(own);
      return Promise.resolve(suppressRelease(year, own));
    };
    await protectYears(release, years, {
      ...options,
      effort: 0.002,
      protectYear,
      onProgress: (_, done, of) => shares.push(done / of),
    });
    const seeds = [options.seed, ...given.map(({ seed }) => seed)];
    assert.equal(new Set(seeds.map((seed) => seed.join())).size, 3);
    assert.deepEqual(
      given.map(({ effort }) => effort),
      [0.001, 0.001],
    );
    assert.deepEqual(
      given.map(({ patience }) => patience),
      [1000, 1000],
    );
    assert.ok(shares.length > 2);
    shares.forEach((share, at) => assert.ok(share <= 1 && share >= (shares[at - 1] ?? 0)));
  });

  it('have no certificate together where one of them has none', async () => {
    let made = 0;
    const protectYear: ProtectYear = (year, own) =>
      Promise.resolve(suppressRelease(year, { ...own, gate: made++ === 0 ? 'exact' : 'certified' }));
    const { report } = await protectYears(release, years, { ...options, protectYear });
    assert.equal(made, 2);
    assert.equal(report.certificate, null);
    assert.ok(report.gates.every((gate) => !gate.includes('certificate')));
  });

  it('end together when one of them fails', async () => {
    const signals: AbortSignal[] = [];
    const protectYear: ProtectYear = (_, __, signal) => {
      signals.push(signal);
      if (signals.length === 1) return new Promise(() => undefined);
      return Promise.reject(new TooSparseError('A year'));
    };
    await assert.rejects(protectYears(release, years, { ...options, protectYear }), TooSparseError);
    assert.ok(signals.length === 2 && signals.every(({ aborted }) => aborted));
  });
});
