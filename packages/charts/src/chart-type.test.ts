import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartType } from './chart-type.ts';
import { cellSetOf, member } from './testing/cell-set.fixture.ts';

const places = (count: number) =>
  Array.from({ length: count }, (_, index) => [member('residence', `m${index}`)]);
const years = (count: number) =>
  Array.from({ length: count }, (_, index) => [member('time', String(2023 + index))]);
const filled = (rows: number, columns: number) =>
  cellSetOf(
    places(rows),
    years(columns),
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1)),
  );

it('is a line for a few series over time', () => assert.equal(chartType(filled(3, 3)), 'line'));
it('is bars for one period', () => assert.equal(chartType(filled(3, 1)), 'bar'));
it('is bars where lines would be too many to tell apart', () =>
  assert.equal(chartType(filled(98, 3)), 'bar'));
it('is bars without time', () => assert.equal(chartType(cellSetOf(places(2), [[]], [[1], [2]])), 'bar'));
