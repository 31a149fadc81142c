import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Flag, Tuple } from '@datakube/contract';
import { areaChart, barChart, lineChart, stackedBarChart } from '../index.ts';
import { cellSetOf, member, total, type CellLike } from '../testing/cell-set.fixture.ts';

const places: Tuple[] = ['A', 'B', 'C'].map((code) => [member('residence', code)]);
const sexes: Tuple[] = [[member('sex', 'K')], [member('sex', 'M')]];
const year = (code: string, ...flags: Flag[]): Tuple => [
  { ...member('time', code), ...(flags.length > 0 ? { flags } : {}) },
];

describe('the sentence of stacked bars', () => {
  const cases: [Tuple[], CellLike[][], string, string][] = [
    [
      [[total('sex')], ...sexes],
      [
        [1200, 640, 560],
        [90, 60, 30],
        ['suppressed', 900, 'suppressed'],
      ],
      'I alt er A størst (1.200) og B mindst (90); største viste del er C, K (900); 1 værdi er skjult. Søjlerne er vist uden skjulte dele.',
      'In all, A largest (1,200) and B smallest (90); the largest part shown is C, K (900); 1 value is hidden. The bars are shown without hidden parts.',
    ],
    [
      sexes,
      [
        [640, 560],
        [60, 30],
        [0, 1],
      ],
      'Største viste del er A, K (640).',
      'The largest part shown is A, K (640).',
    ],
    [
      sexes,
      [
        ['suppressed', 'suppressed'],
        ['suppressed', 'suppressed'],
        ['suppressed', 'suppressed'],
      ],
      'Alle værdier er skjult af hensyn til diskretion.',
      'All values are hidden for disclosure reasons.',
    ],
  ];
  for (const [columns, cells, da, en] of cases) {
    it(da, () => {
      const cellSet = cellSetOf(places, columns, cells);
      assert.equal(stackedBarChart.describe(cellSet), da);
      assert.equal(stackedBarChart.describe(cellSet, { language: 'en' }), en);
    });
  }

  it('tells of parts that are missing or beyond the fourth', () => {
    const cellSet = cellSetOf(places, sexes, [
      [640, 'missing'],
      [60, 30],
      [0, 1],
    ]);
    assert.deepEqual(stackedBarChart.notices(cellSet), [
      'Ikke alle dele er med: søjlerne er kortere end helheden.',
    ]);
    assert.deepEqual(stackedBarChart.notices(cellSet, { language: 'en' }), [
      'Not all parts are there: the bars are shorter than the whole.',
    ]);
  });

  it('never counts what is only compared with among the names', () => {
    const cellSet = cellSetOf(
      [...places, [total('residence')]],
      [[total('sex')], ...sexes],
      [
        [12, 6, 6],
        [9, 6, 3],
        [3, 2, 1],
        [24, 14, 10],
      ],
    );
    const references = [{ dimension: 'residence', member: 'total' }];
    assert.equal(
      stackedBarChart.describe(cellSet, { references }),
      'I alt er A størst (12) og C mindst (3); største viste del er A, K (6).',
    );
  });
});

describe('a break', () => {
  const years = [year('2017'), year('2018'), year('2019', 'break'), year('2020')];
  const cellSet = cellSetOf([[member('sex', 'K')]], years, [[5, 9, 20, 25]]);

  it('is told of, and the course begins after it', () => {
    assert.equal(
      lineChart.describe(cellSet),
      'Tallet stiger fra 20 (2019) til 25 (2020). Tal før og efter 2019 kan ikke sammenlignes.',
    );
    assert.equal(
      lineChart.describe(cellSet, { language: 'en' }),
      'The figure rises from 20 (2019) to 25 (2020). Figures before and after 2019 cannot be compared.',
    );
  });

  it('is told of among bars, whether the periods are groups or colours', () => {
    const told = 'Databrud: 2019. Tal før og efter kan ikke sammenlignes.';
    assert.ok(barChart.describe(cellSetOf(years, [[]], [[5], [9], [20], [25]])).endsWith(told));
    const colours = cellSetOf(places, years.slice(1, 3), [
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    assert.ok(barChart.describe(colours).endsWith(told));
  });

  it('that a single name has says nothing of periods', () => {
    const flagged = { ...member('residence', 'A'), flags: ['provisional' as const] };
    assert.equal(
      barChart.describe(cellSetOf([[flagged], places[1]!], [[]], [[5], [9]])),
      'Af de viste er B størst (9) og A mindst (5).',
    );
  });
});

describe('the sentence of layers', () => {
  const years = [year('2024'), year('2025')];
  it('tells that what stands on a hidden value is not drawn', () => {
    const cellSet = cellSetOf(sexes, years, [
      ['suppressed', 4],
      [5, 6],
    ]);
    assert.equal(
      areaChart.describe(cellSet),
      'K 4 (2025), M stiger fra 5 (2024) til 6 (2025); 1 værdi er skjult. Lag over en skjult værdi er ikke tegnet i den periode.',
    );
    assert.ok(
      areaChart
        .describe(cellSet, { language: 'en' })
        .endsWith('Layers above a hidden value are not drawn in that period.'),
    );
  });

  it('does not where the hidden one is on top', () => {
    const cellSet = cellSetOf(sexes, years, [
      [3, 4],
      [5, 'suppressed'],
    ]);
    assert.doesNotMatch(areaChart.describe(cellSet), /Lag over/);
  });
});

describe('remarks and what is compared with', () => {
  const cellSet = cellSetOf([...places, [total('residence')]], [[]], [[1], [2], [3], [2]]);
  it('are in the legend, a remark with where it belongs', () => {
    assert.deepEqual(
      barChart.legend(cellSet, {
        references: [{ dimension: 'residence', member: 'total', label: 'Hele landet' }],
        annotations: [
          { at: 'B', text: 'Nyt hospital' },
          { at: 2.5, text: 'Mål' },
          { at: 'gone', text: 'Ikke her' },
        ],
        decimals: 1,
      }),
      [
        { kind: 'annotation', text: 'B: Nyt hospital' },
        { kind: 'annotation', text: '2,5: Mål' },
        { kind: 'reference', text: 'Hele landet: 2,0' },
      ],
    );
  });

  it('are told of where they cannot be shown', () => {
    const references = [{ dimension: 'residence', member: 'R81', label: 'Nordjylland' }];
    assert.deepEqual(barChart.notices(cellSet, { references }), [
      'Nordjylland: kan ikke vises som sammenligning her.',
    ]);
    assert.deepEqual(barChart.notices(cellSet, { references, language: 'en' }), [
      'Nordjylland: cannot be shown for comparison here.',
    ]);
  });
});
