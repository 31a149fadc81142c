import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { deep, find, mountExplorer, settled } from '../../fixtures/mount.ts';
import { TableInfo } from '../pivot-table/table-info.ts';
import { plainField } from '../state/index.ts';
import { texts } from '../pivot-table/pivot-table.texts.ts';
import { tableWords } from '../pivot-table/table-words.ts';
import type { DatakubeExplorer } from './explorer.ts';
import { printedTable } from './print/printed-table.ts';
import '../define.ts';

const place = (explorer: DatakubeExplorer): HTMLElement => explorer.renderRoot.querySelector('.print')!;
const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const table = (explorer: DatakubeExplorer): HTMLElementTagNameMap['datakube-pivot-table'] =>
  explorer.renderRoot.querySelector('datakube-pivot-table')!;

describe('a printed table', () => {
  it('has every row in the words of the screen, and is gone afterwards', async () => {
    const { state } = await mountExplorer();
    const columns = [...state!.columns, plainField('sex', 'sex')];
    const explorer = await mountExplorer({ state: { ...state!, columns } });
    window.dispatchEvent(new Event('beforeprint'));
    const rows = [...place(explorer).querySelectorAll('tbody tr')];
    expect(rows).to.have.length(table(explorer).layout!.rowCount);
    const drawn = deep(table(explorer).renderRoot as ShadowRoot, '.body .row');
    expect(drawn.length).to.be.greaterThan(3).and.lessThan(rows.length);
    for (const row of drawn) {
      const at = Number(row.getAttribute('aria-rowindex')) - table(explorer).layout!.header.length - 1;
      const printed = [...rows[at]!.querySelectorAll('td')].map(words);
      for (const cell of row.querySelectorAll('[role=gridcell]'))
        expect(printed[Number(cell.ariaColIndex) - 2]).to.equal(words(cell));
    }
    expect(words(place(explorer))).to.contain('[skjult]');
    expect(getComputedStyle(place(explorer)).display, 'on the screen there is one table').to.equal('none');
    window.dispatchEvent(new Event('afterprint'));
    expect(place(explorer).childElementCount).to.equal(0);
  });

  it('says where it ends before the table does', async () => {
    const explorer = await mountExplorer();
    const { layout, measureInfo, dimensionInfo } = table(explorer);
    const info = new TableInfo('da', measureInfo, dimensionInfo, {});
    const paper = document.createElement('div');
    render(printedTable(layout!, tableWords(layout!.measures, info, texts.da, 'da'), 'da', 30), paper);
    const shown = Math.floor(30 / layout!.columnCount);
    expect(paper.querySelectorAll('tbody tr')).to.have.length(shown);
    expect(words(paper.querySelector('.cut')!)).to.contain(
      `viser de første ${shown} af ${layout!.rowCount} rækker`,
    );
  });

  it('stays away where a chart is shown', async () => {
    const explorer = await mountExplorer();
    find(explorer, 'button', 'Diagram').click();
    await settled(explorer);
    window.dispatchEvent(new Event('beforeprint'));
    expect(place(explorer).childElementCount).to.equal(0);
    window.dispatchEvent(new Event('afterprint'));
  });
});
