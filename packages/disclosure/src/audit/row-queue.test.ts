import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { putRow, removeRow, rowQueue, takeShortest } from './row-queue.ts';

const ROWS = 6;
const LONGEST = 5;

type Step =
  { readonly put: number; readonly length: number } | { readonly remove: number } | { readonly take: true };

const anyRow = fc.nat(ROWS - 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: anyRow, length: fc.nat(LONGEST) }) },
  { weight: 1, arbitrary: fc.record({ remove: anyRow }) },
  { weight: 2, arbitrary: fc.constant({ take: true } as const) },
);

test('any steps: what is taken is a shortest row of those that are in', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const queue = rowQueue(ROWS, LONGEST);
      const lengths = new Map<number, number>();
      const take = (): void => {
        const row = takeShortest(queue);
        assert.equal(row < 0, lengths.size === 0);
        if (row < 0) return;
        assert.equal(lengths.get(row), Math.min(...lengths.values()));
        lengths.delete(row);
      };
      for (const step of steps) {
        if ('put' in step) {
          putRow(queue, step.put, step.length);
          lengths.set(step.put, step.length);
        } else if ('remove' in step) {
          removeRow(queue, step.remove);
          lengths.delete(step.remove);
        } else take();
      }
      while (lengths.size > 0) take();
      assert.equal(takeShortest(queue), -1);
    }),
    { numRuns: 2000, seed: 1 },
  );
});

test('of rows of one length the last that was put is taken first; putting one where it stands changes nothing', () => {
  const queue = rowQueue(3, 4);
  for (const row of [0, 1, 2]) putRow(queue, row, 2);
  putRow(queue, 0, 2);
  assert.deepEqual([takeShortest(queue), takeShortest(queue), takeShortest(queue)], [2, 1, 0]);
});

test('an empty row and a longest one are rows like others', () => {
  const queue = rowQueue(2, 3);
  putRow(queue, 1, 3);
  putRow(queue, 0, 0);
  assert.deepEqual([takeShortest(queue), takeShortest(queue), takeShortest(queue)], [0, 1, -1]);
});
