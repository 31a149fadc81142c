import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { barChart, lineChart } from '../index.ts';
import { cellSetOf, member, type CellLike } from '../testing/cell-set.fixture.ts';

const bars = (cells: readonly CellLike[]) =>
  cellSetOf(
    cells.map((_, index) => [member('residence', 'ABCDEF'.charAt(index))]),
    [[]],
    cells.map((cell) => [cell]),
  );
const lines = (series: readonly (readonly CellLike[])[]) =>
  cellSetOf(
    series.map((_, index) => [member('sex', 'KM'.charAt(index))]),
    [[member('time', '2023')], [member('time', '2024')], [member('time', '2025')]],
    series,
  );

describe('the sentence of a bar chart', () => {
  const cases: [CellLike[], string, string][] = [
    [
      [49, 31, 40, 'suppressed'],
      'Af de viste er A størst (49) og B mindst (31); 1 værdi er skjult.',
      'Of those shown, A largest (49) and B smallest (31); 1 value is hidden.',
    ],
    [
      [9, 9, 3],
      'Af de viste er A m.fl. størst (9) og C mindst (3).',
      'Of those shown, A and others largest (9) and C smallest (3).',
    ],
    [[5, 5], 'Alle viste værdier er 5.', 'All values shown are 5.'],
    [[1500], 'A: 1.500.', 'A: 1,500.'],
    [
      ['suppressed', 'suppressed'],
      'Alle værdier er skjult af hensyn til diskretion.',
      'All values are hidden for disclosure reasons.',
    ],
    [['missing'], 'Der er ingen tal at vise.', 'There are no numbers to show.'],
  ];
  for (const [cells, da, en] of cases) {
    it(da, () => {
      assert.equal(barChart.describe(bars(cells)), da);
      assert.equal(barChart.describe(bars(cells), { language: 'en' }), en);
    });
  }
});

describe('the sentence of a line chart', () => {
  const cases: [CellLike[][], string][] = [
    [[[10, 12, 15]], 'Tallet stiger fra 10 (2023) til 15 (2025).'],
    [
      [
        [10, 12, 15],
        [9, 9, 'suppressed'],
      ],
      'K stiger fra 10 (2023) til 15 (2025), M går fra 9 (2023) til 9 (2024); 1 værdi er skjult.',
    ],
    [[['suppressed', 12, 'suppressed']], '12 (2024); 2 værdier er skjult.'],
    [[[20, 12, 15]], 'Tallet falder fra 20 (2023) til 15 (2025).'],
  ];
  for (const [series, da] of cases) {
    it(da, () => assert.equal(lineChart.describe(lines(series)), da));
  }
});

describe('the sentence of a line chart in English', () => {
  const cases: [CellLike[][], string][] = [
    [[[10, 12, 15]], 'The figure rises from 10 (2023) to 15 (2025).'],
    [[[20, 12, 15]], 'The figure falls from 20 (2023) to 15 (2025).'],
    [[[9, 1, 9]], 'The figure goes from 9 (2023) to 9 (2025).'],
    [
      [
        [1000, 'suppressed', 'suppressed'],
        ['suppressed', 2, 1],
      ],
      'K 1,000 (2023), M falls from 2 (2024) to 1 (2025); 3 values are hidden.',
    ],
    [[['suppressed', 'suppressed', 'suppressed']], 'All values are hidden for disclosure reasons.'],
    [[['missing', 'not-applicable', 'missing']], 'There are no numbers to show.'],
  ];
  for (const [series, en] of cases) {
    it(en, () => assert.equal(lineChart.describe(lines(series), { language: 'en' }), en));
  }
});

it('names group and series where bars have both', () => {
  const cellSet = cellSetOf(
    [[member('residence', 'A')], [member('residence', 'B')]],
    [[member('sex', 'K')], [member('sex', 'M')]],
    [
      [7, 3],
      [5, 'suppressed'],
    ],
  );
  assert.equal(
    barChart.describe(cellSet),
    'Af de viste er A, K, størst (7) og A, M, mindst (3); 1 værdi er skjult.',
  );
});
