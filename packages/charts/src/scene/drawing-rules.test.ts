import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { estimateTextWidth } from '../geometry/text-width.ts';
import { cellSetOf, member, place, total, type CellLike } from '../testing/cell-set.fixture.ts';
import { all, anyTable, anyWidth, classes, marksOf, number, undrawable } from '../testing/drawn.fixture.ts';
import { barScene } from '../kinds/bar/bar-scene.ts';
import { lineScene } from '../kinds/line/line-scene.ts';
import type { Shape } from './shape.ts';

const country = { dimension: 'residence', member: 'total' };

const bars = (rows: readonly (readonly CellLike[])[]) =>
  cellSetOf(
    rows.map((_, index) => [place(index)]),
    (rows[0] ?? []).map((_, index) => [member('sex', `s${index}`)]),
    rows,
  );
const lines = (rows: readonly (readonly CellLike[])[]) =>
  cellSetOf(
    rows.map((_, index) => [place(index)]),
    (rows[0] ?? []).map((_, index) => [member('time', `${2000 + index}`)]),
    rows,
  );

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Where the words of a drawing stand, by the estimate that is never too narrow. */
function boxes(scene: Shape): Box[] {
  return all(scene)
    .filter(({ tag }) => tag === 'text')
    .map((shape) => {
      const room = estimateTextWidth(shape.text);
      const before = classes(shape).includes('end') ? room : classes(shape).includes('middle') ? room / 2 : 0;
      const left = number(shape, 'x') - before;
      return { text: shape.text, left, right: left + room, y: number(shape, 'y') };
    });
}

function assertApart(found: readonly Box[], of: string): void {
  found.forEach((one, index) => {
    for (const other of found.slice(index + 1)) {
      const apart = Math.abs(one.y - other.y) >= 11 || one.right <= other.left || other.right <= one.left;
      assert.ok(apart, `${of}: "${one.text}" lies on "${other.text}"`);
    }
  });
}

describe('a bar chart of any numbers at any width', () => {
  it('has a mark for every value and draws in it what it says', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 4 }, 10), anyWidth, (rows, across) => {
        const scene = barScene(bars(rows), { width: across, order: 'given', id: 'c' });
        const marks = marksOf(scene);
        assert.equal(marks.length, rows.length * rows[0]!.length);
        marks.forEach((mark) => {
          const value = rows[number(mark, 'data-category')]![number(mark, 'data-series')]!;
          const drawn = mark.children.map((child) => classes(child)[0]);
          if (typeof value === 'number') assert.ok(drawn.includes('bar') && !drawn.includes('hidden'));
          else assert.ok(!drawn.includes('bar') && drawn.includes('hidden') === (value === 'suppressed'));
        });
      }),
    );
  });

  it('draws all that is hidden alike: the same length from zero, whatever lies around it', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 4 }, 10), anyWidth, (rows, across) => {
        const scene = all(barScene(bars(rows), { width: across, id: 'c' }));
        const base = scene.find((shape) => classes(shape).includes('base'))!;
        const hidden = scene.filter((shape) => classes(shape).includes('hidden'));
        for (const shape of hidden) {
          assert.equal(number(shape, 'width'), 34);
          assert.equal(number(shape, 'x'), number(base, 'x1'));
        }
      }),
    );
  });

  it('has no length below nothing and no number that is none', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 4 }, 10), anyWidth, (rows, across) => {
        assert.deepEqual(undrawable(barScene(bars(rows), { width: across, id: 'c' })), []);
      }),
    );
  });

  it('writes names, numbers and ticks where nothing else is written', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 3 }, 8), anyWidth, (rows, across) => {
        const found = boxes(barScene(bars(rows), { width: across, order: 'given', id: 'c' }));
        // A word for what has no number may need more room than a narrow chart has.
        assertApart(
          found.filter(({ text }) => !text.startsWith('[')),
          `${across} px`,
        );
      }),
    );
  });
});

describe('a line chart of any numbers at any width', () => {
  it('has a mark for every value of the series it draws', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 12 }, 6), anyWidth, (rows, across) => {
        const marks = marksOf(lineScene(lines(rows), { width: across, id: 'c' }));
        assert.equal(marks.length, Math.min(4, rows.length) * rows[0]!.length);
        for (const mark of marks) {
          const value = rows[number(mark, 'data-series')]![number(mark, 'data-category')]!;
          const points = mark.children.filter((child) => classes(child)[0] === 'point');
          assert.equal(points.length, typeof value === 'number' ? 1 : 0);
        }
      }),
    );
  });

  it('draws a line through neighbours that are shown and through no others', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 12 }, 4), (rows) => {
        const paths = all(lineScene(lines(rows), { id: 'c' })).filter(
          (shape) => classes(shape)[0] === 'line',
        );
        rows.forEach((row, series) => {
          const shown = row.map((value) => typeof value === 'number');
          const runs = shown.filter((each, index) => each && !shown[index - 1]).length;
          const joined = shown.filter((each, index) => each && shown[index - 1]).length;
          const path = paths.find((shape) => classes(shape).includes(`series-${series + 1}`));
          const d = path?.attributes['d'] ?? '';
          assert.equal(d.match(/M/g)?.length ?? 0, runs);
          assert.equal(d.match(/L/g)?.length ?? 0, joined);
        });
      }),
    );
  });

  it('hatches what is hidden in the strip on the axis, beside one another', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 12 }, 4), anyWidth, (rows, across) => {
        const scene = all(lineScene(lines(rows), { width: across, id: 'c' }));
        const strips = scene.filter((shape) => classes(shape)[0] === 'hidden');
        assert.equal(strips.length, rows.flat().filter((value) => value === 'suppressed').length);
        const inOrder = strips.map((strip) => ({
          from: number(strip, 'x'),
          to: number(strip, 'x') + number(strip, 'width'),
        }));
        inOrder.sort((a, b) => a.from - b.from);
        for (let at = 1; at < inOrder.length; at++)
          assert.ok(inOrder[at]!.from >= inOrder[at - 1]!.to - 0.03);
        const heights = new Set(
          strips.map((strip) => `${strip.attributes['y']} ${strip.attributes['height']}`),
        );
        assert.ok(heights.size <= 1);
      }),
    );
  });

  it('writes periods, ticks and series where nothing else is written', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 36 }, 4), anyWidth, (rows, across) => {
        const found = boxes(lineScene(lines(rows), { width: across, id: 'c' }));
        assertApart(
          found.filter(({ text }) => !text.startsWith('[')),
          `${across} px`,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('never writes two long periods on each other, however narrow it is', () => {
    const months = ['december 2024', 'januar 2025', 'februar 2025', 'marts 2025'].map((label) => [
      { ...member('time', label), label },
    ]);
    for (let across = 200; across < 700; across += 20) {
      const cellSet = cellSetOf(
        [[member('residence', 'Ringkøbing-Skjern')], [member('residence', 'Lyngby-Taarbæk')]],
        months,
        [
          [1200, 1300, 1500, 1600],
          [1200, 1300, 1500, 1600],
        ],
      );
      assertApart(boxes(lineScene(cellSet, { width: across, id: 'c' })), `${across} px`);
    }
  });

  it('draws the reference in grey, with its name, and without marks of its own', () => {
    const cellSet = cellSetOf(
      [[member('residence', 'Fanø')], [total('residence')]],
      [[member('time', '2024')], [member('time', '2025')]],
      [
        [10, 12],
        [40, 42],
      ],
    );
    const scene = all(lineScene(cellSet, { references: [country], id: 'c' }));
    assert.ok(scene.some(({ attributes }) => attributes['class'] === 'line context'));
    assert.ok(scene.some(({ text }) => text === 'all residence 42'));
    assert.equal(scene.filter(({ attributes }) => attributes['role'] === 'listitem').length, 2);
  });
});

describe('the shapes of series', () => {
  it('differ for each of the four, so that colour alone never tells them apart', () => {
    const scene = all(
      lineScene(
        lines([
          [1, 2],
          [3, 4],
          [5, 6],
          [7, 8],
        ]),
        { id: 'c' },
      ),
    );
    const outlines = new Set(
      scene.filter((shape) => classes(shape)[0] === 'point').map(({ attributes }) => attributes['d']),
    );
    assert.equal(outlines.size, 4);
  });
});
