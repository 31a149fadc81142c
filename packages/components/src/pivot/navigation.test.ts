import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anyCellSet } from '../../fixtures/any-cell-set.ts';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { layOut } from './layout.ts';
import { moved, stubCount, type GridPosition, type Move } from './navigation.ts';

const codes = (dimension: string, ...members: string[]): DimensionShape => ({
  dimension,
  members: members.map((code) => ({ code, label: code, level: dimension })),
});
const layout = layOut(
  productCellSet(
    [codes('residence', 'a', 'b', 'c', 'd')],
    [codes('time', '2024', '2025'), codes('sex', 'K', 'M')],
    {
      persons: () => ({ status: 'published', value: 1 }),
    },
  ),
);
const walk = (from: [number, number], ...moves: Move[]): [number, number] => {
  const end = moves.reduce<GridPosition>((at, move) => moved(layout, at, move, 2), {
    row: from[0],
    column: from[1],
  });
  return [end.row, end.column];
};

describe('moved', () => {
  it('goes one cell and stops at the edges', () => {
    assert.deepEqual(walk([0, 0], 'right', 'down'), [1, 1]);
    assert.deepEqual(walk([3, 3], 'right', 'down'), [3, 3]);
  });

  it('goes on into the headers', () => {
    assert.deepEqual(walk([0, 0], 'left', 'left'), [0, -1]);
    assert.deepEqual(walk([0, 0], 'up', 'up', 'up'), [-2, 0]);
  });

  it('passes a header that spans several columns in one step, and comes down where it went up', () => {
    assert.deepEqual(walk([-2, 1], 'right'), [-2, 2]);
    assert.deepEqual(walk([-2, 3], 'left'), [-2, 1]);
    assert.deepEqual(walk([0, 3], 'up', 'up', 'down', 'down'), [0, 3]);
    assert.deepEqual(walk([-2, -1], 'down'), [0, -1]);
  });

  it('pages by rows and jumps to the ends of the data', () => {
    assert.deepEqual(walk([0, 1], 'page-down'), [2, 1]);
    assert.deepEqual(walk([3, 1], 'page-up', 'page-up'), [0, 1]);
    assert.deepEqual(walk([1, 1], 'last'), [3, 3]);
    assert.deepEqual(walk([3, 3], 'first'), [0, 0]);
    assert.deepEqual(walk([2, 1], 'row-end'), [2, 3]);
    assert.deepEqual(walk([2, 1], 'row-start'), [2, -1]);
  });

  it('never leaves the grid', () => {
    const move = fc.constantFrom<Move[]>(
      'left',
      'right',
      'up',
      'down',
      'row-start',
      'row-end',
      'first',
      'last',
      'page-up',
      'page-down',
    );
    fc.assert(
      fc.property(anyCellSet, fc.array(move, { maxLength: 40 }), (cellSet, moves) => {
        const any = layOut(cellSet);
        let at: GridPosition = { row: 0, column: 0 };
        for (const step of moves) {
          at = moved(any, at, step, 3);
          assert.ok(at.row >= -any.header.length && at.row < any.rowCount);
          assert.ok(at.column >= -stubCount(any) && at.column < any.columnCount);
        }
      }),
    );
  });
});
