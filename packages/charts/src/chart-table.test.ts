import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Status, STATUSES } from '@datakube/contract';
import { barChart, categoryDimensions, lineChart } from './index.ts';
import { cellSetOf, member, total } from './testing/cell-set.fixture.ts';

const country = { dimension: 'residence', member: 'total' };

const cellSet = cellSetOf(
  [[member('residence', 'Thisted')], [member('residence', 'Læsø')], [total('residence')]],
  [[member('time', '2025')]],
  [[1234], ['suppressed'], [1300]],
);

it('has the values that are drawn, in the order they are drawn', () => {
  assert.deepEqual(barChart.table(cellSet, { unit: 'borgere' }), {
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
  assert.deepEqual(barChart.legend(cellSet, { references: [country] }), [
    { kind: 'hidden', text: '[skjult] Skjult af hensyn til diskretion' },
    { kind: 'reference', text: 'all residence: 1.300' },
  ]);
});

it('says how much it does not show', () => {
  assert.deepEqual(barChart.notices(cellSet), []);
  assert.deepEqual(barChart.notices(cellSet, { limit: 1 }), ['Diagrammet viser de første 1 af 2 grupper.']);
});

it('says the same in English, and counts series as well as groups', () => {
  const many = cellSetOf(
    [[member('residence', 'A')], [member('residence', 'B')]],
    Array.from({ length: 6 }, (_, index) => [member('age', `${index}`)]),
    [Array.from({ length: 6 }, () => 1), Array.from({ length: 6 }, () => 2)],
  );
  assert.deepEqual(barChart.notices(many, { limit: 1, language: 'en' }), [
    'The chart shows the first 4 of 6 series.',
    'The chart shows the first 1 of 2 groups.',
  ]);
  assert.deepEqual(barChart.notices(many, { language: 'da' }), ['Diagrammet viser de første 4 af 6 serier.']);
  assert.deepEqual(barChart.legend(cellSet, { language: 'en' }), [
    { kind: 'hidden', text: '[hidden] Hidden for disclosure reasons' },
  ]);
});

it('explains no hatch where none is drawn, and no reference among lines, which name it', () => {
  const shown = cellSetOf(cellSet.rows, cellSet.columns, [[1], [2], [3]]);
  assert.deepEqual(barChart.legend(shown), []);
  assert.deepEqual(lineChart.legend(shown, { references: [country] }), []);
});

it('has the reference as its last column, also where it is hidden', () => {
  const lines = cellSetOf(
    [[member('residence', 'Fanø')], [total('residence')]],
    [[member('time', '2024')], [member('time', '2025')]],
    [
      [10, 'missing'],
      [40, 'suppressed'],
    ],
  );
  const table = lineChart.table(lines, { references: [country], language: 'en' });
  assert.deepEqual(table.columns, ['Fanø', 'all residence']);
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    [
      ['2024', '10', '40'],
      ['2025', '[missing]', '[hidden]'],
    ],
  );
});

it('is empty for a measure that is not there', () => {
  assert.deepEqual(barChart.table(cellSet, { measure: 'gone' }), { columns: [], rows: [] });
  assert.deepEqual(barChart.legend(cellSet, { measure: 'gone' }), []);
});

it('names the dimensions of the bars: those of the rows, or of the columns where only they vary', () => {
  const columns = [
    [member('sex', 'K'), member('age', '1')],
    [member('sex', 'M'), member('age', '1')],
  ];
  assert.deepEqual(categoryDimensions(cellSet), ['residence']);
  assert.deepEqual(categoryDimensions(cellSetOf([[]], columns, [[1, 2]])), ['sex', 'age']);
  assert.deepEqual(categoryDimensions(cellSetOf([[member('time', '2025')]], columns, [[1, 2]])), [
    'sex',
    'age',
  ]);
  assert.deepEqual(categoryDimensions(cellSetOf([[]], [[]], [[1]])), []);
});

it('says that numbers are not exact, and only of the measure that is drawn', () => {
  const cells = (status: Status) => ({
    value: Float64Array.of(12, 7, 20),
    status: new Uint8Array(3).fill(STATUSES.indexOf(status)),
  });
  const measures = new Map([
    ['persons', cells('perturbed')],
    ['population', cells('published')],
    ['contacts', cells('rounded')],
  ]);
  const inexact = { ...cellSet, measures };
  assert.deepEqual(barChart.notices(inexact), [
    'Tallene er justeret tilfældigt af hensyn til diskretion: intet er nøjagtigt.',
  ]);
  assert.deepEqual(barChart.notices(inexact, { measure: 'population' }), []);
  assert.deepEqual(lineChart.notices(inexact, { measure: 'contacts', language: 'en' }), [
    'The numbers are rounded.',
  ]);
});
