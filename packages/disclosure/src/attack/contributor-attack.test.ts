import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { treeHierarchy } from '../fixtures/hierarchies.ts';
import { possibleNumbers } from '../fixtures/solutions-oracle.ts';
import { cellAt, smallTable } from '../fixtures/small-table.ts';
import { attackTable } from './attack-table.ts';
import { singlePersons } from './single-persons.ts';

const sizes = [3, 3];
const LEAVES = [1, 2, 3].flatMap((row) => [1, 2, 3].map((column) => cellAt(sizes, row, column)));

test('two-way tables: people find exactly what trying every table with their own cells known finds', async () => {
  const inner = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 });
  const hide = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(inner, hide, async (counts, cells) => {
      const release = smallTable(sizes, counts);
      const values = release.cuboids[0]!.values[0]!;
      const truth = (cell: number): number => values[cell]!;
      const hidden = new Set(cells.filter((cell) => truth(cell) > 0));
      const { contributors } = await attackTable(
        release,
        (cell) => (hidden.has(cell) ? null : truth(cell)),
        (cell) => hidden.has(cell),
        { bound: 1, contributors: { truth } },
      );
      const before = possibleNumbers(sizes, counts, hidden, 1);
      const exact = new Set<number>();
      const narrow = new Set<number>();
      const people = LEAVES.filter((cell) => hidden.has(cell) && truth(cell) === 1);
      const successful = people.filter((cell) => {
        const own = [cell, cell - (cell % 4), cell % 4].filter((each) => truth(each) === 1);
        const others = new Set([...hidden].filter((each) => !own.includes(each)));
        const found = [...possibleNumbers(sizes, counts, others, 1)].filter(([other, left]) => {
          const enough = Math.min(before.get(other)!.size, 3);
          if (left.size >= enough) return false;
          if (left.size === 1) exact.add(other);
          if (enough === 3) narrow.add(other);
          return true;
        });
        return found.length > 0;
      });
      assert.deepEqual(contributors, {
        persons: people.length,
        examined: people.length,
        successful: successful.length,
        exact: exact.size,
        narrow: narrow.size,
      });
    }),
    { numRuns: 150 },
  );
});

test('single persons: inner cells of 1, with the marginals that count nobody else', () => {
  // Regions of two and two municipalities by two sexes; one person alone in the second region.
  const shape = {
    hierarchies: [treeHierarchy('residence', [2, 2]), smallTable([2], [1, 1]).hierarchies[0]!],
    measures: [{ id: 'persons', kind: 'persons' as const, additiveOver: [true, true] }],
    cuboids: [{ dimensions: [0, 1], depth: [2, 1] }],
  };
  // Total, two regions, four municipalities; each for both sexes, the first and the second.
  const truth = [14, 6, 8, 13, 6, 7, 1, 0, 1, 7, 1, 6, 6, 5, 1, 1, 0, 1, 0, 0, 0];
  const cell = (node: number, sex: number): number => 3 * node + sex;
  const everything = singlePersons(
    shape,
    (at) => truth[at]!,
    () => true,
  );
  assert.deepEqual(
    everything.map((own) => own.toSorted((a, b) => a - b)),
    [[cell(3, 1)], [cell(4, 2)], [cell(2, 0), cell(2, 2), cell(5, 0), cell(5, 2)]],
  );
  // What is published everybody knows; a published inner cell makes nobody special.
  const some = singlePersons(
    shape,
    (at) => truth[at]!,
    (at) => at !== cell(4, 2) && at !== cell(5, 0),
  );
  assert.deepEqual(
    some.map((own) => own.length),
    [1, 3],
  );
});
