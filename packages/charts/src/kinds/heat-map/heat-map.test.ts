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
import { heatMapChart } from './heat-map-chart.ts';
import { heatMapGeometry } from './heat-map-geometry.ts';

const diseases = ['Astma', 'Demens', 'Kronisk obstruktiv lungesygdom', 'Leddegigt'];
const grid = (
  rows: readonly (readonly CellLike[])[],
  column = (index: number) => `${index * 10}–${index * 10 + 9}`,
) =>
  cellSetOf(
    rows.map((_, index) => [
      { ...member('disease', `d${index}`), label: diseases[index % diseases.length]! },
    ]),
    (rows[0] ?? []).map((_, index) => [{ ...member('age', `a${index}`), label: column(index) }]),
    rows,
  );
const room = {
  width: 600,
  rows: 3,
  columns: 5,
  rowNames: 92,
  columnNames: [30, 30, 30, 30, 30],
  values: 28,
  keyLines: 1,
};

describe('heat map geometry', () => {
  it('fills the width with squares, by hand-worked arithmetic', () => {
    // 600 − 92 − 8 = 500 for five columns.
    const { left, stepX, stepY, cell, top, bottom } = heatMapGeometry(room);
    assert.deepEqual([left, stepX, cell.width], [100, 100, 98]);
    assert.deepEqual([stepY, cell.height], [32, 30]);
    assert.equal(bottom - top, 3 * 32);
  });

  it('writes numbers in all squares or in none', () => {
    assert.equal(heatMapGeometry({ ...room, values: 92 }).numbers, true);
    assert.equal(heatMapGeometry({ ...room, values: 93 }).numbers, false);
  });

  it('turns the names of columns where one has not the room, and leaves out those that would touch', () => {
    assert.equal(heatMapGeometry({ ...room, columnNames: [96, 30, 30, 30, 30] }).turned, false);
    const tight = heatMapGeometry({
      ...room,
      columns: 40,
      columnNames: Array.from({ length: 40 }, () => 30),
    });
    assert.equal(tight.turned, true);
    // 500 / 40 = 12.5 from one column to the next, and turned names need 17.
    assert.deepEqual(
      tight.names.map(({ column }) => column),
      Array.from({ length: 20 }, (_, index) => index * 2),
    );
  });

  it('makes room for turned names over short names of rows, so that they begin within the drawing', () => {
    const ten = { ...room, columns: 10, columnNames: Array.from({ length: 10 }, () => 90) };
    const { left, names } = heatMapGeometry({ ...ten, rowNames: 12 });
    assert.ok((names[0]?.x ?? 0) - 90 * Math.SQRT1_2 >= 0);
    assert.ok(left > 20);
    assert.equal(heatMapGeometry(ten).left, 100);
  });

  it('keeps rows high enough for a finger, however many there are', () => {
    for (const [rows, width] of [
      [98, 1200],
      [3, 280],
    ] as const) {
      assert.ok(heatMapGeometry({ ...room, rows, width }).cell.height >= 24);
    }
  });
});

describe('a heat map', () => {
  it('of any numbers at any width has a square for every value, shaded where it is shown', () => {
    fc.assert(
      fc.property(anyTable({ min: 2, max: 12 }, 8), anyWidth, (rows, width) => {
        const scene = heatMapChart.scene(grid(rows), { width, id: 'c' });
        assert.deepEqual(undrawable(scene), []);
        assert.deepEqual(unreadable(scene, width), []);
        const marks = marksOf(scene);
        assert.equal(marks.length, rows.length * rows[0]!.length);
        for (const mark of marks) {
          const value = rows[number(mark, 'data-category')]![number(mark, 'data-series')]!;
          const drawn = mark.children.flatMap(classes);
          assert.equal(drawn.includes('step'), typeof value === 'number');
          assert.equal(drawn.includes('hidden'), value === 'suppressed');
        }
        const hidden = withClass(scene, 'hidden');
        assert.ok(
          hidden.every((each) => classes(each).length === 1),
          'a hidden value has no shade',
        );
        assert.ok(
          new Set(hidden.map((each) => `${number(each, 'width')} ${number(each, 'height')}`)).size <= 1,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('shades by classes of what is shown: darker for no smaller number, the same for equal ones', () => {
    fc.assert(
      fc.property(anyTable({ min: 2, max: 8 }, 8), (rows) => {
        const shades = marksOf(heatMapChart.scene(grid(rows), { id: 'c' })).flatMap((mark) => {
          const value = rows[number(mark, 'data-category')]![number(mark, 'data-series')]!;
          const shade = mark.children.flatMap(classes).find((name) => name.startsWith('class-'));
          return typeof value === 'number' && shade ? [{ value, shade }] : [];
        });
        shades.sort((a, b) => a.value - b.value);
        for (let at = 1; at < shades.length; at++) {
          assert.ok(shades[at]!.shade >= shades[at - 1]!.shade);
          if (shades[at]!.value === shades[at - 1]!.value)
            assert.equal(shades[at]!.shade, shades[at - 1]!.shade);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('turned names of columns are apart and within the drawing', () => {
    for (let width = 280; width <= 1200; width += 40) {
      const rows = [Array.from({ length: 11 }, (_, index) => index), Array.from({ length: 11 }, () => 5)];
      const scene = heatMapChart.scene(
        grid(rows, () => 'Ringkøbing-Skjern'),
        { width, id: 'c' },
      );
      const turned = all(scene).filter(({ attributes }) => attributes['transform']?.startsWith('rotate(45'));
      turned.forEach((name, index) => {
        // A line of text of 12 px, at 45 degrees: neighbours are the distance along the axis times the sine apart.
        const next = turned[index + 1];
        if (next) assert.ok((number(next, 'x') - number(name, 'x')) * Math.SQRT1_2 >= 12);
        // 7 px a letter is the estimate's, and it ends over its column.
        assert.ok(number(name, 'x') - name.text.length * 7 * Math.SQRT1_2 > -8, `${width} px: ${name.text}`);
      });
    }
  });

  it('writes the number in the square where there is room, and says the class in the key', () => {
    const texts = all(
      heatMapChart.scene(
        grid([
          [0.4, 5],
          [20, 236],
        ]),
        { decimals: 1, id: 'c' },
      ),
    ).map(({ text }) => text);
    for (const written of ['0,4', '5,0', '20,0', '236,0']) assert.ok(texts.includes(written), written);
    assert.ok(texts.some((text) => text.startsWith('under ')) && texts.some((text) => text.endsWith('+')));
  });

  it('walks both ways: rows are categories, columns are series', () => {
    const marks = marksOf(
      heatMapChart.scene(
        grid([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ),
    );
    assert.deepEqual(
      marks.map((mark) => [number(mark, 'data-category'), number(mark, 'data-series')]),
      [
        [0, 0],
        [0, 1],
        [0, 2],
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    );
    assert.equal(heatMapChart.walk, 'down');
    assert.equal(marks[4]!.attributes['aria-label'], 'Demens, 10–19: 5');
  });

  it('makes the name of one row or column strong, and leaves the shades as they are', () => {
    const cells = grid([
      [1, 2],
      [3, 4],
    ]);
    const strong = (highlight?: string): string[] =>
      withClass(heatMapChart.scene(cells, { id: 'c', ...(highlight ? { highlight } : {}) }), 'strong').map(
        ({ text }) => text,
      );
    assert.deepEqual([strong(), strong('d1'), strong('a0')], [[], ['Demens'], ['0–9']]);
    const marks = (highlight: string) => marksOf(heatMapChart.scene(cells, { id: 'c', highlight }));
    assert.deepEqual(marks('d1'), marks('nowhere'));
  });

  it('explains hatch and empty squares, and what it leaves out', () => {
    const cells = cellSetOf(
      [[member('disease', 'A')], [member('disease', 'B')], [total('disease')]],
      Array.from({ length: 70 }, (_, index) => [member('time', `${index}`)]),
      Array.from({ length: 3 }, () =>
        Array.from({ length: 70 }, (_, index) => (index === 0 ? 'missing' : 1)),
      ),
    );
    assert.deepEqual(heatMapChart.legend(cells), [{ kind: 'empty', text: 'Ingen tal' }]);
    assert.deepEqual(
      heatMapChart.legend(
        grid([
          ['suppressed', 1],
          [2, 'not-applicable'],
        ]),
        { language: 'en' },
      ),
      [
        { kind: 'hidden', text: '[hidden] Hidden for disclosure reasons' },
        { kind: 'empty', text: 'No number' },
      ],
    );
    assert.deepEqual(heatMapChart.notices(cells, { limit: 1 }), [
      'Diagrammet viser de første 60 af 70 serier.',
      'Diagrammet viser de første 1 af 2 grupper.',
    ]);
  });
});
