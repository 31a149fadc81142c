import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import { boxModel } from './box-model.ts';
import { distributionsOf, fiveNumbers } from './distribution.ts';

describe('the five numbers', () => {
  // R 4: quantile(x, type = 7).
  const cases: [number[], number[]][] = [
    [
      [31, 32.6, 32.8, 32.9, 35.2, 35.6, 37.7, 38.3, 47.8, 49.7],
      [31, 32.825, 35.4, 38.15, 49.7],
    ],
    [
      [1, 2, 4, 8, 16],
      [1, 2, 4, 8, 16],
    ],
    [
      [0, 0, 3, 4, 7, 7, 12, 100],
      [0, 2.25, 5.5, 8.25, 100],
    ],
  ];
  for (const [numbers, expected] of cases) {
    it(`of ${numbers.join(', ')} are those of R`, () => {
      const { least, lower, median, upper, most } = fiveNumbers(numbers)!;
      [least, lower, median, upper, most].forEach((value, at) => {
        assert.ok(Math.abs(value - expected[at]!) < 1e-9, `${value}`);
      });
    });
  }

  it('are none of fewer than five values', () => {
    assert.equal(fiveNumbers([1, 2, 3, 4]), null);
    assert.equal(fiveNumbers([]), null);
  });
});

const municipality = (code: string) => [member('residence', code, 'municipality')];
const region = (code: string) => [member('residence', code, 'region')];

describe('the groups of a box chart', () => {
  it('are the columns, over the members on the rows', () => {
    const cells = cellSetOf(
      ['A', 'B', 'C'].map(municipality),
      [[member('time', '2024')], [member('time', '2025')]],
      [
        [3, 1],
        [1, 'suppressed'],
        [2, 'missing'],
      ],
    );
    assert.deepEqual(
      distributionsOf(boxModel(cells, {}), 'B').map(({ label, shown, hidden, own }) => ({
        label,
        shown: shown.map((each) => each.label),
        hidden,
        own: own?.value,
      })),
      [
        { label: '2024', shown: ['B', 'C', 'A'], hidden: 0, own: { kind: 'shown', value: 1 } },
        { label: '2025', shown: ['A'], hidden: 1, own: { kind: 'hidden' } },
      ],
    );
  });

  it('are the parents where parents stand above their children, each with its own members alone', () => {
    const rows = [
      [total('residence')],
      region('North'),
      municipality('A'),
      municipality('B'),
      region('South'),
      municipality('C'),
      municipality('D'),
    ];
    const cells: CellLike[] = [99, 30, 1, 'suppressed', 40, 5, 3];
    const groups = distributionsOf(
      boxModel(
        cellSetOf(
          rows,
          [[]],
          cells.map((cell) => [cell]),
        ),
        {},
      ),
      'C',
    );
    assert.deepEqual(
      groups.map(({ label, shown, hidden, own }) => [
        label,
        shown.map((each) => each.value),
        hidden,
        own?.label,
      ]),
      [
        ['North', [1], 1, undefined],
        ['South', [3, 5], 0, 'C'],
      ],
    );
  });

  it('are parents by columns where there are both, sixty at most', () => {
    const years = Array.from({ length: 40 }, (_, index) => [member('time', `${1980 + index}`)]);
    const rows = [region('North'), municipality('A'), region('South'), municipality('B')];
    const model = boxModel(
      cellSetOf(
        rows,
        years,
        rows.map(() => years.map(() => 1)),
      ),
      {},
    );
    assert.equal(model.series[0]?.label, 'North, 1980');
    assert.equal(model.series.length, 60);
    assert.equal(model.leftOut.series, 20);
  });

  it('can be taken over another dimension than that of the rows', () => {
    const cells = cellSetOf(
      [[member('time', '2024')], [member('time', '2025')]],
      ['A', 'B', 'C'].map(municipality),
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    );
    assert.deepEqual(
      distributionsOf(boxModel(cells, { memberDimension: 'residence' }), undefined).map(
        ({ label, shown }) => [label, shown.map(({ value }) => value)],
      ),
      [
        ['2024', [1, 2, 3]],
        ['2025', [4, 5, 6]],
      ],
    );
  });
});
