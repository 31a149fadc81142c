import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chartLegend, chartNotices, chartTable } from './index.ts';
import { cellSetOf, member, total } from './testing/cell-set.fixture.ts';

const cellSet = cellSetOf(
  [[member('residence', 'Thisted')], [member('residence', 'Læsø')], [total('residence')]],
  [[member('time', '2025')]],
  [[1234], ['suppressed'], [1300]],
);

it('has the values that are drawn, in the order they are drawn', () => {
  assert.deepEqual(chartTable(cellSet, 'bar', { unit: 'borgere' }), {
    columns: ['2025'],
    rows: [
      { label: 'Thisted', cells: [{ kind: 'shown', text: '1.234', spoken: '1.234 borgere' }] },
      {
        label: 'Læsø',
        cells: [{ kind: 'hidden', text: '[skjult]', spoken: 'skjult af hensyn til diskretion' }],
      },
    ],
  });
});

it('explains hatch, and the reference where it is asked for', () => {
  assert.deepEqual(chartLegend(cellSet, 'bar', { reference: true }), [
    { kind: 'hidden', text: '[skjult] Skjult af hensyn til diskretion' },
    { kind: 'reference', text: 'all residence: 1.300' },
  ]);
});

it('says how much it does not show', () => {
  assert.deepEqual(chartNotices(cellSet, 'bar'), []);
  assert.deepEqual(chartNotices(cellSet, 'bar', { limit: 1 }), [
    'Diagrammet viser de første 1 af 2 grupper.',
  ]);
});
