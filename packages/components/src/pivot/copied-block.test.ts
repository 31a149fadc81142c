import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { productCellSet, type DimensionShape } from '../../fixtures/product-cell-set.ts';
import type { CellWords } from './cell-words.ts';
import { copiedBlock, type CopiedBlock } from './copied-block.ts';
import { toHtml, toMarkdown, toTsv, type Caption } from './copied-forms.ts';
import { layOut } from './layout.ts';

const shape = (dimension: string, ...labels: string[]): DimensionShape => ({
  dimension,
  members: labels.map((label, at) => ({ code: `${dimension}${at}`, label, level: dimension })),
});

const words: CellWords = {
  value: String,
  status: (status) => (status === 'suppressed' ? '[skjult]' : ''),
  measure: () => 'Borgere',
};
const all = { first: 0, end: 2 };
const caption: Caption = { title: 'Borgere & bopæl', remarks: ['[skjult] Skjult.', 'Kilde: <LPR>.'] };

const block = (rows: string[], columns: string[], headers = true): CopiedBlock => {
  const layout = layOut(
    productCellSet([shape('residence', ...rows)], [shape('time', ...columns)], {
      persons: (r, c) =>
        r === 0 && c === 1 ? { status: 'suppressed' } : { status: 'published', value: r * 10 - c },
    }),
  );
  const hidden = layout.measureColumns[0]!.value[1]!;
  assert.ok(Number.isNaN(hidden));
  return copiedBlock(layout, { ...all, end: rows.length }, { ...all, end: columns.length }, words, headers);
};
const hostile = block(['=Læsø', 'Fanø <&>'], ['2024', '20\t25']);

/** The fields of a line of Markdown, as a reader of it sees them. */
const fieldsOf = (line: string): string[] =>
  [...line.matchAll(/ ((?:[^|\\]|\\.)*?) (?=\|)/g)].map(([, field]) => field!.replace(/\\(.)/g, '$1'));

describe('a copied block', () => {
  it('repeats headers, writes words for hidden values, and defuses formulas and separators', () => {
    assert.equal(toTsv(hostile), "\t2024\t20 25\n'=Læsø\t0\t[skjult]\nFanø <&>\t10\t9");
    assert.deepEqual([...hostile.statuses], ['published', 'suppressed']);
  });

  it('is a table in a document, with headers that head and labels that are never markup', () => {
    assert.equal(
      toHtml(hostile, caption),
      '<table><caption>Borgere &#38; bopæl<br>[skjult] Skjult.<br>Kilde: &#60;LPR&#62;.</caption>' +
        '<thead><tr><td></td><th scope="col">2024</th><th scope="col">20 25</th></tr></thead>' +
        '<tbody><tr><th scope="row">\'=Læsø</th><td>0</td><td>[skjult]</td></tr>' +
        '<tr><th scope="row">Fanø &#60;&#38;&#62;</th><td>10</td><td>9</td></tr></tbody></table>',
    );
  });

  it('is a table of Markdown, whose labels are as they were', () => {
    const lines = toMarkdown(block(['a|b', '*c*'], ['2024', '2025']), caption).split('\n');
    assert.deepEqual(lines, [
      '**Borgere \\& bopæl**',
      '',
      '|  | 2024 | 2025 |',
      '| --- | ---: | ---: |',
      '| a\\|b | 0 | \\[skjult\\] |',
      '| \\*c\\* | 10 | 9 |',
      '',
      '\\[skjult\\] Skjult.  ',
      'Kilde: \\<LPR\\>.  ',
      '',
    ]);
  });

  it('is the cells alone where headers are not wanted', () => {
    const cells = block(['=Læsø', 'Fanø'], ['2024', '2025'], false);
    assert.equal(toTsv(cells), '0\t[skjult]\n10\t9');
    assert.doesNotMatch(toHtml(cells, null), /<th|caption/);
  });

  it('has its notes below it, one in a line, and none of them a formula, a field or markup', () => {
    const notes = ['Fanø: <b>ny</b>\topgørelse.', '=2024: *foreløbig*.'];
    assert.deepEqual(toTsv(hostile, notes).split('\n').slice(3), [
      '',
      'Fanø: <b>ny</b> opgørelse.',
      "'=2024: *foreløbig*.",
    ]);
    assert.ok(
      toHtml(hostile, caption, notes).endsWith(
        "</tbody></table><p>Fanø: &#60;b&#62;ny&#60;/b&#62; opgørelse.</p><p>'=2024: *foreløbig*.</p>",
      ),
    );
    assert.deepEqual(toMarkdown(hostile, caption, notes).split('\n').slice(-6), [
      '',
      'Fanø: \\<b\\>ny\\</b\\> opgørelse.  ',
      '=2024: \\*foreløbig\\*.  ',
      '\\[skjult\\] Skjult.  ',
      'Kilde: \\<LPR\\>.  ',
      '',
    ]);
  });

  it('holds nothing but what is shown', () => {
    assert.doesNotMatch(toTsv(hostile) + toHtml(hostile, caption) + toMarkdown(hostile, caption), /NaN/);
  });

  it('keeps its form and gives no formula, whatever members are called', () => {
    const label = fc.string({ unit: fc.constantFrom(...'=+-@＝\t\n\r\0|\\*`<>&"\'# aæ1'), maxLength: 6 });
    const labels = fc.array(label, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(labels, labels, (rows, columns) => {
        const made = block(rows, columns);
        const tsv = toTsv(made)
          .split('\n')
          .map((line) => line.split('\t'));
        assert.equal(tsv.length, rows.length + 1);
        for (const fields of tsv) {
          assert.equal(fields.length, columns.length + 1);
          for (const field of fields) assert.doesNotMatch(field, /^(?!-\d)[=+\-@＝＋－＠\t\r]/u);
        }
        const html = toHtml(made, null);
        assert.equal(html.match(/<t[hd]\b/g)!.length, (rows.length + 1) * (columns.length + 1));
        assert.doesNotMatch(
          html.replaceAll(/<\/?(table|thead|tbody|tr|td|th|th scope="(row|col)")>/g, ''),
          /[<>]/,
        );
        const markdown = toMarkdown(made, { title: '', remarks: [] })
          .split('\n')
          .slice(4, 4 + rows.length);
        markdown.forEach((line, row) =>
          assert.deepEqual(fieldsOf(line.slice(1)), [
            made.lines[row + 1]![0]!,
            ...made.lines[row + 1]!.slice(1),
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });
});
