import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inferNesting } from './infer-nesting.ts';

const profiles = (entries: Record<string, number[]>): Map<string, number[]> =>
  new Map(Object.entries(entries));
const inOrder = (sums: ReturnType<typeof inferNesting>) =>
  sums?.map(({ parent, children }) => `${parent}=${children.toSorted().join('+')}`).sort();

test('finds parents before, after or between their children', () => {
  const sums = inferNesting(
    profiles({ a: [5, 1], R1: [9, 9], b: [4, 8], c: [1, 2], d: [7, 0], R2: [8, 2] }),
    [17, 11],
  );
  assert.deepEqual(inOrder(sums), ['R1=a+b', 'R2=c+d', 'Total=R1+R2']);
});

test('finds two levels, a parent with one child, and a member without a parent', () => {
  const sums = inferNesting(
    profiles({ N: [22, 15], R1: [9, 9], a: [5, 1], b: [4, 8], R2: [13, 6], c: [13, 6], alone: [3, 3] }),
    [25, 18],
  );
  assert.deepEqual(inOrder(sums), ['N=R1+R2', 'R1=a+b', 'R2=c', 'Total=N+alone'].sort());
});

test('says nothing where the numbers do not tell', () => {
  assert.equal(inferNesting(profiles({ a: [5, 1], c: [1, 2], b: [4, 8], R1: [9, 9] }), [10, 11]), undefined);
});
