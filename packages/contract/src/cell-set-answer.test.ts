import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Cell, CellSetAnswer, MeasureCells } from './cell-set-answer.ts';
import { carriesNumber, STATUSES } from './cell-set.ts';
import { exampleAnswer } from './examples.ts';

describe('Cell', () => {
  it('has a number if its status carries one, and none otherwise', () => {
    for (const status of STATUSES) {
      assert.equal(Cell.safeParse({ status, value: 7 }).success, carriesNumber(status), status);
      assert.equal(Cell.safeParse({ status, value: null }).success, !carriesNumber(status), status);
      assert.equal(Cell.safeParse({ status }).success, !carriesNumber(status), status);
    }
    assert.deepEqual(STATUSES.filter(carriesNumber), ['published', 'rounded', 'perturbed']);
  });

  it('says nothing beside number and status', () => {
    assert.equal(Cell.safeParse({ status: 'suppressed', reason: 'primary' }).success, false);
    assert.equal(Cell.safeParse({ status: 'secondary' }).success, false);
  });
});

describe('MeasureCells', () => {
  const cell = fc
    .constantFrom(...STATUSES)
    .map((status) => ({ status, value: carriesNumber(status) ? 12 : null }));

  it('parses columns in which every status and number agree', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const columns = { value: cells.map(({ value }) => value), status: cells.map(({ status }) => status) };
        assert.equal(MeasureCells.safeParse(columns).success, true);
      }),
    );
  });

  it('refuses columns in which a single one does not', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.nat(), (cells, where) => {
        const at = where % cells.length;
        const value = cells.map((each, index) =>
          index === at ? (each.value === null ? 3 : null) : each.value,
        );
        const status = cells.map((each) => each.status);
        assert.equal(MeasureCells.safeParse({ value, status }).success, false);
        assert.equal(MeasureCells.safeParse({ value: value.slice(1), status }).success, false);
      }),
    );
  });
});

describe('CellSetAnswer', () => {
  it('has one cell for each row and column', () => {
    assert.equal(CellSetAnswer.safeParse(exampleAnswer).success, true);
    const { rows, columns } = exampleAnswer.axes;
    const short = { ...exampleAnswer, axes: { rows: rows.slice(1), columns } };
    assert.equal(CellSetAnswer.safeParse(short).success, false);
  });
});
