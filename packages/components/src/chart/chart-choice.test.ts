import type { ChartType } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { all, axis, cellSetOf, chartOf, drawn, focused, names, words } from '../../fixtures/charted.ts';
import './define.ts';
import type { DatakubeChart } from './chart.ts';

const byDisease = cellSetOf(axis('residence', ['A', 'B']), axis('disease', ['KOL', 'Astma']), [
  5,
  6,
  'suppressed',
  8,
]);

const items = (chart: DatakubeChart): HTMLElement[] => [
  ...(chart.shadowRoot!.querySelector('datakube-menu')?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ??
    []),
];
const name = (item: HTMLElement): string => item.querySelector('.words > span')!.textContent!;

async function open(chart: DatakubeChart): Promise<HTMLElement> {
  const [button] = all(chart, '.button.chart');
  button!.click();
  await import('./chart-menus.ts');
  await drawn(chart);
  await chart.shadowRoot!.querySelector('datakube-menu')!.updateComplete;
  await drawn(chart);
  return button!;
}

describe('a chart that would mislead', () => {
  it('is not drawn, and says why in the language of the page', async () => {
    const chart = await chartOf(byDisease, { type: 'share-bar' });
    expect(names(chart)).to.deep.equal([]);
    expect(words(chart, '.refusal p')[1]).to.match(/^Delene giver ikke tilsammen det hele/);
    expect(words(chart, '.sentence')).to.deep.equal([]);
    expect(words(chart, '.title')).to.deep.equal(['Borgere']);
    chart.parentElement!.lang = 'en';
    await drawn(chart);
    expect(words(chart, '.refusal p')[1]).to.match(/^The parts do not add up/);
  });

  it('gives way to the one that suits, at one press', async () => {
    const chart = await chartOf(byDisease, { type: 'share-bar' });
    const chosen: (ChartType | 'fitting')[] = [];
    chart.addEventListener('datakube-chart-type-change', (event) => chosen.push(event.chart));
    const [way] = all(chart, '.refusal .instead');
    expect(way!.textContent!.trim()).to.equal('Vis som søjler');
    way!.focus();
    way!.click();
    await drawn(chart);
    expect(chosen).to.deep.equal(['bar']);
    expect(chart.type).to.equal('bar');
    expect(names(chart)).to.have.length(4);
    expect(chart.shadowRoot!.activeElement?.className, 'focus is not lost').to.contain('table');
  });

  it('still has its table, with all values', async () => {
    const chart = await chartOf(byDisease, { type: 'area' });
    all(chart, '.refusal .ways .button')[1]!.click();
    await drawn(chart);
    expect(words(chart, 'tbody tr')).to.deep.equal(['A 56', 'B [skjult]skjult af hensyn til diskretion 8']);
  });

  it('is not taken for one by a page that gives no cube: nobody knows what adds up', async () => {
    const chart = await chartOf(byDisease, { type: 'stacked-bar', cube: null });
    expect(words(chart, '.refusal')).to.deep.equal([]);
  });

  it('saves no picture', async () => {
    const chart = await chartOf(byDisease, { type: 'share-bar' });
    expect(all(chart, '.button.download')).to.have.length(0);
    await chart.savePicture('svg');
  });
});

describe('the choice of a kind of chart', () => {
  it('has all kinds, and the reason for each that would mislead', async () => {
    const chart = await chartOf(byDisease);
    await open(chart);
    expect(items(chart).map(name)).to.deep.equal([
      'Det, der passer (søjler)',
      ...[
        'Søjler',
        'Stablede søjler',
        'Søjler af andele',
        'Linjer',
        'Arealer',
        'Alderspyramide',
        'Varmekort',
      ],
      ...['Punkter', 'Små diagrammer', 'Feltkort', 'Kort', 'Boksdiagram'],
    ]);
    const barred = items(chart).filter((item) => item.getAttribute('aria-disabled') === 'true');
    expect(barred.map(name)).to.include.members(['Stablede søjler', 'Linjer', 'Feltkort']);
    for (const item of barred) expect(item.querySelector('.hint')!.textContent!.length).to.be.greaterThan(20);
    expect(items(chart)[0]!.getAttribute('aria-checked')).to.equal('true');
  });

  it('is walked with arrows, and draws what is chosen', async () => {
    const chart = await chartOf(byDisease);
    const chosen: string[] = [];
    chart.addEventListener('datakube-chart-type-change', (event) => chosen.push(event.chart));
    const button = await open(chart);
    const menu = chart.shadowRoot!.querySelector('datakube-menu')!;
    const press = (key: string): boolean =>
      menu.shadowRoot!.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('v');
    expect(name(menu.shadowRoot!.activeElement as HTMLElement)).to.equal('Varmekort');
    (menu.shadowRoot!.activeElement as HTMLElement).click();
    await drawn(chart);
    expect(chosen).to.deep.equal(['heat-map']);
    expect(all(chart, '.step').length).to.be.greaterThan(2);
    expect(chart.shadowRoot!.activeElement, 'focus is where the menu was opened').to.equal(button);
    expect(focused(chart)).to.equal('Diagramtype');
    expect(words(chart, '[role=status]')).to.deep.equal(words(chart, '.sentence'));
  });

  it('does nothing where a kind would mislead', async () => {
    const chart = await chartOf(byDisease);
    await open(chart);
    items(chart)
      .find((item) => name(item) === 'Linjer')!
      .click();
    expect(chart.type).to.equal('fitting');
  });

  it('is left to a page that has one', async () => {
    expect(all(await chartOf(byDisease, { withoutTypeMenu: true }), '.button.chart')).to.have.length(0);
  });

  it('takes an unknown name for none', async () => {
    const chart = await chartOf(byDisease);
    chart.setAttribute('type', 'pie');
    await drawn(chart);
    expect(names(chart)).to.have.length(4);
  });
});

it('a box shows how places are spread, on whichever axis they stand', async () => {
  const years = axis('time', ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025']);
  const places = axis('residence', ['A', 'B', 'C', 'D', 'E', 'F']);
  const rates = years.flatMap((_, year) => places.map((_place, place) => 10 + year + place));
  const chart = await chartOf(cellSetOf(years, places, rates, { measure: 'rate' }), { type: 'box' });
  expect(names(chart)).to.have.length(8);
  expect(names(chart)[0]).to.match(/^2018: median 12,5, .*; 6 vist$/);
});
