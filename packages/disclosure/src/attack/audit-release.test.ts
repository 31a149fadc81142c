import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatHierarchy } from '../fixtures/hierarchies.ts';
import { drawRelease } from '../fixtures/population.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import { protect } from '../protect.ts';
import { makeProtectedTable, type ProtectedTable, SUPPRESSED } from '../table/protected-table.ts';
import type { RawRelease } from '../table/raw-release.ts';
import { auditRelease } from './audit-release.ts';

/** Publishes the first cuboid of a release with the given cells hidden, for one measure or for all. */
function publish(release: RawRelease, hidden: readonly number[], measure?: number): ProtectedTable {
  const { dimensions, values } = release.cuboids[0]!;
  const shape = {
    dimensions: dimensions.map((h) => ({
      id: release.hierarchies[h]!.id,
      size: release.hierarchies[h]!.parent.length,
    })),
    measures: release.measures.map(({ id }) => id),
  };
  const columns = values.map((truth, at) => {
    const hides = measure === undefined || measure === at;
    return {
      value: truth.map((value, cell) => (hides && hidden.includes(cell) ? 0 : value)),
      status: Uint8Array.from(truth, (_, cell) => (hides && hidden.includes(cell) ? SUPPRESSED : 0)),
    };
  });
  return makeProtectedTable(shape, columns);
}

test('sees a determined cell, a published small count, and cells in balance', () => {
  const sizes = [2, 2];
  const release = smallTable(sizes, [3, 20, 14, 30]);
  const inner = cellAt(sizes, 1, 1);
  assert.deepEqual(auditRelease(release, [publish(release, [])], 5), {
    hidden: 0,
    determined: 0,
    givenAway: 0,
    tooSmall: 1,
    differences: 0,
  });
  assert.equal(auditRelease(release, [publish(release, [inner])], 5).determined, 1);
  const square = [inner, cellAt(sizes, 1, 2), cellAt(sizes, 2, 1), cellAt(sizes, 2, 2)];
  assert.equal(auditRelease(release, [publish(release, square)], 5).determined, 0);
});

test('sees a cell that one cuboid hides and another shows, and measures of different status', () => {
  const release = smallTable([4], [3, 20, 4, 30]);
  const twice = { ...release, cuboids: [release.cuboids[0]!, release.cuboids[0]!] };
  const shown = [publish(release, [1, 2]), publish(release, [1, 3])];
  assert.equal(auditRelease(twice, shown, 5).givenAway, 2);
  const measures = [release.measures[0]!, { id: 'contacts', kind: 'events' as const, additiveOver: [true] }];
  const values = release.cuboids[0]!.values[0]!;
  const both = { ...release, measures, cuboids: [{ ...release.cuboids[0]!, values: [values, values] }] };
  assert.equal(auditRelease(both, [publish(both, [1, 3], 0)], 5).givenAway, 2);
});

test('sees persons with the wider code only, published or calculated', () => {
  // 20 citizens, 17 of them with the disease: 3 without it.
  const release: RawRelease = {
    hierarchies: [flatHierarchy('disease', 1), flatHierarchy('sex', 2)],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [false, true] }],
    cuboids: [{ dimensions: [0, 1], depth: [1, 1], values: [Float64Array.of(40, 20, 20, 27, 17, 10)] }],
  };
  assert.equal(auditRelease(release, [publish(release, [])], 5).differences, 1);
  // Hidden, but 27 − 10 gives it all the same.
  const naive = auditRelease(release, [publish(release, [4])], 5);
  assert.deepEqual([naive.determined, naive.differences], [1, 1]);
  const { tables, report } = protect(release, {
    policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
    seed: new Uint8Array(32),
  });
  const found = auditRelease(release, tables, 5);
  assert.deepEqual([found.determined, found.differences], [0, 0]);
  assert.deepEqual([report.primary, report.secondary], [0, 2]);
});

test('finds nothing when everything is published and nobody is few', () => {
  const release = drawRelease(1, 0);
  const { tables } = protect(release, {
    policy: { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' },
    seed: new Uint8Array(32),
  });
  assert.deepEqual(auditRelease(release, tables, 5), {
    hidden: 0,
    determined: 0,
    givenAway: 0,
    tooSmall: 0,
    differences: 0,
  });
});

test('sees persons with several codes, and with the wider code in two hierarchies at once', () => {
  const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;
  // Of 30 men 18 were referred and 15 not, so 3 were both; of all persons likewise.
  const referral: RawRelease = {
    hierarchies: [flatHierarchy('referral', 2), flatHierarchy('sex', 2)],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [false, true] }],
    cuboids: [
      { dimensions: [0, 1], depth: [1, 1], values: [Float64Array.of(70, 30, 40, 38, 18, 20, 35, 15, 20)] },
    ],
  };
  assert.equal(auditRelease(referral, [publish(referral, [])], 5).differences, 2);
  // 20 persons, 17 of them with both narrower codes; what is between is hidden.
  const both: RawRelease = {
    hierarchies: [flatHierarchy('sector', 1), flatHierarchy('type', 1), flatHierarchy('sex', 2)],
    measures: [{ id: 'persons', kind: 'persons', additiveOver: [false, false, true] }],
    cuboids: [
      {
        dimensions: [0, 1, 2],
        depth: [1, 1, 1],
        values: [Float64Array.of(60, 20, 40, 60, 20, 40, 58, 18, 40, 57, 17, 40)],
      },
    ],
  };
  const hidden = [3, 4, 5, 6, 7, 8];
  assert.deepEqual(auditRelease(both, [publish(both, hidden)], 5).differences, 2);
  for (const release of [referral, both]) {
    const { tables } = protect(release, { policy, seed: new Uint8Array(32) });
    const { determined, differences } = auditRelease(release, tables, 5);
    assert.deepEqual([determined, differences], [0, 0]);
  }
});
