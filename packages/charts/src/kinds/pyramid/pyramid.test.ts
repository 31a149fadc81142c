import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
import { pyramidChart } from './pyramid-chart.ts';
import { pyramidGeometry, STUB_LENGTH, type PyramidGeometry } from './pyramid-geometry.ts';
import { pyramidModel } from './pyramid-model.ts';

const sexes = [[member('sex', 'Mænd')], [member('sex', 'Kvinder')]];
const age = (index: number) => [member('age', `${index * 5}–${index * 5 + 4}`)];
const population = (rows: readonly (readonly CellLike[])[]) =>
  cellSetOf(
    rows.map((_, index) => age(index)),
    sexes,
    rows,
  );

function geometryOf(rows: readonly (readonly CellLike[])[], width = 600): PyramidGeometry {
  const model = pyramidModel(population(rows), {});
  return pyramidGeometry(model, { width, labels: 40, tick: 34, decimals: 0 });
}

describe('pyramid geometry', () => {
  it('mirrors bars on one scale, by hand-worked arithmetic', () => {
    // Ages take 40 + 20, so sides are (600 − 60) / 2 = 270 wide; bars may reach 270 − 34 / 2 − 2 = 251 for 1.000.
    const { bars, bases } = geometryOf([
      [1000, 500],
      [0, 800],
    ]);
    assert.deepEqual(bases, [270, 330]);
    assert.deepEqual(
      bars.map(({ x, width }) => [x, width]),
      [
        [270, 0],
        [330, 200.8],
        [19, 251],
        [330, 125.5],
      ],
    );
  });

  it('puts the oldest on top, in the drawing and in the table', () => {
    const rows = [
      [1, 2],
      [3, 4],
    ];
    assert.deepEqual(
      pyramidChart
        .table(population(rows))
        .rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
      [
        ['5–9', '3', '4'],
        ['0–4', '1', '2'],
      ],
    );
    const [first] = geometryOf(rows).bars;
    assert.deepEqual([first?.category, first?.value], [0, { kind: 'shown', value: 3 }]);
  });

  it('counts up to both sides from zero', () => {
    const { ticks } = geometryOf([[1000, 500]]);
    assert.deepEqual(
      ticks.map(({ value }) => value),
      [0, 500, 1000],
    );
    const texts = all(pyramidChart.scene(population([[1000, 500]]))).map(({ text }) => text);
    assert.equal(texts.filter((text) => text === '1.000').length, 2);
    assert.ok(!texts.some((text) => text.startsWith('-') || text.startsWith('−')));
  });

  it('takes the scale from what is shown alone', () => {
    const alone = geometryOf([[10, 20]]).ticks;
    assert.deepEqual(
      geometryOf([
        [10, 20],
        ['suppressed', 'suppressed'],
      ]).ticks,
      alone,
    );
  });

  it('says once of neighbours on a side that they are hidden', () => {
    const rows: CellLike[][] = [
      [10, 20],
      ['suppressed', 5],
      ['suppressed', 'suppressed'],
      ['missing', 3],
    ];
    const { runs, middles } = geometryOf(rows);
    // From the top: missing, hidden, hidden on the left; hidden third on the right.
    assert.deepEqual(
      runs.map(({ series, kind, middle }) => [series, kind, middle]),
      [
        [0, 'missing', middles[0]],
        [0, 'hidden', ((middles[1] ?? 0) + (middles[2] ?? 0)) / 2],
        [1, 'hidden', middles[1]],
      ],
    );
  });

  it('names every age group of a few, and every other of many, the youngest among them', () => {
    const rows = (count: number): CellLike[][] => Array.from({ length: count }, () => [1, 2]);
    assert.equal(geometryOf(rows(12)).labelled.length, 12);
    const many = geometryOf(rows(20)).labelled;
    assert.equal(many.length, 10);
    assert.equal(many.at(-1), 19);
  });

  it('gives a finger 24 pixels on a phone: to groups of five years, not to single years', () => {
    const rows = (count: number): CellLike[][] => Array.from({ length: count }, () => [1, 2]);
    const { pitch, labelled } = geometryOf(rows(20), 336);
    assert.deepEqual([pitch, labelled.length], [24, 20]);
    assert.equal(geometryOf(rows(20), 480).pitch, 15);
    assert.equal(geometryOf(rows(100), 336).pitch, 15);
  });
});

describe('an age pyramid', () => {
  it('of any numbers at any width has a mark for every value and draws in it what it says', () => {
    fc.assert(
      fc.property(anyTable({ min: 2, max: 2 }, 21), anyWidth, (rows, width) => {
        const scene = pyramidChart.scene(population(rows), { width, id: 'c' });
        assert.deepEqual(undrawable(scene), []);
        assert.deepEqual(unreadable(scene, width), []);
        const marks = marksOf(scene);
        assert.equal(marks.length, 2 * rows.length);
        for (const mark of marks) {
          const value = rows.at(-1 - number(mark, 'data-category'))?.[number(mark, 'data-series')];
          const drawn = mark.children.map((child) => classes(child)[0]);
          assert.equal(drawn.includes('bar'), typeof value === 'number');
          assert.equal(drawn.includes('hidden'), value === 'suppressed');
        }
        for (const stub of withClass(scene, 'hidden')) assert.equal(number(stub, 'width'), STUB_LENGTH);
      }),
    );
  });

  it('writes that a value is hidden outside its stub, on its own side', () => {
    const scene = pyramidChart.scene(
      population([
        [10, 20],
        ['suppressed', 'suppressed'],
      ]),
    );
    const [left, right] = all(scene).filter(({ text }) => text === '[skjult]');
    const [leftStub, rightStub] = withClass(scene, 'hidden');
    assert.ok(classes(left!).includes('end') && number(left!, 'x') < number(leftStub!, 'x'));
    assert.ok(
      !classes(right!).includes('end') && number(right!, 'x') > number(rightStub!, 'x') + STUB_LENGTH,
    );
  });

  it('finds ages on the columns where the rows are the two sexes', () => {
    const turned = cellSetOf(
      sexes,
      [age(0), age(1), age(2)],
      [
        [1, 2, 3],
        [4, 5, 'suppressed'],
      ],
    );
    const upright = population([
      [1, 4],
      [2, 5],
      [3, 'suppressed'],
    ]);
    assert.deepEqual(pyramidChart.scene(turned, { id: 'c' }), pyramidChart.scene(upright, { id: 'c' }));
  });

  it('leaves out the total, and says that it draws the first two of three', () => {
    const three = cellSetOf(
      [age(0), age(1), age(2), [total('age')]],
      [...sexes, [member('sex', 'Ukendt')]],
      [
        [1, 2, 3],
        [4, 5, 6],
        [1, 1, 1],
        [6, 8, 10],
      ],
    );
    assert.equal(marksOf(pyramidChart.scene(three)).length, 6);
    assert.deepEqual(pyramidChart.notices(three), ['Diagrammet viser de første 2 af 3 serier.']);
  });

  it('says which group shown is the largest', () => {
    const one = population([
      [1200, 1490],
      ['suppressed', 7],
    ]);
    assert.equal(
      pyramidChart.describe(one),
      'Den største viste gruppe er 0–4, Kvinder (1.490); 1 værdi er skjult.',
    );
    assert.equal(
      pyramidChart.describe(one, { language: 'en' }),
      'The largest group shown is 0–4, Kvinder (1,490); 1 value is hidden.',
    );
    const same = population([
      [9, 9],
      [1, 2],
    ]);
    assert.equal(pyramidChart.describe(same), 'De største viste grupper er 0–4, Mænd m.fl. (9).');
    assert.equal(
      pyramidChart.describe(same, { language: 'en' }),
      'The largest groups shown are 0–4, Mænd and others (9).',
    );
    assert.equal(
      pyramidChart.describe(population([['suppressed', 'suppressed']])),
      'Alle værdier er skjult af hensyn til diskretion.',
    );
  });

  it('marks a provisional sex at its name, and a single provisional number at its bar', () => {
    const flagged = cellSetOf(
      [age(0), age(1)],
      [[{ ...sexes[0]![0]!, flags: ['provisional'] }], sexes[1]!],
      [
        [1, 2],
        [3, 4],
      ],
    );
    const cells = flagged.measures.get('persons')!;
    const single = { ...cells, flags: Uint8Array.of(0, 0, 0, 2) };
    const scene = pyramidChart.scene({ ...flagged, measures: new Map([['persons', single]]) });
    const texts = all(scene).map(({ text }) => text);
    assert.ok(texts.includes('Mænd [f]'));
    // All of the left, and one of the right.
    assert.deepEqual(
      marksOf(scene).map((mark) => withClass(mark, 'provisional').length),
      [1, 1, 1, 0],
    );
    assert.equal(texts.filter((text) => text === '[f]').length, 1);
  });
});
