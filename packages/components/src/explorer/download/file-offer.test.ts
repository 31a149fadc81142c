import { expect } from '@open-wc/testing';
import { fileOffers, type Excess } from './file-offer.ts';

const excess = (
  rows: number,
  columns: number,
  { exact = true, limit = 400_000, measures = 1 } = {},
): Excess | null =>
  fileOffers(['xlsx'], { rows, columns, cells: rows * columns * measures, exact }, limit, {
    rows: 2,
    columns: 1,
  })[0]![0]!.excess;

// The limits of Excel 2007 and later: 1,048,576 rows and 16,384 columns.
describe('what stands in the way of a file', () => {
  it('is nothing where the table has room, and its heads beside it', () => {
    expect(excess(3, 16_382)).to.equal(null);
    expect(excess(1000, 50)).to.equal(null);
  });

  it('is its cells, or its columns with its heads', () => {
    expect(excess(1000, 51)).to.deep.include({ of: 'cells', size: 51_000 });
    expect(excess(3, 16_383)).to.deep.equal({ of: 'columns', size: 16_385, limit: 16_384 });
    expect(excess(1, 8192, { measures: 2 })).to.deep.include({ of: 'columns', size: 16_386 });
  });

  it('is what the environment answers at all, where that is less', () => {
    expect(excess(100, 11, { limit: 1000 })).to.deep.equal({ of: 'cells', size: 1100, limit: 1000 });
  });

  it('is not known where only a bound is: the environment says it then', () => {
    expect(excess(1000, 51, { exact: false })).to.equal(null);
  });
});
