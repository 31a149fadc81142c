import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CellLike } from '../../testing/cell-set.fixture.ts';
import { municipalities } from '../../testing/municipalities.fixture.ts';
import { placeLists } from './ranked-places.ts';
import { tileMapModel } from './tile-map-scene.ts';

const writing = { language: 'da', decimals: 0, unit: '' } as const;
const listed = (cells: readonly CellLike[], own?: string) =>
  placeLists(tileMapModel(municipalities(cells), {}), writing, own).map(({ title, lines }) => [
    title,
    ...lines.map((line) => (line.kind === 'place' ? line.label : line.text)),
  ]);

describe('the lists beside a map', () => {
  it('have the highest, the lowest, one’s own, and the hidden by name', () => {
    // Køb Frb Bal Brb Dra Gen Gla: Ø and Å have their Danish places.
    assert.deepEqual(listed([4, 'suppressed', 9, 1, 'suppressed', 7, 'missing'], '0151'), [
      ['Højest', 'Bal', 'Gen'],
      ['Lavest', 'Brb', 'Køb'],
      ['Din kommune', 'Bal'],
      ['Skjult', 'Dra', 'Frb'],
    ]);
  });

  it('says how many more have the last number of a list', () => {
    assert.deepEqual(listed([9, 5, 5, 5, 1, 2, 3]), [
      ['Højest', 'Køb', 'Bal', 'Brb', 'og 1 til med 5'],
      ['Lavest', 'Dra', 'Gen', 'Gla'],
    ]);
  });

  it('ranks nothing where all are alike', () => {
    assert.deepEqual(listed([5, 5, 5, 5]), [['Højest', 'Bal', 'Brb', 'og 2 til med 5']]);
    assert.deepEqual(listed([5]), [['Højest', 'Køb']]);
    assert.deepEqual(listed(['missing']), []);
  });

  it('counts the hidden that it has no room for', () => {
    const hidden = listed(Array.from({ length: 12 }, () => 'suppressed')).at(-1);
    assert.equal(hidden?.length, 1 + 8);
    assert.equal(hidden?.at(-1), 'og 5 til');
  });

  it('never has a place among both the highest and the lowest, and no hidden one among either', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant<CellLike>('suppressed'));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 98 }), (cells) => {
        const lists = placeLists(tileMapModel(municipalities(cells), {}), writing, undefined);
        const places = (title: string) =>
          lists
            .filter((list) => list.title === title)
            .flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'place' ? [line] : [])));
        const [highest, lowest] = [places('Højest'), places('Lavest')];
        const high = new Set(highest.map(({ category }) => category));
        assert.ok(lowest.every(({ category }) => !high.has(category)));
        for (const { value } of [...highest, ...lowest]) assert.equal(value.kind, 'shown');
        const numbers = cells.filter((each) => typeof each === 'number').sort((a, b) => b - a);
        assert.deepEqual(
          highest.map(({ category }) => cells[category]),
          numbers.slice(0, highest.length),
        );
      }),
    );
  });
});
