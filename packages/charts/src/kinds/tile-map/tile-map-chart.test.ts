import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cellSetOf, member, total, type CellLike } from '../../testing/cell-set.fixture.ts';
import { municipalities, municipality } from '../../testing/municipalities.fixture.ts';
import { all, anyWidth, marksOf, undrawable, unreadable } from '../../testing/drawn.fixture.ts';
import { tileMapChart } from './tile-map-chart.ts';

const region = { ...member('residence', '1081', 'region'), label: 'Region Nordjylland' };

describe('a tile map', () => {
  it('is one shade for a class, hatch for what is hidden, and blank where there is no number', () => {
    const scene = tileMapChart.scene(municipalities([1, 2, 3, 4, 5, 'suppressed', 'missing']), { id: 'c' });
    assert.deepEqual(
      marksOf(scene).map(({ children }) => children[1]?.attributes['class']),
      ['step class-1', 'step class-2', 'step class-3', 'step class-4', 'step class-5', 'hidden', 'empty'],
    );
  });

  it('draws all that is hidden alike but for its place and name', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constant<CellLike>('suppressed'));
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 2, maxLength: 98 }),
        fc.integer({ min: 280, max: 1200 }),
        (cells, width) => {
          const marks = marksOf(tileMapChart.scene(municipalities(cells), { id: 'c', width }));
          const looks = marks
            .filter((_, index) => cells[index] === 'suppressed')
            .map(({ children }) =>
              children.map(({ tag, attributes: { x: _x, y: _y, ...rest } }) => ({ tag, ...rest })),
            );
          for (const look of looks) assert.deepEqual(look, looks[0]);
        },
      ),
    );
  });

  it('lays no text on another at any width, however long names and numbers are', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 250_000 }),
      fc.constantFrom<CellLike>('suppressed', 'missing'),
    );
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 98 }), anyWidth, (cells, width) => {
        const short = municipalities(cells);
        const rows = short.rows.map((row) =>
          row.map((entry) => ({ ...entry, label: `Ringkøbing-Skjern ${entry.label}` })),
        );
        const scene = tileMapChart.scene({ ...short, rows }, { id: 'c', width });
        assert.equal(marksOf(scene).length, cells.length);
        assert.deepEqual([...undrawable(scene), ...unreadable(scene, width)], []);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whatever lies in a cell without a number', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 900 }),
      fc.constantFrom<CellLike>('suppressed', 'missing'),
    );
    const smuggled = fc.infiniteStream(fc.integer({ min: -1e6, max: 1e6 }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 98 }), smuggled, (cells, numbers) => {
        const dirty = municipalities(cells, () => Number(numbers.next().value));
        const options = { id: 'c', highlight: '0101' };
        for (const made of ['scene', 'describe', 'table', 'legend', 'notices'] as const) {
          assert.deepEqual(
            tileMapChart[made](dirty, options),
            tileMapChart[made](municipalities(cells), options),
            made,
          );
        }
      }),
    );
  });

  it('frames one’s own municipality, also where it is hidden', () => {
    for (const cells of [[1, 2] as const, ['suppressed', 2] as const]) {
      const marks = marksOf(tileMapChart.scene(municipalities(cells), { highlight: '0101' }));
      assert.deepEqual(
        marks.map(({ children }) => children.some(({ attributes }) => attributes['class'] === 'own-frame')),
        [true, false],
      );
    }
  });

  it('writes abbreviations where they fit in their tiles, and none where one would not', () => {
    const written = (width: number): number =>
      marksOf(tileMapChart.scene(municipalities(Array.from({ length: 98 }, (_, at) => at)), { width }))
        .flatMap(all)
        .filter(({ tag }) => tag === 'text').length;
    assert.equal(written(700), 98);
    assert.equal(written(320), 0);
  });

  it('explains hatch, blanks and the frame', () => {
    const legend = tileMapChart.legend(municipalities([10, 20, 30, 40, 50, 'suppressed', 'missing']), {
      highlight: '0101',
    });
    assert.deepEqual(
      legend.map(({ kind, text }) => `${kind}: ${text}`),
      ['hidden: [skjult] Skjult af hensyn til diskretion', 'empty: Ingen tal', 'own: Din kommune'],
    );
  });

  it('ranks its table: highest first, hidden last by name', () => {
    const { rows } = tileMapChart.table(municipalities([4, 'suppressed', 9, 'suppressed']), {});
    assert.deepEqual(
      rows.map(({ label, cells }) => `${label} ${cells[0]?.text}`),
      ['Bal 9', 'Køb 4', 'Brb [skjult]', 'Frb [skjult]'],
    );
  });

  it('draws the last period, and says so', () => {
    const years = ['2024', '2025'].map((year) => [member('time', year)]);
    const cellSet = cellSetOf([[municipality('0101')], [municipality('0147')]], years, [
      [1, 7],
      [2, 8],
    ]);
    assert.deepEqual(
      marksOf(tileMapChart.scene(cellSet)).map(({ attributes }) => attributes['aria-label']),
      ['Køb: 7', 'Frb: 8'],
    );
    assert.deepEqual(tileMapChart.notices(cellSet), ['Kortet viser 2025, 1 af 2 serier.']);
  });

  it('finds the municipalities among the columns as well, and leaves parents and totals out', () => {
    const cellSet = cellSetOf(
      [[member('sex', 'K')]],
      [[total('residence')], [region], [municipality('0860')], [municipality('0813')]],
      [[100, 40, 3, 4]],
    );
    assert.deepEqual(
      marksOf(tileMapChart.scene(cellSet)).map(({ attributes }) => attributes['aria-label']),
      ['Hjø: 3', 'Frh: 4'],
    );
  });

  it('says which members have no tile', () => {
    const mixed = cellSetOf(
      [[municipality('0101')], [{ ...municipality('0101'), code: '9999' }]],
      [[]],
      [[1], [2]],
    );
    assert.deepEqual(tileMapChart.notices(mixed), [
      '1 af 2 har ingen plads på kortet; tabellen har dem med.',
    ]);
  });
});
