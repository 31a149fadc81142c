import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { barModel } from '../../model/read-cell-set.ts';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import {
  all,
  anyTable,
  anyWidth,
  classes,
  marksOf,
  number,
  undrawable,
  unreadable,
  withClass,
} from '../../testing/drawn.fixture.ts';
import { dotChart } from './dot-chart.ts';
import { dotGeometry, STUB, type DotGeometry } from './dot-geometry.ts';
import { dotNames } from './dot-names.ts';

const places = ['Hjørring', 'Thisted', 'Mariagerfjord', 'Ringkøbing-Skjern', 'Læsø'];
const rowsOf = (rows: readonly (readonly CellLike[])[], years = ['2015', '2025', '2035', '2045']) =>
  cellSetOf(
    rows.map((_, index) => [{ ...member('residence', `m${index}`), label: places[index % places.length]! }]),
    (rows[0] ?? []).map((_, index) => [member('time', years[index]!)]),
    rows,
  );
const room = { width: 600, top: 4, names: 92, values: 0, tick: 20, decimals: 0, zero: true, notes: [] };

function geometryOf(rows: readonly (readonly CellLike[])[], zero = true): DotGeometry {
  return dotGeometry(barModel(rowsOf(rows), { order: 'given' }), { ...room, zero });
}

describe('dot geometry', () => {
  it('places dots by hand-worked arithmetic', () => {
    // From 92 + 8 + 8 = 108 to 600 − 8 − 8 = 584, 476 pixels for 0 to 100. Rows of 26 from 4.
    const { dots, links } = geometryOf([
      [0, 100],
      [50, 25],
    ]);
    assert.deepEqual(
      dots.map(({ x, y }) => [x, y]),
      [
        [108, 17],
        [584, 17],
        [346, 43],
        [227, 43],
      ],
    );
    assert.deepEqual(links, [
      { category: 0, from: 108, to: 584, y: 17 },
      { category: 1, from: 227, to: 346, y: 43 },
    ]);
  });

  it('gives what is hidden a place of its series left of the scale, and no link', () => {
    const { dots, links, plot } = geometryOf([
      [10, 'suppressed'],
      ['suppressed', 'suppressed'],
      [40, 50],
    ]);
    const hidden = dots.filter(({ value }) => value.kind === 'hidden');
    assert.deepEqual(
      hidden.map(({ series, x }) => [series, x]),
      [
        [1, 125],
        [0, 107],
        [1, 125],
      ],
    );
    for (const { x } of hidden) assert.ok(x + STUB.width / 2 < plot.left);
    assert.deepEqual(
      links.map(({ category }) => category),
      [2],
    );
  });

  it('takes the scale from what is shown alone, and begins at zero only where asked or needed', () => {
    const values = (rows: readonly (readonly CellLike[])[], zero: boolean) =>
      geometryOf(rows, zero).ticks.map(({ value }) => value);
    assert.deepEqual(values([[70], [90], ['suppressed']], false), values([[70], [90]], false));
    assert.ok(values([[70], [90]], false)[0]! >= 60);
    assert.equal(values([[70], [90]], true)[0], 0);
    assert.equal(values([[20], [90]], false)[0], 0);
  });
});

describe('the names of the series of a dot plot', () => {
  const measure = (text: string): number => text.length * 7;
  const placesOf = (
    dots: readonly (number | null)[],
    width = 400,
  ): { text: string; x: number; y: number }[] =>
    dotNames(['2015', '2025'], dots, width, measure)
      .shapes.filter(({ tag }) => tag === 'text')
      .map((each) => ({ text: each.text, x: number(each, 'x'), y: number(each, 'y') }));

  it('stand over the dots of the first row, in the order of the dots', () => {
    // A name begins 14 beside its shape, whose middle is 7 beside where it begins.
    assert.deepEqual(placesOf([100, 250]), [
      { text: '2015', x: 107, y: 14 },
      { text: '2025', x: 257, y: 14 },
    ]);
    const [first, second] = placesOf([250, 100]);
    assert.ok(first!.x > second!.x);
  });

  it('move apart where dots are close, and become a key where one would stray or has no dot', () => {
    const [first, second] = placesOf([100, 110]);
    assert.ok(second!.x - first!.x >= 28 + 12);
    for (const dots of [
      [390, 395],
      [100, null],
    ]) {
      assert.deepEqual(
        placesOf(dots).map(({ x }) => x),
        [14, 74],
      );
    }
  });

  it('become a key where many would stray from dots close to one another', () => {
    const four = ['2015', '2025', '2035', '2045'];
    const xs = (dots: number[]): number[] =>
      dotNames(four, dots, 1000, measure)
        .shapes.filter(({ tag }) => tag === 'text')
        .map((each) => number(each, 'x'));
    // Beginning 54 from one another: the last of four at one place would be 162 away.
    assert.deepEqual(xs([300, 300, 300, 300]), [14, 74, 134, 194]);
    assert.deepEqual(xs([300, 360, 420, 480]), [307, 367, 427, 487]);
  });

  it('take no room where there is one series', () => {
    assert.deepEqual(dotNames([''], [10], 400, measure), { height: 4, shapes: [] });
  });
});

describe('a dot plot', () => {
  it('of any numbers at any width has a mark for every value and draws in it what it says', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 4 }, 8), anyWidth, (rows, width) => {
        const scene = dotChart.scene(rowsOf(rows), { width, order: 'given', id: 'c' });
        assert.deepEqual(undrawable(scene), []);
        assert.deepEqual(unreadable(scene, width), []);
        const marks = marksOf(scene);
        assert.equal(marks.length, rows.length * rows[0]!.length);
        for (const mark of marks) {
          const value = rows[number(mark, 'data-category')]![number(mark, 'data-series')]!;
          const drawn = mark.children.map((child) => classes(child)[0]);
          assert.equal(drawn.includes('point'), typeof value === 'number');
          assert.equal(drawn.includes('hidden'), value === 'suppressed');
        }
        for (const stub of withClass(scene, 'hidden')) {
          assert.deepEqual([number(stub, 'width'), number(stub, 'height')], [STUB.width, STUB.height]);
        }
      }),
    );
  });

  it('has each dot where its number is on the axis', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 3 }, 6), (rows) => {
        const { dots } = geometryOf(rows);
        const shown = dots.flatMap(({ value, x }) => (value.kind === 'shown' ? [{ n: value.value, x }] : []));
        shown.sort((a, b) => a.n - b.n);
        const [first, last] = [shown[0], shown.at(-1)];
        if (!first || !last || first.n === last.n) return;
        for (const { n, x } of shown) {
          const share = (n - first.n) / (last.n - first.n);
          assert.ok(Math.abs(x - (first.x + share * (last.x - first.x))) < 1e-6);
        }
      }),
    );
  });

  it('is ordered by the first series, with those hidden there last by name', () => {
    const cells = rowsOf([
      ['suppressed', 90],
      [30, 10],
      [50, 20],
      ['suppressed', 'suppressed'],
      [40, 30],
    ]);
    assert.deepEqual(
      dotChart.table(cells).rows.map(({ label }) => label),
      ['Mariagerfjord', 'Læsø', 'Thisted', 'Hjørring', 'Ringkøbing-Skjern'],
    );
  });

  it('makes one member stand out, and greys the others only where there is one series', () => {
    const points = (rows: CellLike[][]): string[] =>
      marksOf(dotChart.scene(rowsOf(rows), { highlight: 'm1', order: 'given' })).flatMap((mark) =>
        mark.children.filter(({ tag }) => tag === 'path').map(({ attributes }) => attributes['class']!),
      );
    assert.deepEqual(points([[1], [2]]), ['point context', 'point series-1']);
    assert.deepEqual(
      points([
        [1, 2],
        [3, 4],
      ]),
      ['point series-1', 'point series-2', 'point series-1', 'point series-2'],
    );
    const strong = withClass(
      dotChart.scene(
        rowsOf([
          [1, 2],
          [3, 4],
        ]),
        { highlight: 'm1' },
      ),
      'strong',
    );
    assert.deepEqual(
      strong.map(({ text }) => text),
      ['Thisted'],
    );
    assert.deepEqual(
      withClass(dotChart.scene(rowsOf([[1], [2]]), { highlight: 'm1' }), 'strong').map(({ text }) => text),
      ['Thisted', '2'],
    );
  });

  it('draws one line for a total that is the same for all rows', () => {
    const cells = cellSetOf(
      [[member('residence', 'A')], [member('residence', 'B')], [total('residence')]],
      [[]],
      [[10], [20], [15]],
    );
    const scene = dotChart.scene(cells, { references: [{ dimension: 'residence', member: 'total' }] });
    // From its name above the rows to the first of them, and along both.
    const [line, above, ...others] = withClass(scene, 'reference');
    assert.equal(others.length, 0);
    assert.equal(number(above!, 'y2'), number(line!, 'y1'));
    assert.equal(number(line!, 'y2') - number(line!, 'y1'), 2 * 26);
    assert.ok(all(scene).some(({ text }) => text === 'all residence: 15'));
    const [low, high] = marksOf(scene)
      .map((mark) => number(mark.children[0]!, 'x') + 12)
      .sort((a, b) => a - b);
    for (const { attributes } of [above!, line!]) {
      assert.ok(Math.abs(Number(attributes['x1']) - (low! + high!) / 2) < 0.02);
    }
  });

  it('draws a remark at a number, and reaches as far', () => {
    const scene = dotChart.scene(rowsOf([[70], [90]]), { annotations: [{ at: 120, text: 'Mål' }] });
    const [line] = withClass(scene, 'annotation');
    assert.equal(number(line!, 'x1'), number(line!, 'x2'));
    assert.ok(all(scene).some(({ text }) => text === 'Mål'));
    const furthest = Math.max(...marksOf(scene).map((mark) => number(mark.children[0]!, 'x') + 12));
    assert.ok(number(line!, 'x1') > furthest);
  });

  it('draws what is provisional open', () => {
    const cells = cellSetOf(
      [[member('residence', 'A')], [member('residence', 'B')]],
      [[member('time', '2024')], [{ ...member('time', '2025'), flags: ['provisional'] }]],
      [
        [1, 2],
        [3, 'suppressed'],
      ],
    );
    const open = marksOf(dotChart.scene(cells, { order: 'given' })).map(
      (mark) => withClass(mark, 'open').length,
    );
    assert.deepEqual(open, [0, 1, 0, 0]);
  });

  it('writes the number of a single series, and the word where a row has none', () => {
    const texts = all(dotChart.scene(rowsOf([[1234.5], ['suppressed'], ['missing']]), { decimals: 1 })).map(
      ({ text }) => text,
    );
    for (const text of ['1.234,5', '[skjult]', '[mangler]']) assert.ok(texts.includes(text), text);
  });
});
