import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CellSet, FLAGS } from '@datakube/contract';
import type { AnyChartOptions } from '../chart-options.ts';
import { areaChart, barChart, lineChart, shareBarChart, stackedBarChart } from '../index.ts';
import { cellSetOf, member, place, total, type CellLike } from '../testing/cell-set.fixture.ts';
import {
  anyTable,
  anyWidth,
  classes,
  marksOf,
  undrawable,
  unreadable,
  withClass,
} from '../testing/drawn.fixture.ts';

const country = { ...total('residence'), label: 'Hele landet' };
const flag = fc.subarray([...FLAGS], { maxLength: 2 });

/** The numbers of a table as parts of a whole, which is the last column. */
const parts = (rows: readonly (readonly CellLike[])[]): CellSet => {
  const sum = (row: readonly CellLike[]): CellLike =>
    row.includes('suppressed')
      ? 'suppressed'
      : row.reduce<number>((all, each) => all + (typeof each === 'number' ? each : 0), 0);
  return cellSetOf(
    rows.map((_, index) => [place(index)]),
    [
      ...(rows[0] ?? []).map((_, index) => [member('age', `${index}`)]),
      [{ ...total('age'), label: 'Alle aldre' }],
    ],
    rows.map((row) => [...row, sum(row)]),
  );
};

/** The rows of a table over time, the last of them the country, some periods flagged. */
const overTime = (
  rows: readonly (readonly CellLike[])[],
  flags: readonly (typeof FLAGS)[number][][],
): CellSet =>
  cellSetOf(
    rows.map((_, index) => (index === rows.length - 1 ? [country] : [place(index)])),
    (rows[0] ?? []).map((_, index) => [
      { ...member('time', `${2000 + index}`), ...(flags[index]?.length ? { flags: flags[index] } : {}) },
    ]),
    rows,
  );

const options: AnyChartOptions = {
  id: 'c',
  order: 'given',
  references: [{ dimension: 'residence', member: 'total' }],
  annotations: [
    { at: 120_000, text: 'Mål for 2030' },
    { at: '2001', text: 'Nyt regionshospital åbner' },
    { at: '2002', text: 'Ny overenskomst' },
    { at: 'm1', text: 'Nyt hospital' },
  ],
};
const runs = { numRuns: 60 };

for (const chart of [lineChart, areaChart]) {
  describe(`${chart.type} chart with breaks, provisional periods, remarks and a country`, () => {
    it('has a mark for each value, says nothing of what is hidden, and lays no text on another', () => {
      fc.assert(
        fc.property(
          anyTable({ min: 1, max: 12 }, 5),
          fc.array(flag, { maxLength: 12 }),
          anyWidth,
          (rows, flags, width) => {
            const scene = chart.scene(overTime(rows, flags), { ...options, width });
            assert.deepEqual(undrawable(scene), []);
            assert.deepEqual(unreadable(scene, Math.max(width, 320)), []);
            const marks = marksOf(scene);
            assert.equal(marks.length, Math.min(4, rows.length - 1) * rows[0]!.length);
            for (const mark of marks) {
              const { 'data-category': at, 'data-series': series, 'aria-label': label } = mark.attributes;
              const value = rows[Number(series)]![Number(at)]!;
              const open = mark.children.some((child) => classes(child).includes('open'));
              const held = flags[Number(at)] ?? [];
              if (typeof value === 'number') {
                assert.equal(label!.includes('foreløbigt tal'), held.includes('provisional'));
                assert.ok(!open || held.includes('provisional'));
              } else assert.ok(!mark.children.some((child) => classes(child)[0] === 'point'));
              if (value === 'suppressed') assert.match(label!, /: skjult af hensyn til diskretion$/);
            }
          },
        ),
        runs,
      );
    });
  });
}

describe('a line', () => {
  it('is never drawn across a break', () => {
    const years = ['2017', '2018', '2019', '2020'].map((year) => [
      { ...member('time', year), ...(year === '2019' ? { flags: ['break' as const] } : {}) },
    ]);
    const scene = lineChart.scene(cellSetOf([[place(0)]], years, [[1, 2, 3, 4]]), { id: 'c' });
    const [path] = withClass(scene, 'line');
    assert.equal(path?.attributes['d']?.match(/M/g)?.length, 2);
    const [line] = withClass(scene, 'break-line');
    const xs = marksOf(scene).map((mark) => Number(mark.children[0]!.attributes['x']) + 12);
    assert.equal(Number(line?.attributes['x1']), (xs[1]! + xs[2]!) / 2);
  });

  it('is dotted to what is provisional, and from it', () => {
    const years = ['2023', '2024', '2025'].map((year) => [
      { ...member('time', year), ...(year === '2025' ? { flags: ['provisional' as const] } : {}) },
    ]);
    const scene = lineChart.scene(cellSetOf([[place(0)]], years, [[1, 2, 3]]), { id: 'c' });
    const paths = withClass(scene, 'line').map(({ attributes }) => [
      attributes['class'],
      attributes['d']?.match(/[ML]/g)?.join(''),
    ]);
    assert.deepEqual(paths, [
      ['line series-1', 'ML'],
      ['line series-1 provisional', 'ML'],
    ]);
    assert.equal(withClass(scene, 'open').length, 1);
  });
});

for (const chart of [stackedBarChart, shareBarChart]) {
  describe(`${chart.type} of any numbers at any width`, () => {
    it('has a mark for each part, and beside the scale, all alike, those that are hidden', () => {
      fc.assert(
        fc.property(anyTable({ min: 2, max: 4 }, 8), anyWidth, (rows, width) => {
          const scene = chart.scene(parts(rows), { ...options, width });
          assert.deepEqual(undrawable(scene), []);
          assert.deepEqual(unreadable(scene, width), []);
          const marks = marksOf(scene);
          assert.equal(marks.length, rows.flat().length);
          const stubs = withClass(scene, 'hidden');
          assert.equal(stubs.length, rows.flat().filter((cell) => cell === 'suppressed').length);
          assert.ok(new Set(stubs.map(({ attributes }) => attributes['width'])).size <= 1);
          const ends = withClass(scene, 'part').map(
            ({ attributes }) => Number(attributes['x']) + Number(attributes['width']),
          );
          const gutter = Math.min(...stubs.map(({ attributes }) => Number(attributes['x'])));
          // Shares of numbers that were adjusted may reach a little beyond the whole.
          for (const end of ends) assert.ok(end < gutter);
        }),
        runs,
      );
    });
  });
}

describe('a bar chart with what is compared with, and remarks', () => {
  it('lays no text on another', () => {
    fc.assert(
      fc.property(anyTable({ min: 1, max: 3 }, 7), anyWidth, (rows, width) => {
        const cellSet = cellSetOf(
          rows.map((_, index) => (index === rows.length - 1 ? [country] : [place(index)])),
          rows[0]!.map((_, index) => [member('sex', `s${index}`)]),
          rows,
        );
        const scene = barChart.scene(cellSet, { ...options, width });
        assert.deepEqual(undrawable(scene), []);
        assert.deepEqual(unreadable(scene, width), []);
        const shown = rows.length > 2 ? rows.at(-1)!.filter((cell) => typeof cell === 'number').length : null;
        if (shown !== null) assert.equal(withClass(scene, 'reference').length > 0, shown > 0);
      }),
      runs,
    );
  });
});
