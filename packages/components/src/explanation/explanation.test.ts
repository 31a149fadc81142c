import { STATUSES, type CellSet, type Query } from '@datakube/contract';
import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import 'axe-core';
import { citizensByResidence, dimensionInfo, measureInfo } from '../../fixtures/citizens-by-residence.ts';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { deep, focused, mountExplorer } from '../../fixtures/mount.ts';
import { mountPivotTable } from '../../fixtures/mount-pivot-table.ts';
import { until } from '../../fixtures/until.ts';
import '../define.ts';
import type { DatakubeChart } from '../chart/chart.ts';
import type { DatakubePivotTable } from '../pivot-table/pivot-table.ts';
import { texts } from './explanation.texts.ts';

type Axe = typeof import('axe-core');
const { axe } = globalThis as unknown as { axe: Axe };

async function table(lang = 'da'): Promise<DatakubePivotTable> {
  const element = mountPivotTable(lang);
  Object.assign(element, {
    measureInfo,
    dimensionInfo,
    cellSet: citizensByResidence(),
    collapsed: ['residence:1084', 'residence:1082'],
  });
  await element.updateComplete;
  return element;
}

async function chart(): Promise<DatakubeChart> {
  const main = mountPivotTable('da').parentElement!;
  const element = document.createElement('datakube-chart');
  const cellSet = citizensByResidence();
  const hidden = cellSet.rows.findIndex((row) => row.some(({ label }) => label === 'Morsø'));
  const around = { ...cellSet, rows: cellSet.rows.slice(hidden, hidden + 3) };
  const columns = cellSet.columns.length;
  const measures = new Map(
    [...cellSet.measures].map(([id, { value, status }]) => [
      id,
      {
        value: value.slice(hidden * columns, (hidden + 3) * columns),
        status: status.slice(hidden * columns, (hidden + 3) * columns),
      },
    ]),
  );
  element.cellSet = { ...around, measures };
  element.type = 'heat-map';
  main.replaceChildren(element);
  await until(() => element.shadowRoot?.querySelector('.mark'));
  return element;
}

/** An answer in which every value is hidden. */
function hidden(asked: Query): CellSet {
  const answer = exampleAnswer(asked, 'da');
  for (const { value, status } of answer.measures.values()) {
    value.fill(Number.NaN);
    status.fill(STATUSES.indexOf('suppressed'));
  }
  return answer;
}

type Host = DatakubePivotTable | DatakubeChart;

const inside = <T extends Element = HTMLElement>(host: Host, selector: string): T =>
  host.shadowRoot!.querySelector<T>(selector)!;
const hiddenCells = (host: Host): HTMLElement[] => [
  ...host.shadowRoot!.querySelectorAll<HTMLElement>('.cell.suppressed'),
];
const explanation = (host: Host): HTMLElement | null => host.shadowRoot!.querySelector('.explanation');
const words = (host: Host): string =>
  [...(explanation(host)?.querySelectorAll('strong, p:not([hidden])') ?? [])]
    .map(({ textContent }) => textContent)
    .join(' ');
const opened = (host: Host): Promise<void> => until(() => explanation(host), 'opens');
const closed = (host: Host): Promise<void> => until(() => !explanation(host), 'closes');

function click(element: Element): void {
  element.dispatchEvent(
    new PointerEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }),
  );
}

describe('the explanation of hidden values', () => {
  for (const key of ['Enter', 'F1']) {
    it(`opens on ${key}, takes the focus, and gives it back on Escape`, async () => {
      const host = await table();
      const [cell] = hiddenCells(host);
      cell!.focus();
      await sendKeys({ press: key });
      await opened(host);
      expect(host.shadowRoot!.activeElement).to.equal(explanation(host));
      const { title, sentence, alike, more } = texts.da;
      expect(words(host)).to.equal([title, sentence, alike, more].join(' '));
      await sendKeys({ press: 'Escape' });
      expect(explanation(host)).to.equal(null);
      expect(host.shadowRoot!.activeElement).to.equal(cell);
    });
  }

  it('says nothing of a value that is shown', async () => {
    const host = await table();
    const cell = inside(host, '.cell.published, .cell:not(.suppressed)');
    cell.focus();
    await sendKeys({ press: 'Enter' });
    click(cell);
    await aTimeout(50);
    expect(explanation(host)).to.equal(null);
  });

  it('is the same in every byte for every hidden value, in both languages', async () => {
    for (const lang of ['da', 'en'] as const) {
      const host = await table(lang);
      const said = new Set<string>();
      expect(hiddenCells(host).length).to.be.greaterThan(2);
      for (const cell of hiddenCells(host)) {
        click(cell);
        await opened(host);
        const copy = explanation(host)!.cloneNode(true) as HTMLElement;
        copy.removeAttribute('style');
        said.add(copy.outerHTML);
        await sendKeys({ press: 'Escape' });
        await closed(host);
      }
      expect([...said]).to.have.length(1);
      expect([...said][0]).to.include(texts[lang].sentence);
      // Neither a number nor the name of a place.
      expect(
        [...said][0]!
          .replace(/tabindex="-1"/g, '')
          .replace(citizensByResidence().declaration.disclosure[lang], ''),
      ).not.to.match(/\d/);
    }
  });

  it('leaves the focus on a cell that is clicked, stands clear of it, and goes when the focus goes on', async () => {
    const host = await table();
    const [cell] = hiddenCells(host);
    cell!.focus();
    click(cell!);
    await opened(host);
    expect(host.shadowRoot!.activeElement).to.equal(cell);
    const a = explanation(host)!.getBoundingClientRect();
    const b = cell!.getBoundingClientRect();
    expect(a.top >= b.bottom || a.bottom <= b.top).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    await closed(host);
  });

  it('is reached by Tab from the cell, and left by Tab', async () => {
    const host = await table();
    const [cell] = hiddenCells(host);
    cell!.focus();
    click(cell!);
    await opened(host);
    await sendKeys({ press: 'Tab' });
    expect(explanation(host)!.contains(host.shadowRoot!.activeElement)).to.equal(true);
    for (let i = 0; i < 4 && explanation(host); i++) await sendKeys({ press: 'Tab' });
    await closed(host);
    expect(focused()).not.to.equal(document.body);
  });

  it('is one on the page', async () => {
    const first = await table();
    const second = document.createElement('datakube-pivot-table');
    Object.assign(second, { cellSet: first.cellSet, collapsed: first.collapsed });
    first.after(second);
    await until(() => hiddenCells(second).length > 0);
    click(hiddenCells(first)[0]!);
    await opened(first);
    click(hiddenCells(second)[0]!);
    await opened(second);
    expect(deep(document, '.explanation')).to.have.length(1);
  });

  it('opens for a pointer that rests, stays while the pointer is on it, and goes after it', async () => {
    await setViewport({ width: 1000, height: 800 });
    const host = await table();
    const at = ({ left, top, width, height }: DOMRect): [number, number] => [
      Math.round(left + width / 2),
      Math.round(top + height / 2),
    ];
    await sendMouse({ type: 'move', position: at(hiddenCells(host)[0]!.getBoundingClientRect()) });
    await opened(host);
    expect(host.shadowRoot!.activeElement).to.equal(null);
    await sendMouse({ type: 'move', position: at(explanation(host)!.getBoundingClientRect()) });
    await aTimeout(400);
    expect(explanation(host)).not.to.equal(null);
    await sendMouse({ type: 'move', position: [5, 795] });
    await closed(host);
  });

  it('opens from the legend', async () => {
    const host = await table();
    const why = inside(host, '.why');
    expect(why.textContent.trim()).to.equal('Hvorfor er tal skjult?');
    why.focus();
    await sendKeys({ press: 'Enter' });
    await opened(host);
    await sendKeys({ press: 'Escape' });
    expect(host.shadowRoot!.activeElement).to.equal(why);
  });

  it('says in place what the declaration says, where the page shows none', async () => {
    const host = await table();
    click(hiddenCells(host)[0]!);
    await opened(host);
    const asked = oneEvent(host, 'datakube-declaration-request');
    inside(host, '.explanation .read').click();
    await asked;
    expect(words(host)).to.include(host.cellSet!.declaration.disclosure.da);
  });

  it('leads to the declaration in an explorer', async () => {
    const explorer = await mountExplorer({
      client: exampleClient({ query: async (_, asked) => hidden(asked) }),
    });
    const host = deep<DatakubePivotTable>(explorer.renderRoot as ShadowRoot, 'datakube-pivot-table')[0]!;
    click(hiddenCells(host)[0]!);
    await opened(host);
    inside(host, '.explanation .read').click();
    await until(() => focused()?.textContent === 'Diskretion', 'leads there');
    expect(explanation(host)).to.equal(null);
  });

  it('explains hatch in a drawing and in its table, with the same words', async () => {
    const host = await chart();
    const mark = inside<SVGElement>(host, '.mark:has(.hidden)');
    expect(mark.getAttribute('aria-label')).to.match(/: skjult af hensyn til diskretion$/);
    mark.setAttribute('tabindex', '0');
    mark.focus();
    await sendKeys({ press: 'Enter' });
    await opened(host);
    const inDrawing = words(host);
    await sendKeys({ press: 'Escape' });
    expect(host.shadowRoot!.activeElement).to.equal(mark);
    host.showTable = true;
    await host.updateComplete;
    click(inside(host, 'td[data-kind="hidden"]'));
    await opened(host);
    expect(words(host)).to.equal(inDrawing);
    expect(inDrawing).to.include(texts.da.sentence);
    expect(inside(host, '.legend .why').textContent.trim()).to.equal('Hvorfor er tal skjult?');
  });

  it('has no violations while it is open', async () => {
    const host = await table('en');
    click(hiddenCells(host)[0]!);
    await opened(host);
    const { violations } = await axe.run(host);
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).to.deep.equal([]);
  });
});
