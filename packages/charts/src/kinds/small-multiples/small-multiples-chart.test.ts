import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Shape } from '../../scene/shape.ts';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import {
  all,
  anyTable,
  anyWidth,
  marksOf,
  undrawable,
  unreadable,
  withClass,
} from '../../testing/drawn.fixture.ts';
import { smallMultiplesChart } from './small-multiples-chart.ts';

const texts = (shape: Shape): string[] =>
  all(shape).flatMap(({ tag, text }) => (tag === 'text' ? [text] : []));
const places = (rows: readonly (readonly CellLike[])[], together?: readonly CellLike[]) =>
  cellSetOf(
    [...rows.map((_, at) => [member('residence', `m${at}`)]), ...(together ? [[total('residence')]] : [])],
    (rows[0] ?? []).map((_, at) => [member('time', String(2023 + at))]),
    [...rows, ...(together ? [together] : [])],
  );
const country = { dimension: 'residence', member: 'total', label: 'Hele landet' };

describe('small multiples', () => {
  it('have a panel with name, line and last number for each member, and one for the scale', () => {
    const scene = smallMultiplesChart.scene(
      places([
        [20, 25, 31],
        [22, 23, 24],
      ]),
    );
    assert.deepEqual(texts(scene), ['m0', '31', 'm1', '24', 'Skala', '20', '32', '2023–2025']);
    assert.equal(withClass(scene, 'line').length, 2);
  });

  it('write the last number that is shown beside its own point', () => {
    const scene = smallMultiplesChart.scene(places([[10, 20, 'suppressed']]));
    const [point] = withClass(scene, 'point');
    const number = all(scene).find(({ text }) => text === '20');
    const x = Number(/translate\(([\d.]+)/.exec(point?.attributes['transform'] ?? '')?.[1]);
    assert.ok(Math.abs(Number(number?.attributes['x']) - x - 6) < 0.01);
  });

  it('hatch the axis under what is hidden, and the whole panel where all is', () => {
    const cells: CellLike[][] = [
      [10, 'suppressed', 12],
      ['suppressed', 'suppressed', 'suppressed'],
    ];
    const scene = smallMultiplesChart.scene(places(cells));
    assert.deepEqual(
      withClass(scene, 'hidden').map(({ attributes }) => Number(attributes['height'])),
      [9, 46],
    );
    assert.ok(texts(scene).includes('[skjult]'));
    assert.equal(withClass(scene, 'line')[0]?.attributes['d']?.match(/M/g)?.length, 2);
  });

  it('draw all hatched panels alike but for their place and name', () => {
    const row = fc.oneof(
      fc.constant<CellLike[]>(['suppressed', 'suppressed']),
      fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), (rows) => {
        const hatches = withClass(smallMultiplesChart.scene(places(rows), { id: 'c' }), 'hidden');
        const looks = hatches.map(({ attributes: { x: _x, y: _y, ...rest } }) => rest);
        for (const look of looks) assert.deepEqual(look, looks[0]);
        assert.equal(looks.length, rows.filter(([first]) => first === 'suppressed').length);
      }),
    );
  });

  it('have a mark for every value, and lay no text on another, at any width', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 8 }, 20), anyWidth, (rows, width) => {
        const scene = smallMultiplesChart.scene(places(rows), { id: 'c', width });
        assert.equal(marksOf(scene).length, rows.length * rows[0]!.length);
        assert.deepEqual([...undrawable(scene), ...unreadable(scene, width)], []);
      }),
      { numRuns: 40 },
    );
  });

  it('draw the remarks of the page in every panel, on a scale that reaches them', () => {
    const annotations = [
      { at: '2024', text: 'Ny metode' },
      { at: 40, text: 'Mål' },
    ];
    const scene = smallMultiplesChart.scene(
      places([
        [10, 20],
        [12, 13],
      ]),
      { annotations },
    );
    assert.equal(withClass(scene, 'annotation').length, 4);
    assert.ok(texts(scene).includes('40'));
  });

  it('compare with a dashed line in every panel, named in the legend', () => {
    const cellSet = places(
      [
        [1, 2],
        [3, 4],
      ],
      [5, 6],
    );
    const options = { references: [country] };
    assert.equal(withClass(smallMultiplesChart.scene(cellSet, options), 'dashed').length, 2);
    assert.deepEqual(smallMultiplesChart.legend(cellSet, options), [
      { kind: 'line', text: 'Navnet over feltet' },
      { kind: 'dashed-line', text: 'Hele landet' },
    ]);
  });

  it('set one’s own member apart by the weight of its name and number', () => {
    const scene = smallMultiplesChart.scene(
      places([
        [1, 2],
        [3, 4],
      ]),
      { highlight: 'm1' },
    );
    assert.deepEqual(
      withClass(scene, 'strong').map(({ text }) => text),
      ['m1', '4'],
    );
  });

  it('say every value, by member and period', () => {
    const scene = smallMultiplesChart.scene(places([[1, 'suppressed']]), { unit: 'borgere' });
    assert.deepEqual(
      withClass(scene, 'mark').map(({ attributes }) => attributes['aria-label']),
      ['m0, 2023: 1 borgere', 'm0, 2024: skjult af hensyn til diskretion'],
    );
  });

  it('are a table with a row for each member', () => {
    const { columns, rows } = smallMultiplesChart.table(
      places(
        [
          [1, 'suppressed'],
          [3, 4],
        ],
        [5, 6],
      ),
      {
        references: [country],
      },
    );
    assert.deepEqual(columns, ['2023', '2024']);
    assert.deepEqual(
      rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
      [
        ['m0', '1', '[skjult]'],
        ['m1', '3', '4'],
        ['Hele landet', '5', '6'],
      ],
    );
  });

  it('say how many they are beyond those drawn', () => {
    const cellSet = places([[1], [2], [3]]);
    assert.deepEqual(smallMultiplesChart.notices(cellSet, { limit: 2 }), [
      'Diagrammet viser de første 2 af 3 serier.',
    ]);
    assert.equal(withClass(smallMultiplesChart.scene(cellSet, { limit: 2 }), 'name').length, 2);
  });
});

describe('the sentence of small multiples', () => {
  const cases: [CellLike[][], string, string][] = [
    [
      [
        [1, 2],
        [3, 9],
      ],
      'Tallet stiger i alle 2 viste.',
      'The figure rises in all 2 shown.',
    ],
    [
      [
        [1, 2],
        [3, 2],
        [4, 4],
        ['suppressed', 4],
      ],
      'Tallet stiger i 1, falder i 1 og er det samme i 1 af 3 viste; 1 værdi er skjult.',
      'The figure rises in 1, falls in 1 and is the same in 1 of 3 shown; 1 value is hidden.',
    ],
    [
      [['suppressed', 1]],
      'Intet kan sammenlignes; 1 værdi er skjult.',
      'Nothing can be compared; 1 value is hidden.',
    ],
    [
      [['suppressed', 'suppressed']],
      'Alle værdier er skjult af hensyn til diskretion.',
      'All values are hidden for disclosure reasons.',
    ],
  ];
  for (const [rows, da, en] of cases) {
    it(da, () => {
      assert.equal(smallMultiplesChart.describe(places(rows)), da);
      assert.equal(smallMultiplesChart.describe(places(rows), { language: 'en' }), en);
    });
  }

  it('compares nothing across a break', () => {
    const years = ['2023', '2024', '2025'].map((year, at) => [
      { ...member('time', year), ...(at === 1 ? { flags: ['break' as const] } : {}) },
    ]);
    const cellSet = cellSetOf([[member('residence', 'm0')]], years, [[90, 10, 20]]);
    assert.equal(smallMultiplesChart.describe(cellSet), 'Siden 2024: tallet stiger i den ene viste.');
    assert.equal(withClass(smallMultiplesChart.scene(cellSet), 'break-line').length, 1);
  });
});
