import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type axeCore from 'axe-core';
import {
  all,
  bars,
  cellSetOf,
  chartOf,
  drawn,
  focused,
  lines,
  names,
  words,
} from '../../fixtures/charted.ts';
import './define.ts';
import type { DatakubeChart } from './chart.ts';

declare const axe: typeof axeCore;

describe('<datakube-chart>', () => {
  it('draws bars, largest first and hidden last, with unit, sentence, legend and source', async () => {
    const chart = await chartOf(bars);
    expect(names(chart)).to.deep.equal([
      'Thisted: 1.234 borgere',
      'Morsø: 56 borgere',
      'Læsø: skjult af hensyn til diskretion',
    ]);
    expect(words(chart, '.title')).to.deep.equal(['Borgere']);
    expect(words(chart, '.subtitle')).to.deep.equal(['Kuben, 2025']);
    expect(words(chart, '.sentence')).to.deep.equal([
      'Af de viste er Thisted størst (1.234) og Morsø mindst (56); 1 værdi er skjult.',
    ]);
    expect(words(chart, '.legend li')).to.deep.equal([
      '[skjult] Skjult af hensyn til diskretion Hvorfor er tal skjult?',
    ]);
    expect(words(chart, '.foot span')).to.deep.equal([
      'Kilde: Landspatientregisteret',
      'Udgivelse 2026.11-2 · opdateret 3.11.2026',
    ]);
  });

  it('draws a hidden value with hatch and no bar', async () => {
    const chart = await chartOf(bars);
    const hidden = all(chart, '.mark').at(-1);
    expect(hidden?.querySelector('.bar')).to.equal(null);
    expect(hidden?.querySelector('.hidden')?.getAttribute('width')).to.equal('34');
  });

  it('picks a line for time, and does what type says otherwise', async () => {
    expect(all(await chartOf(lines), 'path.line').length).to.equal(2);
    expect(all(await chartOf(lines, { type: 'dot' }), 'path.line').length).to.equal(0);
  });

  it('says the same as a table', async () => {
    const chart = await chartOf(bars);
    all(chart, '.button.table')[0]!.click();
    await drawn(chart);
    expect(all(chart, 'svg.datakube-chart').length).to.equal(0);
    expect(words(chart, 'tbody tr')).to.deep.equal([
      'Thisted 1.234',
      'Morsø 56',
      'Læsø [skjult]skjult af hensyn til diskretion',
    ]);
  });

  it('is one tab stop, and arrows walk among the marks', async () => {
    const chart = await chartOf(lines);
    expect(all(chart, '.mark[tabindex="0"]').length).to.equal(1);
    all(chart, '.mark[tabindex="0"]')[0]!.focus();
    expect(focused(chart)).to.equal('K, 2023: 10 borgere');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(chart)).to.equal('K, 2024: skjult af hensyn til diskretion');
    await sendKeys({ press: 'ArrowDown' });
    expect(focused(chart)).to.equal('M, 2024: 21 borgere');
    await sendKeys({ press: 'End' });
    expect(focused(chart)).to.equal('M, 2025: 22 borgere');
    await sendKeys({ press: 'ArrowRight' });
    expect(focused(chart)).to.equal('M, 2025: 22 borgere', 'no wrap');
    expect(all(chart, '.mark[tabindex="0"]').length).to.equal(1);
  });

  it('shows a tooltip for the focus and puts it away on Escape', async () => {
    const chart = await chartOf(bars);
    all(chart, '.mark')[0]!.focus();
    const tip = all(chart, '.tip')[0]!;
    expect(tip.hidden).to.equal(false);
    expect(tip.textContent).to.equal('Thisted1.234 borgere');
    await sendKeys({ press: 'Escape' });
    expect(tip.hidden).to.equal(true);
  });

  it('goes to the table on T and leaves the focus on the button', async () => {
    const chart = await chartOf(bars);
    all(chart, '.mark')[0]!.focus();
    await sendKeys({ press: 't' });
    await drawn(chart);
    expect(chart.showTable).to.equal(true);
    expect(chart.shadowRoot?.activeElement?.localName).to.equal('button');
  });

  it('is drawn again for another width, and keeps the focus', async () => {
    const chart = await chartOf(bars);
    all(chart, '.mark')[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    const before = all(chart, 'svg.datakube-chart')[0]?.getAttribute('width');
    (chart.parentElement as HTMLElement).style.width = '320px';
    await drawn(chart);
    const svg = all(chart, 'svg.datakube-chart')[0];
    expect(Number(svg?.getAttribute('width'))).to.be.lessThan(Number(before));
    expect(svg?.getBoundingClientRect().width).to.equal(Number(svg?.getAttribute('width')));
    expect(focused(chart)).to.equal('Morsø: 56 borgere');
  });

  it('speaks English where the page does', async () => {
    const chart = await chartOf(bars);
    (chart.parentElement as HTMLElement).lang = 'en';
    await drawn(chart);
    expect(names(chart)[2]).to.equal('Læsø: hidden for disclosure reasons');
    expect(words(chart, '.title')).to.deep.equal(['Citizens']);
    expect(words(chart, 'button').filter(Boolean)).to.deep.equal(['Show table', 'Why are numbers hidden?']);
  });

  it('draws nothing without a cell set', async () => {
    const chart = await fixture<DatakubeChart>(html`<datakube-chart></datakube-chart>`);
    expect(chart.shadowRoot?.querySelector('*')).to.equal(null);
  });

  for (const [name, cellSet] of [
    ['bars', bars],
    ['lines', lines],
    ['nothing', cellSetOf([], [[]], [])],
  ] as const) {
    for (const showTable of [false, true]) {
      it(`has no fault that axe finds: ${name}${showTable ? ' as a table' : ''}`, async () => {
        const chart = await chartOf(cellSet, { showTable });
        const { violations } = await axe.run(chart);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).to.deep.equal([]);
      });
    }
  }
});
