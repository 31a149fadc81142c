import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATUSES, type Status } from '@datakube/contract';
import { selectMeasures } from './measures.ts';
import { makeProtectedTable, type ProtectedTable } from './protected-table.ts';
import { deriveRate, sliceTable } from './slice.ts';

/** One row: persons as given, beside a published population. */
function row(cells: readonly (readonly [Status, number])[]): ProtectedTable {
  const status = Uint8Array.from(cells, ([each]) => STATUSES.indexOf(each));
  const value = Float64Array.from(cells, ([, each]) => each);
  const population = {
    value: new Float64Array(cells.length).fill(200),
    status: new Uint8Array(cells.length),
  };
  return makeProtectedTable(
    { dimensions: [{ id: 'rows', size: cells.length }], measures: ['persons', 'population'] },
    [{ value, status }, population],
  );
}

const table = row([
  ['published', 10],
  ['rounded', 20],
  ['perturbed', 30],
  ['suppressed', 0],
]);

test('a rate has the status of its numerator', () => {
  const rates = deriveRate(table, {
    id: 'share',
    numerator: 'persons',
    denominator: 'population',
    per: 100,
    decimals: 1,
  });
  assert.deepEqual(
    [0, 1, 2, 3].map((cell) => [rates.status(2, cell), rates.value(2, cell)]),
    [
      ['published', 5],
      ['rounded', 10],
      ['perturbed', 15],
      ['suppressed', null],
    ],
  );
});

test('a sum is as exact as the least exact of its parts, and hidden with a hidden one', () => {
  const together = (...cells: number[]): unknown => {
    const picks = { start: Int32Array.of(0, cells.length), cells: Int32Array.from(cells) };
    const sum = sliceTable(table, { rows: 1, columns: 1 }, [picks, picks]);
    return [sum.status(0, 0), sum.value(0, 0)];
  };
  assert.deepEqual(together(0, 0), ['published', 20]);
  assert.deepEqual(together(0, 1), ['rounded', 30]);
  assert.deepEqual(together(1, 2), ['perturbed', 50]);
  assert.deepEqual(together(2, 1, 0), ['perturbed', 60]);
  assert.deepEqual(together(2, 3), ['suppressed', null]);
  assert.deepEqual(together(), ['not-applicable', null]);
});

test('an answer has rows and columns, as many as it was asked for', () => {
  const picks = { start: Int32Array.of(0, 1, 2), cells: Int32Array.of(0, 1) };
  const { shape, cells } = sliceTable(table, { rows: 2, columns: 1 }, [picks, picks]);
  assert.deepEqual(shape, {
    dimensions: [
      { id: 'rows', size: 2 },
      { id: 'columns', size: 1 },
    ],
    measures: ['persons', 'population'],
  });
  assert.equal(cells, 2);
});

test('an answer of several rows and columns runs row by row', () => {
  const picks = { start: Int32Array.of(0, 1, 2, 3, 4, 5, 6), cells: Int32Array.of(2, 1, 0, 0, 1, 2) };
  const slice = sliceTable(table, { rows: 3, columns: 2 }, [picks, picks]);
  assert.equal(slice.cells, 6);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5].map((cell) => slice.value(0, cell)),
    [30, 20, 10, 10, 20, 30],
  );
});

const share = { id: 'share', numerator: 'persons', denominator: 'population', per: 100, decimals: 1 };

test('a rate stands after the measures that were there, which stay as they are', () => {
  const rates = deriveRate(table, share);
  assert.deepEqual(rates.shape, {
    dimensions: table.shape.dimensions,
    measures: ['persons', 'population', 'share'],
  });
  assert.deepEqual(rates.columns(0), table.columns(0));
  assert.deepEqual(rates.columns(1), table.columns(1));
});

test('a rate is rounded to its decimals', () => {
  const one = row([['published', 1]]);
  const value = (per: number, decimals: number): unknown =>
    deriveRate(one, { ...share, per, decimals }).value(2, 0);
  assert.equal(value(1, 3), 0.005);
  assert.equal(value(1, 2), 0.01);
  assert.equal(value(1000, 0), 5);
});

test('a rate over nobody is not applicable, and over a hidden number hidden', () => {
  const shape = { dimensions: [{ id: 'rows', size: 4 }], measures: ['persons', 'population'] };
  const [shown, hidden] = [STATUSES.indexOf('published'), STATUSES.indexOf('suppressed')];
  const mixed = makeProtectedTable(shape, [
    { value: Float64Array.of(0, 3, 0, 0), status: Uint8Array.of(shown, shown, hidden, hidden) },
    { value: Float64Array.of(0, 0, 0, 9), status: Uint8Array.of(shown, hidden, hidden, shown) },
  ]);
  const rates = deriveRate(mixed, share);
  assert.deepEqual(
    [0, 1, 2, 3].map((cell) => rates.status(2, cell)),
    ['not-applicable', 'suppressed', 'suppressed', 'suppressed'],
  );
  assert.deepEqual([...rates.columns(2).value], [0, 0, 0, 0]);
});

test('a rate of a measure that is not there is refused', () => {
  assert.throws(() => deriveRate(table, { ...share, numerator: 'moons' }), {
    name: 'RangeError',
    message: 'The table has no measure moons',
  });
  assert.throws(() => deriveRate(table, { ...share, denominator: 'moons' }), RangeError);
});

test('measures are taken by name, in the order of the names', () => {
  const turned = selectMeasures(table, ['population', 'persons']);
  assert.deepEqual(turned.shape, {
    dimensions: table.shape.dimensions,
    measures: ['population', 'persons'],
  });
  assert.deepEqual(turned.columns(0), table.columns(1));
  assert.deepEqual(turned.columns(1), table.columns(0));
});

test('what is hidden, missing or not applicable in a part is so in the whole, the strongest first', () => {
  const parts = row([
    ['published', 10],
    ['missing', 0],
    ['not-applicable', 0],
    ['suppressed', 0],
  ]);
  const together = (...cells: number[]): string => {
    const picks = { start: Int32Array.of(0, cells.length), cells: Int32Array.from(cells) };
    return sliceTable(parts, { rows: 1, columns: 1 }, [picks, picks]).status(0, 0);
  };
  assert.equal(together(0, 1), 'missing');
  assert.equal(together(1, 0), 'missing');
  assert.equal(together(2, 0), 'not-applicable');
  assert.equal(together(2, 1), 'missing');
  assert.equal(together(1, 3, 2), 'suppressed');
});
