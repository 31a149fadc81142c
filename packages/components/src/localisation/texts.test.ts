import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { texts as chart } from '../chart/chart.texts.ts';
import { texts as declaration } from '../declaration/declaration.texts.ts';
import { texts as explanation } from '../explanation/explanation.texts.ts';
import { texts as explorer } from '../explorer/explorer.texts.ts';
import { texts as fieldList } from '../explorer/field-list/field-list.texts.ts';
import { texts as filterDialog } from '../explorer/filter-dialog/filter-dialog.texts.ts';
import { texts as statePanel } from '../explorer/state-panel/state-panel.texts.ts';
import { texts as pivotTable } from '../pivot-table/pivot-table.texts.ts';
import { fill } from './texts.ts';

const all = {
  chart,
  declaration,
  explanation,
  explorer,
  fieldList,
  filterDialog,
  statePanel,
  pivotTable,
} as const;

/** The same in both languages, and rightly so: a name, a sign, a word both have. */
const SHARED = new Set(['Datakube: {name}', 'Filter', 'Filter: {name}', '–', '[–]']);

const placeholders = (text: string): string[] => (text.match(/\{\w*\}?/g) ?? []).sort();

for (const [element, { da, en }] of Object.entries(all)) {
  const english: Readonly<Record<string, string>> = en;
  const pairs = Object.entries<string>(da).map(([key, text]) => ({
    key,
    text,
    translated: english[key] ?? '',
  }));

  describe(`texts of ${element}`, () => {
    it('have the same names in both languages', () => {
      assert.deepEqual(Object.keys(da).sort(), Object.keys(en).sort());
    });

    it('say something in both, and not the same words', () => {
      for (const { key, text, translated } of pairs) {
        assert.ok(text.trim() !== '' && translated.trim() !== '', key);
        if (!SHARED.has(text)) assert.notEqual(text, translated, key);
      }
    });

    it('have the same placeholders in both', () => {
      for (const { key, text, translated } of pairs) {
        assert.deepEqual(placeholders(translated), placeholders(text), key);
        for (const placeholder of placeholders(text)) assert.match(placeholder, /^\{[a-z]+\}$/, key);
      }
    });

    it('end alike and are typed with care', () => {
      for (const { key, text, translated } of pairs) {
        assert.equal(/[.…:]$/.exec(translated)?.[0], /[.…:]$/.exec(text)?.[0], key);
        assert.doesNotMatch(`${text}\n${translated}`, / {2}|\.{3}/, key);
      }
    });

    it('hold no word of the other language', () => {
      for (const { key, text, translated } of pairs) {
        assert.doesNotMatch(translated, /[æøåÆØÅ]|(?<!\p{L})(og|ikke|af|til|er)(?!\p{L})/iu, key);
        assert.doesNotMatch(text, /(?<!\p{L})(the|and|of|is|not)(?!\p{L})/iu, key);
      }
    });
  });
}

describe('fill', () => {
  it('puts values in the place of their names', () => {
    assert.equal(fill('{rows} rækker × {columns}', { rows: '1.200', columns: '3' }), '1.200 rækker × 3');
    assert.equal(fill('{a}{a}', { a: 'x' }), 'xx');
  });

  it('leaves a name without a value standing, where it is seen', () => {
    assert.equal(fill('{name} og {other}', { name: 'Køn' }), 'Køn og {other}');
  });

  it('takes a value as it is, whatever signs are in it', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        assert.equal(fill('[{name}]', { name: value }), `[${value}]`);
      }),
    );
    assert.equal(fill('{a}', { a: '$& {b}', b: 'no' }), '$& {b}');
  });
});
