import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyCellSet } from '../../fixtures/any-cell-set.ts';
import { extentsOf, rangeOf } from './extents.ts';

describe('rangeOf', () => {
  it('spans the extents of every row', () => {
    fc.assert(
      fc.property(anyCellSet, (cellSet) => {
        const measure = [...cellSet.measures.values()][0]!;
        const extents = extentsOf(measure, cellSet.rows.length, cellSet.columns.length);
        assert.deepEqual(rangeOf(measure), {
          max: Math.max(...extents.rowMax),
          min: Math.min(...extents.rowMin),
          statuses: extents.rowStatuses.reduce((all, statuses) => all | statuses, 0),
        });
      }),
    );
  });
});

describe('extentsOf', () => {
  it('finds the greatest and least number and the statuses of every row and column', () => {
    fc.assert(
      fc.property(anyCellSet, (cellSet) => {
        const [height, width] = [cellSet.rows.length, cellSet.columns.length];
        const measure = [...cellSet.measures.values()][0]!;
        const extents = extentsOf(measure, height, width);
        const check = (indices: number[], max: number, min: number, statuses: number): void => {
          const numbers = indices.map((i) => measure.value[i]!).filter((x) => !Number.isNaN(x));
          assert.equal(max, Math.max(...numbers));
          assert.equal(min, Math.min(...numbers));
          assert.deepEqual(
            [...Array(8).keys()].filter((bit) => statuses & (1 << bit)),
            [...new Set(indices.map((i) => measure.status[i]!))].sort((a, b) => a - b),
          );
        };
        for (let r = 0; r < height; r++) {
          check(
            [...Array(width).keys()].map((c) => r * width + c),
            extents.rowMax[r]!,
            extents.rowMin[r]!,
            extents.rowStatuses[r]!,
          );
        }
        for (let c = 0; c < width; c++) {
          check(
            [...Array(height).keys()].map((r) => r * width + c),
            extents.columnMax[c]!,
            extents.columnMin[c]!,
            extents.columnStatuses[c]!,
          );
        }
      }),
    );
  });
});
