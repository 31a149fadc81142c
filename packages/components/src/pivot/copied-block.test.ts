import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import type { CellWords } from './cell-words.ts';
import { copiedBlock, toHtml, toTsv } from './copied-block.ts';
import { layOut } from './layout.ts';

const shape = (dimension: string, ...labels: string[]): DimensionShape => ({
  dimension,
  members: labels.map((label) => ({ code: label, label, level: dimension })),
});

const layout = layOut(
  productCellSet([shape('residence', '=Læsø', 'Fanø <&>')], [shape('time', '2024', '20\t25')], {
    persons: (r, c) =>
      r === 0 && c === 1 ? { status: 'suppressed' } : { status: 'published', value: r * 10 + c },
  }),
);
const words: CellWords = {
  value: String,
  status: (status) => (status === 'suppressed' ? '[skjult]' : ''),
  measure: () => 'Borgere',
};
const all = { first: 0, end: 2 };

describe('a copied block', () => {
  it('repeats headers, writes words for hidden values, and defuses formulas and separators', () => {
    assert.equal(
      toTsv(copiedBlock(layout, all, all, words, true)),
      "\t2024\t20 25\n'=Læsø\t0\t[skjult]\nFanø <&>\t10\t11",
    );
  });

  it('is a table in a document, whose labels are never markup', () => {
    assert.equal(
      toHtml(copiedBlock(layout, { first: 1, end: 2 }, { first: 0, end: 1 }, words, true)),
      '<table><tr><th></th><th>2024</th></tr><tr><th>Fanø &#60;&#38;&#62;</th><td>10</td></tr></table>',
    );
  });

  it('is the cells alone where headers are not wanted', () => {
    assert.equal(toTsv(copiedBlock(layout, all, all, words, false)), '0\t[skjult]\n10\t11');
  });

  it('holds nothing but what is shown', () => {
    const block = copiedBlock(layout, all, all, words, true);
    const hidden = layout.measureColumns[0]!.value[1]!;
    assert.ok(Number.isNaN(hidden));
    assert.doesNotMatch(toTsv(block) + toHtml(block), /NaN/);
  });
});
