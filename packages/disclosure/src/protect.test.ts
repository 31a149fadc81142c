import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRelease } from './attack/audit-release.ts';
import { CUBOIDS, drawRelease, HIERARCHIES, MEASURES } from './fixtures/population.ts';
import { determinedBySpan } from './fixtures/span-oracle.ts';
import { protect, type ProtectedRelease, type ProtectOptions } from './protect.ts';
import { ProtectionError } from './secondary/repair.ts';
import type { RawRelease } from './table/raw-release.ts';

const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
const safe = { determined: 0, givenAway: 0, tooSmall: 0, differences: 0 };

function seeded(byte: number): ProtectOptions {
  return { policy, seed: new Uint8Array(32).fill(byte), effort: 0.2 };
}

function hiddenCells({ tables }: ProtectedRelease): string {
  return tables.map((table) => table.columns(0).status.join('')).join('|');
}

function audit(release: RawRelease, { tables }: ProtectedRelease): object {
  const { determined, givenAway, tooSmall, differences } = auditRelease(release, tables, policy.threshold);
  return { determined, givenAway, tooSmall, differences };
}

test('any population: linked cuboids, persons and contacts, nothing is given away', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 255 }),
      (seed, persons, byte) => {
        const release = drawRelease(seed, persons);
        assert.deepEqual(audit(release, protect(release, seeded(byte))), safe);
      },
    ),
    { numRuns: 25 },
  );
});

test('contacts add over time and sector, persons do not: the pattern is safe for both', () => {
  // Populations where a pattern that is safe for persons gives contacts away.
  for (const [seed, persons, byte] of [
    [89, 494, 89],
    [102, 275, 102],
    [115, 56, 115],
    [275, 376, 19],
  ] as const) {
    const release = drawRelease(seed, persons);
    assert.deepEqual(audit(release, protect(release, seeded(byte))), safe);
  }
});

test('small releases are safe by exact rational arithmetic too, in every measure', () => {
  const cuboids = [CUBOIDS[1]!, { dimensions: [0, 2, 4], depth: [1, 1, 1] }];
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 5, max: 150 }), (seed, persons) => {
      const release = drawRelease(seed, persons, cuboids);
      const { tables } = protect(release, seeded(1));
      MEASURES.forEach(({ kind, additiveOver }, measure) => {
        if (kind === 'public') return;
        const hidden = (cuboid: number, cell: number): boolean =>
          tables[cuboid]!.status(measure, cell) === 'suppressed';
        assert.equal(determinedBySpan(release, additiveOver, hidden).size, 0);
      });
    }),
    { numRuns: 12 },
  );
});

test('primary cells and only whole rows of status: hidden in all measures, public figures never', () => {
  const release = drawRelease(7, 200);
  const { tables } = protect(release, seeded(1));
  release.cuboids.forEach(({ values }, position) => {
    const table = tables[position]!;
    for (let cell = 0; cell < table.cells; cell++) {
      const persons = values[0]![cell]!;
      if (persons > 0 && persons < 5) assert.equal(table.status(0, cell), 'suppressed');
      if (persons === 0) assert.equal(table.value(0, cell), 0);
      assert.equal(table.status(1, cell), table.status(0, cell));
      assert.equal(table.status(2, cell), table.status(0, cell));
      assert.equal(table.value(3, cell), 1000);
      if (table.status(0, cell) === 'suppressed') assert.equal(table.columns(1).value[cell], 0);
      else assert.equal(table.value(1, cell), values[1]![cell]);
    }
  });
});

test('a seed gives one pattern; another seed another one, with the same primary cells', () => {
  const release = drawRelease(11, 300);
  const patterns = [1, 1, 2, 3, 4].map((byte) => protect(release, seeded(byte)));
  assert.equal(hiddenCells(patterns[0]!), hiddenCells(patterns[1]!));
  assert.ok(new Set(patterns.map(hiddenCells)).size > 2);
  assert.equal(new Set(patterns.map(({ report }) => report.primary)).size, 1);
});

test('cuboids that are decided one by one leak together; decided as one they do not', () => {
  const release = drawRelease(3, 250);
  const separate = release.cuboids.flatMap(
    (cuboid, position) => protect({ ...release, cuboids: [cuboid] }, seeded(position)).tables,
  );
  const leak = auditRelease(release, separate, 5);
  assert.ok(leak.determined + leak.givenAway > 0, 'the cuboids must have something to leak');
  assert.deepEqual(audit(release, protect(release, seeded(1))), safe);
});

test('a cell that two cuboids show has one status', () => {
  const release = drawRelease(5, 300);
  const { tables } = protect(release, seeded(1));
  // Residence × year of the first cuboid (all sexes) is residence × year of the third (all sectors).
  for (let residence = 0; residence < 10; residence++) {
    for (let year = 0; year < 2; year++) {
      assert.equal(
        tables[0]!.status(0, residence * 3 * 10 + year),
        tables[2]!.status(0, (residence * 2 + year) * 4),
      );
    }
  }
});

test('protected zeros are hidden, and nothing is determined', () => {
  const release = drawRelease(9, 200);
  const result = protect(release, { ...seeded(1), policy: { ...policy, zeros: 'protected' } });
  assert.deepEqual(audit(release, result), safe);
  release.cuboids.forEach(({ values }, position) =>
    values[0]!.forEach((persons, cell) => {
      if (persons < 5) assert.equal(result.tables[position]!.value(0, cell), null);
    }),
  );
});

test('refuses what it cannot judge', () => {
  const release = drawRelease(1, 50);
  const broken = release.cuboids.map((cuboid, position) =>
    position > 0
      ? cuboid
      : {
          ...cuboid,
          values: cuboid.values.map((values, measure) =>
            measure === 0 ? values.map((v, cell) => v + (cell === 0 ? 1 : 0)) : values,
          ),
        },
  );
  assert.throws(
    () => protect({ ...release, cuboids: [broken[0]!] }, seeded(1)),
    /persons does not add up over residence/,
  );
  assert.throws(() => protect({ ...release, cuboids: broken }, seeded(1)), /shares a cell/);
  assert.throws(
    () => protect({ ...release, measures: MEASURES.slice(1) }, seeded(1)),
    /needs a measure of kind persons/,
  );
  assert.throws(() => protect(release, { policy, seed: new Uint8Array(16) }), /32 bytes/);
  assert.throws(() => protect({ ...release, hierarchies: HIERARCHIES.slice(1) }, seeded(1)), RangeError);
});

test('tells how far it is, and how long it took by the clock it was given', () => {
  const steps: string[] = [];
  let now = 0;
  const { report } = protect(drawRelease(2, 100), {
    ...seeded(1),
    onProgress: (step, done, of) => steps.push(`${step} ${done}/${of}`),
    clock: () => (now += 500),
  });
  assert.equal(steps[0], 'cells 0/600');
  assert.equal(steps.at(-1), 'tables 500/600');
  const done = steps.map((step) => Number(/ (\d+)\//.exec(step)![1]));
  assert.deepEqual(
    done,
    done.toSorted((a, b) => a - b),
  );
  assert.equal(report.seconds, 0.5);
  assert.equal(report.determined, 0);
});

test('the order in which cuboids are declared changes neither what is primary nor that all is safe', () => {
  const release = drawRelease(21, 300);
  const turned = { ...release, cuboids: release.cuboids.toReversed() };
  const there = protect(release, seeded(1));
  const back = protect(turned, seeded(1));
  assert.equal(there.report.primary, back.report.primary);
  assert.deepEqual(audit(turned, back), safe);
});

test('refuses registers that contradict themselves: contacts or days without persons, what is no number', () => {
  const release = drawRelease(1, 50);
  const nobody = release.cuboids[0]!.values[0]!.indexOf(0);
  const change = (measure: number, cell: number, value: number): RawRelease => ({
    ...release,
    cuboids: [
      {
        ...release.cuboids[0]!,
        values: release.cuboids[0]!.values.map((values, at) =>
          at === measure ? values.with(cell, value) : values,
        ),
      },
    ],
  });
  assert.throws(
    () => protect(change(1, nobody, 3), seeded(1)),
    /contacts is not 0 where there are no persons/,
  );
  assert.throws(() => protect(change(2, nobody, 3), seeded(1)), /days is not 0 where there are no persons/);
  assert.throws(() => protect(change(1, 0, NaN), seeded(1)), /contacts must be whole numbers/);
  assert.throws(() => protect(change(2, 0, NaN), seeded(1)), /days must be numbers/);
});

test('what was decided before stays: published cells stay published, hidden ones hidden, or it is refused', () => {
  let kept = 0;
  for (const seed of [13, 14, 15, 16, 17, 18]) {
    const release = drawRelease(seed, 900);
    const first = protect({ ...release, cuboids: release.cuboids.slice(0, 2) }, seeded(1));
    const standing: ProtectOptions['standing'] = (cuboid, cell) => {
      const status = first.tables[cuboid]?.status(0, cell);
      return status === 'published' || status === 'suppressed' ? status : undefined;
    };
    try {
      const all = protect(release, { ...seeded(2), standing });
      assert.deepEqual(audit(release, all), safe);
      for (const [position, table] of first.tables.entries()) {
        assert.deepEqual(all.tables[position]!.columns(0).status, table.columns(0).status);
      }
      kept++;
    } catch (error) {
      if (!(error instanceof ProtectionError)) throw error;
    }
  }
  assert.ok(kept > 0, 'an extension must be possible somewhere');
});

test('a small count that has been published before cannot be protected any more', () => {
  const release = drawRelease(13, 300);
  assert.throws(() => protect(release, { ...seeded(1), standing: () => 'published' }), /published before/);
});
