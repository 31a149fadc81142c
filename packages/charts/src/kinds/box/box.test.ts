import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellSetOf, member, type CellLike } from '../../testing/cell-set.fixture.ts';
import {
  all,
  anyTable,
  anyWidth,
  marksOf,
  number,
  undrawable,
  unreadable,
  withClass,
} from '../../testing/drawn.fixture.ts';
import { boxChart } from './box-chart.ts';
import { boxGeometry, STUB } from './box-geometry.ts';
import { boxModel } from './box-model.ts';
import { distributionsOf } from './distribution.ts';

const table = (rows: readonly (readonly CellLike[])[]) =>
  cellSetOf(
    rows.map((_, index) => [member('residence', `m${index}`)]),
    (rows[0] ?? []).map((_, index) => [member('time', `${2020 + index}`)]),
    rows,
  );
/** One group with these values. */
const group = (cells: readonly CellLike[]) => table(cells.map((cell) => [cell]));

describe('box geometry', () => {
  it('places the five numbers by hand-worked arithmetic', () => {
    const groups = distributionsOf(boxModel(group([0, 20, 40, 80, 100]), {}), 'm3');
    const geometry = boxGeometry(groups, {
      width: 600,
      top: 4,
      names: 92,
      tick: 20,
      decimals: 0,
      zero: true,
    });
    // From 92 + 8 + 8 = 108 to 600 − 8 − 8 = 584, 4.76 pixels each; the row of 44 has its middle at 4 + 22.
    const [place] = geometry.places;
    const { least, lower, median, upper, most } = place!.box!;
    [least, lower, median, upper, most, place!.own!.x].forEach((x, at) => {
      assert.ok(Math.abs(x - [108, 203.2, 298.4, 488.8, 584, 488.8][at]!) < 1e-9);
    });
    assert.deepEqual([place!.y, place!.dots, place!.empty], [26, [], false]);
  });

  it('takes the scale from what is shown alone', () => {
    const ticks = (cells: readonly CellLike[]): number[] =>
      boxGeometry(distributionsOf(boxModel(group(cells), {}), undefined), {
        width: 600,
        top: 4,
        names: 92,
        tick: 20,
        decimals: 0,
        zero: false,
      }).ticks.map(({ value }) => value);
    assert.deepEqual(ticks([70, 75, 80, 85, 90, 'suppressed']), ticks([70, 75, 80, 85, 90]));
  });
});

describe('a box chart', () => {
  it('of any numbers at any width has a mark for every group, and one for the member that stands out', () => {
    fc.assert(
      fc.property(anyTable({ min: 2, max: 5 }, 14), anyWidth, (rows, width) => {
        const scene = boxChart.scene(table(rows), { width, highlight: 'm1', members: 'kommuner', id: 'c' });
        assert.deepEqual(undrawable(scene), []);
        assert.deepEqual(unreadable(scene, width), []);
        const marks = marksOf(scene);
        const own = rows[1]!.map((cell) => cell === 'suppressed' || typeof cell === 'number');
        rows[0]!.forEach((_, at) => {
          const ofGroup = marks.filter((mark) => number(mark, 'data-category') === at);
          assert.equal(ofGroup.length, own[at] ? 2 : 1);
          const shown = rows.filter((row) => typeof row[at] === 'number').length;
          const [whole] = ofGroup;
          assert.equal(withClass(whole!, 'box').length, shown >= 5 ? 1 : 0);
          assert.equal(withClass(whole!, 'point').length, shown >= 5 ? 0 : shown);
        });
        for (const stub of withClass(scene, 'hidden')) {
          assert.deepEqual([number(stub, 'width'), number(stub, 'height')], [STUB.width, STUB.height]);
        }
      }),
    );
  });

  it('draws the same whichever members are hidden, so long as as many are', () => {
    const scene = (cells: readonly CellLike[]) => boxChart.scene(group(cells), { id: 'c' });
    assert.deepEqual(
      scene(['suppressed', 1, 2, 3, 4, 5, 'suppressed']),
      scene([1, 2, 'suppressed', 'suppressed', 3, 4, 5]),
    );
  });

  it('writes and says how many are shown and hidden', () => {
    const cells = group([31, 32, 35, 38, 49, 'suppressed', 'suppressed']);
    const options = { members: 'kommuner', unit: 'pr. 1.000' };
    const texts = all(boxChart.scene(cells, options)).map(({ text }) => text);
    assert.ok(texts.includes('5 kommuner vist, 2 skjult'));
    const [label] = marksOf(boxChart.scene(cells, options)).map(({ attributes }) => attributes['aria-label']);
    assert.equal(
      label,
      '2020: median 35, den midterste halvdel 32 til 38, alle viste 31 til 49 pr. 1.000; 5 kommuner vist, 2 skjult',
    );
    assert.equal(
      marksOf(boxChart.scene(group([4, 2, 'suppressed']), { language: 'en' }))[0]?.attributes['aria-label'],
      '2020: m1 2, m0 4; 2 shown, 1 hidden',
    );
  });

  it('hatches a group of which nothing is shown, and the member that stands out where it is hidden', () => {
    const hidden = (cells: readonly CellLike[], highlight: string): number =>
      withClass(boxChart.scene(group(cells), { highlight }), 'hidden').length;
    assert.equal(hidden(['suppressed', 'suppressed'], 'm9'), 1);
    assert.equal(hidden(['suppressed', 'suppressed'], 'm0'), 1, 'not twice in one place');
    assert.equal(hidden(['suppressed', 1, 2, 3, 4, 5], 'm0'), 1);
    assert.equal(hidden(['suppressed', 1, 2, 3, 4, 5], 'm1'), 0);
  });

  it('has the five numbers, its own member and the counts as its table', () => {
    const two = table([
      [31, 1],
      [32, 'suppressed'],
      [35, 'missing'],
      [38, 2],
      [49, 'suppressed'],
    ]);
    const { columns, rows } = boxChart.table(two, { highlight: 'm3' });
    assert.deepEqual(columns, [
      'Mindste',
      'Nedre kvartil',
      'Median',
      'Øvre kvartil',
      'Største',
      'm3',
      'Viste',
      'Skjulte',
    ]);
    const none = '[ikke relevant]';
    assert.deepEqual(
      rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
      [
        ['2020', '31', '32', '35', '38', '49', '38', '5', '0'],
        ['2021', '1', none, none, none, '2', '2', '2', '2'],
      ],
    );
  });

  it('says where the median is highest and lowest, and how a box is read', () => {
    const [low, high] = [
      [1, 2, 3, 4, 5],
      [0, 12, 13, 14, 15],
    ];
    const two = table([...low!.map((value, at) => [value, high![at]!] as CellLike[]), ['suppressed', 7]]);
    assert.equal(
      boxChart.describe(two),
      'Medianen af de viste er størst for 2021 (13) og mindst for 2020 (3); 1 værdi er skjult.',
    );
    assert.equal(
      boxChart.describe(two, { language: 'en' }),
      'The median of those shown is largest for 2021 (13) and smallest for 2020 (3); 1 value is hidden.',
    );
    assert.equal(
      boxChart.describe(group([1, 2, 3, 4, 5])),
      'Medianen af de viste er 3, og den midterste halvdel ligger fra 2 til 4.',
    );
    assert.equal(
      boxChart.describe(table(low!.map((value) => [value, value])), { language: 'en' }),
      'The median of those shown is 3 in every group.',
    );
    assert.match(boxChart.describe(group([1, 2])), /^Af de viste er m1/);
    assert.deepEqual(
      boxChart.notices(two).map((notice) => notice.split(' ').slice(0, 2).join(' ')),
      ['Kassen rummer', 'Skjulte værdier'],
    );
    assert.deepEqual(boxChart.notices(group([1, 2])), []);
  });
});
