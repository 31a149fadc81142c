import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallTable } from '../fixtures/small-table.ts';
import { possibleNumbers } from '../fixtures/solutions-oracle.ts';
import { protect } from '../protect.ts';

const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;

/** Small tables with small counts among larger ones and zeros; the corner is large, so that totals are published. */
const smallTables = fc.integer({ min: 2, max: 3 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    inner: fc.array(
      fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 9 })),
      {
        minLength: 3 * rows,
        maxLength: 3 * rows,
      },
    ),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
);

function hiddenCells(sizes: readonly number[], inner: readonly number[], byte: number): Set<number> {
  const { tables } = protect(smallTable(sizes, inner), {
    policy,
    seed: new Uint8Array(32).fill(byte),
    effort: 0.02,
  });
  const table = tables[0]!;
  return new Set(
    Array.from({ length: table.cells }, (_, cell) => cell).filter((cell) => table.value(0, cell) === null),
  );
}

test('every table that shows the same: three numbers remain for each small count', () => {
  let checked = 0;
  fc.assert(
    fc.property(smallTables, ({ rows, inner, byte }) => {
      const sizes = [rows, 3];
      const truth = smallTable(sizes, inner).cuboids[0]!.values[0]!;
      const hidden = hiddenCells(sizes, inner, byte);
      // Trying every table takes a published grand total, and few hidden cells.
      if (hidden.has(0) || hidden.size > 12) return;
      const possible = possibleNumbers(sizes, inner, hidden, 1);
      for (const [cell, numbers] of possible) {
        if (truth[cell]! >= policy.threshold) continue;
        checked++;
        assert.ok(numbers.size >= 3, `${numbers.size} numbers remain`);
        assert.ok(numbers.has(truth[cell]!));
      }
    }),
    { numRuns: 100 },
  );
  assert.ok(checked > 80, 'there must be something to check');
});

test('the same for everybody who is alone in a hidden inner cell, about all others', () => {
  fc.assert(
    fc.property(smallTables, ({ rows, inner, byte }) => {
      const sizes = [rows, 3];
      const truth = smallTable(sizes, inner).cuboids[0]!.values[0]!;
      const hidden = hiddenCells(sizes, inner, byte);
      if (hidden.has(0) || hidden.size > 12) return;
      for (const alone of hidden) {
        const row = Math.floor(alone / 4);
        const column = alone % 4;
        if (truth[alone] !== 1 || row === 0 || column === 0) continue;
        // He knows his cell, and any marginal of it that counts nobody else.
        const his = [alone, row * 4, column].filter((cell) => truth[cell] === 1);
        const left = new Set([...hidden].filter((cell) => !his.includes(cell)));
        for (const [cell, numbers] of possibleNumbers(sizes, inner, left, 1)) {
          if (truth[cell]! < policy.threshold) assert.ok(numbers.size >= 3, `${numbers.size} numbers remain`);
        }
      }
    }),
    {
      numRuns: 80,
      // A try to publish a total once made one of the two look like the other.
      examples: [[{ rows: 3, inner: [0, 0, 0, 0, 5, 1, 0, 1, 5], byte: 93 }]],
    },
  );
});

test('more possibilities where the policy asks for them', () => {
  const inner = [1, 8, 9, 7, 2, 9, 8, 9, 3];
  for (const possibilities of [2, 4, 6]) {
    const { tables, report } = protect(smallTable([3, 3], inner), {
      policy: { ...policy, possibilities },
      seed: new Uint8Array(32).fill(1),
    });
    const hidden = new Set([...Array(16).keys()].filter((cell) => tables[0]!.value(0, cell) === null));
    for (const [cell, numbers] of possibleNumbers([3, 3], inner, hidden, 1)) {
      const truth = smallTable([3, 3], inner).cuboids[0]!.values[0]![cell]!;
      if (truth < 5) assert.ok(numbers.size >= possibilities);
    }
    assert.equal(report.certificate?.possibilities, possibilities);
  }
});

test('who can tell small counts from other hidden cells has three numbers left too, where that is asked for', () => {
  const inner = [2, 9, 12, 11, 3, 9, 14, 9, 2];
  const { tables } = protect(smallTable([3, 3], inner), {
    policy: { ...policy, primaryKnown: true },
    seed: new Uint8Array(32).fill(1),
  });
  const truth = smallTable([3, 3], inner).cuboids[0]!.values[0]!;
  const hidden = [...Array(16).keys()].filter((cell) => tables[0]!.value(0, cell) === null);
  const leaves = hidden.filter((cell) => cell > 4 && cell % 4 > 0);
  // By hand: every whole-number change of hidden inner cells by at most 3 that keeps all marginals shown.
  const possible = new Map(hidden.map((cell) => [cell, new Set<number>()]));
  const change = new Map<number, number>();
  const settle = (at: number): void => {
    if (at < leaves.length) {
      for (let by = -3; by <= 3; by++) {
        change.set(leaves[at]!, by);
        settle(at + 1);
      }
      return;
    }
    const now = Array.from(truth);
    for (const [cell, by] of change) {
      for (const one of [cell, Math.floor(cell / 4) * 4, cell % 4, 0]) now[one]! += by;
    }
    const fits = now.every((count, cell) => {
      if (!hidden.includes(cell)) return count === truth[cell];
      return truth[cell]! < 5 ? count >= 1 && count <= 4 : count >= 5;
    });
    if (fits) for (const cell of hidden) possible.get(cell)!.add(now[cell]!);
  };
  settle(0);
  for (const cell of hidden) if (truth[cell]! < 5) assert.ok(possible.get(cell)!.size >= 3);
});
