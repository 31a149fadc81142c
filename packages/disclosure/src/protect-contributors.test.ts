import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SuppressPolicy } from '@datakube/contract';
import { smallTable } from './fixtures/small-table.ts';
import { determinedBySpan } from './fixtures/span-oracle.ts';
import { protect } from './protect.ts';
import type { RawRelease } from './table/raw-release.ts';

/** Costs of each person by place and sex: of the 20 in the middle, one has nearly everything. */
const PERSONS = Array.from({ length: 9 }, (_, cell) =>
  Array.from({ length: 20 }, (_, person) => (cell === 4 && person === 0 ? 900 : 1 + ((cell + person) % 7))),
);
const PROVIDERS = [3, 4, 3, 3, 3, 1, 4, 4, 5];
const policy = { method: 'suppress', threshold: 5, zeros: 'published', outsideRelease: 'refuse' } as const;

/** Three places by three groups, with the sums that follow. Providers of a marginal: the most of its cells. */
function release(): RawRelease {
  const table = smallTable(
    [3, 3],
    PERSONS.map((cell) => cell.length),
  );
  const costs = smallTable(
    [3, 3],
    PERSONS.map((cell) => cell.reduce((sum, cost) => sum + cost, 0)),
  );
  const under = (cell: number): number[] => {
    const [row, column] = [Math.floor(cell / 4), cell % 4];
    return PERSONS.flatMap((_, inner) => {
      const inRow = row === 0 || row === 1 + Math.floor(inner / 3);
      return inRow && (column === 0 || column === 1 + (inner % 3)) ? [inner] : [];
    });
  };
  const places = Array.from({ length: 16 }, (_, cell) => under(cell));
  const rank = (at: number): Float64Array =>
    Float64Array.from(places, (cells) => cells.flatMap((cell) => PERSONS[cell]!).sort((a, b) => b - a)[at]!);
  return {
    hierarchies: table.hierarchies,
    measures: [...table.measures, { ...table.measures[0]!, id: 'costs', kind: 'sum' }],
    cuboids: [
      {
        ...table.cuboids[0]!,
        values: [table.cuboids[0]!.values[0]!, costs.cuboids[0]!.values[0]!],
        contributions: [[], [rank(0), rank(1)]],
        providers: Float64Array.from(places, (cells) => Math.max(...cells.map((cell) => PROVIDERS[cell]!))),
      },
    ],
  };
}

function hiddenCells(rules: Partial<SuppressPolicy>, gate?: 'exact'): number[] {
  const raw = release();
  const options = { policy: { ...policy, ...rules }, seed: new Uint8Array(32).fill(4) };
  const [table] = protect(raw, gate ? { ...options, gate } : options).tables;
  const hidden = Array.from({ length: table!.cells }, (_, cell) => cell).filter(
    (cell) => table!.value(1, cell) === null,
  );
  for (const cell of hidden) assert.equal(table!.value(0, cell), null, 'one status for all measures');
  const calculated = determinedBySpan(raw, [true, true], (_, cell) => hidden.includes(cell));
  assert.equal(calculated.size, 0);
  return hidden;
}

const middle = 2 * 4 + 2;

test('a sum of which one person has nearly everything is hidden, and cannot be calculated', () => {
  assert.deepEqual(hiddenCells({}), []);
  for (const dominance of [{ p: 10 }, { nk: { n: 1, k: 90 } }]) {
    for (const gate of [undefined, 'exact'] as const) {
      const hidden = hiddenCells({ dominance }, gate);
      assert.ok(hidden.includes(middle));
      assert.ok(hidden.length >= 4, 'alone it would be what is left of its row');
    }
  }
  assert.deepEqual(hiddenCells({ dominance: { p: 1 } }), []);
});

test('a cell with one provider is hidden, and cannot be calculated', () => {
  const hidden = hiddenCells({ providers: 2 });
  assert.ok(hidden.includes(2 * 4 + 3) && hidden.length >= 4);
});

test('nothing is published by a rule whose numbers are missing', () => {
  const raw = release();
  const [cuboid] = raw.cuboids;
  const { contributions, providers, ...bare } = cuboid!;
  assert.ok(contributions && providers);
  const attempt = (rules: Partial<SuppressPolicy>) => () =>
    protect({ ...raw, cuboids: [bare] }, { policy: { ...policy, ...rules }, seed: new Uint8Array(32) });
  assert.throws(attempt({ dominance: { p: 10 } }), /lacks the contributions/);
  assert.throws(attempt({ providers: 2 }), /lacks the numbers of providers/);
});
