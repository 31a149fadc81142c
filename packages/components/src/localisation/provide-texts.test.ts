import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { texts as chart } from '../chart/chart.texts.ts';
import { texts as pivotTable } from '../pivot-table/pivot-table.texts.ts';
import { provideTexts, type ProvidedTexts } from './provide-texts.ts';
import { defineTexts, wording } from './texts.ts';

const showTable = { da: chart.da.showTable, en: chart.en.showTable };

describe('wordings of a page', () => {
  it('take the place of those they name, and of no others, until they are taken back', () => {
    const { source } = chart.da;
    const takeBack = provideTexts({ chart: { da: { showTable: 'Se tallene' } } });
    assert.equal(chart.da.showTable, 'Se tallene');
    assert.equal(chart.da.source, source);
    assert.equal(chart.en.showTable, showTable.en);
    takeBack();
    assert.equal(chart.da.showTable, showTable.da);
    takeBack();
  });

  it('win over those before them, and uncover them again', () => {
    const first = provideTexts({ chart: { da: { showTable: 'første', value: 'tal' } } });
    const second = provideTexts({ chart: { da: { showTable: 'anden' } } });
    assert.deepEqual([chart.da.showTable, chart.da.value], ['anden', 'tal']);
    first();
    assert.equal(chart.da.showTable, 'anden');
    second();
    assert.deepEqual(chart.da.showTable, showTable.da);
  });

  it('cannot touch what is said of hidden values, nor bring what is not there', () => {
    const before = { ...pivotTable.da };
    const sly = { 'pivot-table': { da: { suppressedMark: '0', suppressed: 'nul', nothing: 'x', size: '' } } };
    const takeBack = provideTexts(sly as ProvidedTexts);
    assert.deepEqual({ ...pivotTable.da }, before);
    takeBack();
  });

  it('hold for texts that load later', () => {
    const late = { late: { da: { open: 'Luk op' } } };
    const takeBack = provideTexts(late as ProvidedTexts);
    const texts = defineTexts({ open: 'Åbn' }, { open: 'Open' }, 'late');
    assert.equal(texts.da.open, 'Luk op');
    takeBack();
    assert.equal(texts.da.open, 'Åbn');
    wording.texts.delete('late');
  });

  it('are told to those who show them, in an object of their own', () => {
    let drawn = 0;
    const reader = { requestUpdate: () => (drawn += 1) };
    wording.readers.add(reader);
    const before = chart.da;
    const takeBack = provideTexts({ chart: { da: { showTable: 'Se tallene' } } });
    assert.notEqual(chart.da, before);
    assert.equal(drawn, 1);
    takeBack();
    assert.equal(drawn, 2);
    wording.readers.delete(reader);
  });
});
