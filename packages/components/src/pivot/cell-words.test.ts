import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import { cellName, type CellWords } from './cell-words.ts';
import { layOut } from './layout.ts';

const words: CellWords = {
  value: (value) => String(value),
  status: (status) => {
    if (status === 'published') return '';
    return status === 'suppressed' ? 'skjult af hensyn til diskretion' : status;
  },
  measure: (measure) => ['Borgere', 'Kontakter'][measure]!,
};
const shape = (dimension: string, ...labels: string[]): DimensionShape => ({
  dimension,
  members: labels.map((label, i) => ({ code: `${i}`, label, level: dimension })),
});
const cellSet = productCellSet([shape('residence', '=Læsø', 'Fanø')], [shape('time', '2024', '20\t25')], {
  persons: (r, c) =>
    r === 0 && c === 1 ? { status: 'suppressed' } : { status: 'published', value: r * 10 + c },
});

describe('what a cell is called', () => {
  it('names row, column and value', () => {
    assert.equal(cellName(layOut(cellSet), 1, 0, words), 'Fanø, 2024: 10');
  });
  it('says why there is no number', () => {
    assert.equal(cellName(layOut(cellSet), 0, 1, words), '=Læsø, 20\t25: skjult af hensyn til diskretion');
  });
  it('says after the number what was done to it', () => {
    const noisy = productCellSet([shape('residence', 'Fanø')], [shape('time', '2024')], {
      persons: () => ({ status: 'perturbed', value: 12 }),
    });
    assert.equal(cellName(layOut(noisy), 0, 0, words), 'Fanø, 2024: 12, perturbed');
  });
  it('names the measure where there are several', () => {
    const two = productCellSet([], [], {
      persons: () => ({ status: 'published', value: 3 }),
      contacts: () => ({ status: 'missing' }),
    });
    assert.equal(cellName(layOut(two), 0, 1, words), 'Kontakter: missing');
  });
});
