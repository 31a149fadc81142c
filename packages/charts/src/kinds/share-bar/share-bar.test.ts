import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CellSet } from '@datakube/contract';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import { all, classes, marksOf, number } from '../../testing/drawn.fixture.ts';
import { shareBarChart } from './share-bar-chart.ts';

const places = ['A', 'B'].map((code) => [member('residence', code)]);
const sexes = [[member('sex', 'K')], [member('sex', 'M')]];
const withTotal = [[total('sex')], ...sexes];
const counts = (cells: readonly (readonly CellLike[])[]) => cellSetOf(places, withTotal, cells);

/** The same cells under another name beside them. */
function also(cellSet: CellSet, name: string, cells: readonly (readonly CellLike[])[]): CellSet {
  const more = cellSetOf(cellSet.rows, cellSet.columns, cells).measures.get('persons')!;
  return { ...cellSet, measures: new Map([...cellSet.measures, [name, more]]) };
}
const bars = (cellSet: CellSet, options = {}) =>
  marksOf(shareBarChart.scene(cellSet, { order: 'given', id: 'c', ...options })).map((mark) => {
    const bar = mark.children.find((child) => classes(child).includes('part'));
    return bar ? number(bar, 'width') : null;
  });
const labels = (cellSet: CellSet, options = {}) =>
  marksOf(shareBarChart.scene(cellSet, { order: 'given', id: 'c', ...options })).map(
    ({ attributes }) => attributes['aria-label'],
  );

describe('shares', () => {
  it('are those that were derived behind the gate, where they are there', () => {
    const cellSet = also(
      counts([
        [100, 60, 40],
        [200, 50, 150],
      ]),
      'persons.row-share',
      [
        [100, 60, 40],
        [100, 25, 'suppressed'],
      ],
    );
    assert.deepEqual(labels(cellSet), [
      'A, K: 60,0 %',
      'A, M: 40,0 %',
      'B, K: 25,0 %',
      'B, M: skjult af hensyn til diskretion',
    ]);
    const [first, second, third, fourth] = bars(cellSet);
    assert.ok(Math.abs(first! / second! - 60 / 40) < 1e-3);
    assert.ok(Math.abs(first! / third! - 60 / 25) < 1e-2);
    assert.equal(fourth, null);
    assert.equal(
      shareBarChart.describe(cellSet),
      'Største viste andel er A, K (60,0 %); 1 værdi er skjult. Søjlerne er vist uden skjulte dele.',
    );
  });

  it('are else drawn as a part against a total, both of them shown, and said as the two numbers', () => {
    const cellSet = counts([
      [100, 60, 40],
      ['suppressed', 60, 'suppressed'],
    ]);
    assert.deepEqual(labels(cellSet, { unit: 'borgere' }), [
      'A, K: 60 af 100 borgere',
      'A, M: 40 af 100 borgere',
      'B, K: 60 borgere',
      'B, M: skjult af hensyn til diskretion',
    ]);
    const [k, m, alone] = bars(cellSet);
    assert.ok(Math.abs(k! / m! - 1.5) < 1e-3);
    assert.equal(alone, null);
    const texts = all(shareBarChart.scene(cellSet, { id: 'c' })).map(({ text }) => text);
    assert.ok(texts.includes('100\u00a0%') && !texts.some((text) => /^60(,0)?$/.test(text)));
    assert.deepEqual(
      shareBarChart.table(cellSet).rows.map(({ cells }) => cells.map(({ text }) => text)),
      [
        ['60', '40', '100'],
        ['60', '[skjult]', '[skjult]'],
      ],
    );
  });

  it('are refused, with the reason, where there is no whole or the parts are more than it', () => {
    const refusals: [CellSet, string, string][] = [
      [
        cellSetOf(places, sexes, [
          [60, 40],
          [50, 150],
        ]),
        'Andele kan ikke vises: svaret har hverken andele eller en total, de kan måles mod.',
        'Shares cannot be shown: the answer has neither shares nor a total to measure them by.',
      ],
      [
        counts([
          [100, 60, 70],
          [200, 50, 150],
        ]),
        'Andele kan ikke vises: delene kan ikke lægges sammen til helheden.',
        'Shares cannot be shown: the parts do not add up to the whole.',
      ],
    ];
    for (const [cellSet, da, en] of refusals) {
      assert.equal(shareBarChart.describe(cellSet), da);
      assert.equal(shareBarChart.describe(cellSet, { language: 'en' }), en);
      assert.equal(marksOf(shareBarChart.scene(cellSet)).length, 0);
      const words = all(shareBarChart.scene(cellSet, { width: 300 })).map(({ text }) => text);
      assert.equal(words.filter(Boolean).join(' '), da);
    }
  });

  it('are not made of a change', () => {
    const changes = cellSetOf(places, withTotal, [
      [1, 2, 3],
      [1, 2, 3],
    ]);
    const cellSet = { ...changes, measures: new Map([['persons.change', changes.measures.get('persons')!]]) };
    assert.equal(shareBarChart.describe(cellSet), 'Andele kan ikke vises af dette mål.');
  });

  it('of numbers that were adjusted may come to a little more than the whole', () => {
    const cellSet = counts([
      [100, 61, 40],
      [200, 50, 150],
    ]);
    assert.equal(bars(cellSet).length, 4);
  });
});

describe('stacked bars beside what they are compared with', () => {
  it('have the country as a bar of its own, last', () => {
    const cellSet = cellSetOf([...places, [total('residence')]], withTotal, [
      [100, 60, 40],
      [200, 50, 150],
      [300, 110, 190],
    ]);
    const references = [{ dimension: 'residence', member: 'total', label: 'Hele landet' }];
    assert.deepEqual(
      shareBarChart.table(cellSet, { references }).rows.map(({ label }) => label),
      ['A', 'B', 'Hele landet'],
    );
    assert.deepEqual(shareBarChart.notices(cellSet, { references }), []);
    assert.deepEqual(shareBarChart.table(cellSet).rows.length, 2);
  });
});
