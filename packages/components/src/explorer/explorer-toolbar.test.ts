import { expect } from '@open-wc/testing';
import { exampleBorders } from '../../fixtures/example-borders.ts';
import { exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { deep, find, mountExplorer, said, settled, title, type MountOptions } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const toolbar = (explorer: DatakubeExplorer): HTMLElement[] => {
  const { shadowRoot } = explorer.renderRoot.querySelector('datakube-toolbar')!;
  return [...shadowRoot!.querySelectorAll<HTMLElement>('button')].filter((button) =>
    button.checkVisibility(),
  );
};
const label = (button: HTMLElement): string =>
  button.getAttribute('aria-label') ?? button.textContent!.trim();
const button = (explorer: DatakubeExplorer, words: string): HTMLElement =>
  toolbar(explorer).find((each) => label(each).split(':')[0] === words)!;
const pressed = (explorer: DatakubeExplorer, words: string): string | null =>
  button(explorer, words).getAttribute('aria-pressed');

const items = (explorer: DatakubeExplorer): HTMLElement[] =>
  deep(explorer.renderRoot as ShadowRoot, '.menu .item');
const words = (item: HTMLElement): string => item.querySelector('.words > span')!.textContent!.trim();
/** The lines of the open menu, marked where chosen. */
const lines = (explorer: DatakubeExplorer): string[] =>
  items(explorer).map((item) => `${item.getAttribute('aria-checked') === 'true' ? '✓' : ''}${words(item)}`);
async function choose(explorer: DatakubeExplorer, line: string): Promise<void> {
  items(explorer)
    .find((item) => words(item) === line)!
    .click();
  await settled(explorer);
}

async function press(explorer: DatakubeExplorer, words: string): Promise<void> {
  button(explorer, words).click();
  await settled(explorer);
}

/** The lines of the choice of a kind of chart, which is the chart's own. */
const chartItems = (explorer: DatakubeExplorer): HTMLElement[] =>
  deep(explorer.renderRoot.querySelector('datakube-chart')!.shadowRoot!, '.menu .item');

async function chooseChart(explorer: DatakubeExplorer): Promise<void> {
  await explorer.renderRoot.querySelector('datakube-chart')!.updateComplete;
  await press(explorer, 'Diagramtype');
  await import('../chart/chart-menus.ts');
  await settled(explorer);
}

const mount = async (options: MountOptions = {}): Promise<DatakubeExplorer> => mountExplorer(options);

describe('the toolbar', () => {
  it('has every tool, named in the language of the page', async () => {
    const danish = await mount();
    expect(toolbar(danish).map(label)).to.deep.equal([
      'Fortryd',
      'Gentag',
      'Tabel',
      'Diagram',
      'Byt om',
      'Totaler',
      'Navne',
      'Foreslå opstilling',
      'Eksempler',
      'Del',
      'Hent',
    ]);
    const english = await mount({ lang: 'en' });
    expect(toolbar(english).map(label)).to.deep.equal([
      'Undo',
      'Redo',
      'Table',
      'Chart',
      'Swap',
      'Totals',
      'Labels',
      'Suggest layout',
      'Examples',
      'Share',
      'Download',
    ]);
  });

  it('undoes and redoes each step, and says which table it is then', async () => {
    const explorer = await mount();
    expect(button(explorer, 'Fortryd').getAttribute('aria-disabled')).to.equal('true');
    const first = explorer.state;
    await press(explorer, 'Fortryd');
    expect(explorer.state, 'there is nothing to undo').to.equal(first);
    await press(explorer, 'Byt om');
    await press(explorer, 'Diagram');
    const last = explorer.state;
    expect(label(button(explorer, 'Fortryd'))).to.equal('Fortryd: visning');
    expect(button(explorer, 'Fortryd').hasAttribute('aria-disabled')).to.equal(false);
    expect(button(explorer, 'Gentag').getAttribute('aria-disabled')).to.equal('true');
    await press(explorer, 'Fortryd');
    expect(explorer.state!.view).to.equal('table');
    expect(label(button(explorer, 'Fortryd'))).to.equal('Fortryd: byt om');
    expect(button(explorer, 'Gentag').title).to.equal('Gentag: visning');
    expect(said(explorer)).to.equal('Fortrudt. Borgere efter år og kommune.');
    await press(explorer, 'Fortryd');
    expect(explorer.state).to.deep.equal(first);
    await press(explorer, 'Gentag');
    expect(said(explorer)).to.equal('Gentaget. Borgere efter år og kommune.');
    await press(explorer, 'Gentag');
    expect(explorer.state).to.deep.equal(last);
    expect(button(explorer, 'Gentag').getAttribute('aria-disabled')).to.equal('true');
  });

  it('forgets what was undone when another way is taken', async () => {
    const explorer = await mount();
    await press(explorer, 'Byt om');
    await press(explorer, 'Fortryd');
    await press(explorer, 'Diagram');
    expect(button(explorer, 'Gentag').getAttribute('aria-disabled')).to.equal('true');
  });

  it('swaps the axes', async () => {
    const explorer = await mount();
    await press(explorer, 'Byt om');
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['time']);
    expect(said(explorer)).to.equal('Rækker og kolonner er byttet om.');
    expect(title(explorer)).to.equal('Borgere efter år og kommune');
  });

  it('turns totals and subtotals off and on, and says where they stand', async () => {
    const explorer = await mount();
    await press(explorer, 'Totaler');
    expect(lines(explorer)).to.deep.equal([
      '✓Vis totaler',
      '✓Subtotaler for bopæl',
      '✓Totaler før deres dele',
      'Totaler efter deres dele',
    ]);
    await choose(explorer, 'Vis totaler');
    expect(explorer.state!.totals).to.equal(false);
    expect(said(explorer)).to.equal('Totaler vises ikke.');
    await press(explorer, 'Totaler');
    await choose(explorer, 'Totaler efter deres dele');
    expect(explorer.state!.look.totals).to.equal('after');
    expect(said(explorer)).to.equal('Totaler står efter deres dele.');
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.subtotals.rows).to.equal('after');
    await press(explorer, 'Totaler');
    await choose(explorer, 'Subtotaler for bopæl');
    expect(explorer.state!.rows[0]!.parents).to.equal(false);
  });

  it('shows names, codes or both', async () => {
    const explorer = await mount();
    await press(explorer, 'Navne');
    await choose(explorer, 'Kode og navn');
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.labels).to.equal('both');
    expect(said(explorer)).to.equal('Koder og navne vises.');
    await press(explorer, 'Navne');
    expect(lines(explorer)).to.deep.equal(['Navn', 'Kode', '✓Kode og navn']);
  });

  it('lays the fields out as they are best read', async () => {
    const explorer = await mount();
    await press(explorer, 'Byt om');
    await press(explorer, 'Foreslå opstilling');
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['residence']);
    await press(explorer, 'Foreslå opstilling');
    expect(said(explorer)).to.equal('Det ændrer ikke tabellen.');
  });

  it('shows an example as a step that can be undone, and says where one has come from it', async () => {
    const explorer = await mount();
    const first = explorer.state;
    await press(explorer, 'Eksempler');
    const [named] = exampleCube.examples;
    expect(lines(explorer)[0]).to.equal(named!.name.da);
    expect(deep(explorer.renderRoot as ShadowRoot, '.menu .hint')[0]!.textContent).to.equal(
      named!.description.da,
    );
    await choose(explorer, named!.name.da);
    await settled(explorer);
    expect(explorer.state!.measures).to.deep.equal(named!.query.measures);
    expect(explorer.state!.view).to.equal('chart');
    expect(said(explorer)).to.match(new RegExp(`^Eksemplet ${named!.name.da}. `));
    const standing = (): string => find(explorer, '.standing slot').textContent!.trim();
    expect(standing()).to.equal(`Eksempel: ${named!.name.da}`);
    await press(explorer, 'Byt om');
    expect(standing()).to.equal(`Eksempel: ${named!.name.da}, ændret siden`);
    await press(explorer, 'Fortryd');
    await press(explorer, 'Fortryd');
    expect(explorer.state).to.deep.equal(first);
    expect(standing()).to.equal('');
  });

  it('offers all kinds of chart, with the reason for those that would mislead', async () => {
    const explorer = await mount();
    expect(explorer.state!.chart).to.equal('fitting');
    await press(explorer, 'Diagram');
    await chooseChart(explorer);
    const lines = chartItems(explorer).map(words);
    expect(lines).to.have.length(13);
    expect(lines).to.include.members(['Søjler', 'Feltkort', 'Alderspyramide']);
    const pyramid = chartItems(explorer).find((item) => words(item) === 'Alderspyramide')!;
    expect(pyramid.getAttribute('aria-disabled')).to.equal('true');
    expect(pyramid.querySelector('.hint')!.textContent).to.contain('aldersgrupper');
    chartItems(explorer)
      .find((item) => words(item) === 'Varmekort')!
      .click();
    await settled(explorer);
    expect(explorer.state!.chart).to.equal('heat-map');
    expect(explorer.renderRoot.querySelector('datakube-chart')?.type).to.equal('heat-map');
    expect(label(button(explorer, 'Fortryd'))).to.equal('Fortryd: visning');
    await press(explorer, 'Fortryd');
    expect(explorer.state!.chart).to.equal('fitting');
    expect(explorer.renderRoot.querySelector('datakube-chart')?.type).to.equal('fitting');
  });

  it('offers a map where the page has given borders', async () => {
    const explorer = await mount();
    explorer.state = {
      rows: [{ dimension: 'residence', level: 'region' }],
      columns: [],
      measures: ['contacts-per-1000'],
      view: 'chart',
    };
    await settled(explorer);
    const map = async (): Promise<HTMLElement> => {
      await chooseChart(explorer);
      return chartItems(explorer).find((item) => words(item) === 'Kort')!;
    };
    const without = await map();
    expect(without.getAttribute('aria-disabled')).to.equal('true');
    expect(without.querySelector('.hint')!.textContent).to.contain('grænser');
    explorer.geometry = exampleBorders;
    explorer.geometryKey = 'region';
    await settled(explorer);
    const offered = await map();
    expect(offered.hasAttribute('aria-disabled')).to.equal(false);
    offered.click();
    await settled(explorer);
    expect(explorer.state!.chart).to.equal('map');
    const chart = explorer.renderRoot.querySelector('datakube-chart')!;
    await until(() => chart.renderRoot.querySelectorAll('.drawing svg .mark').length === 5);
  });

  it('shows table or chart, and the types of chart only with a chart', async () => {
    const explorer = await mount();
    expect([pressed(explorer, 'Tabel'), pressed(explorer, 'Diagram')]).to.deep.equal(['true', 'false']);
    await press(explorer, 'Diagram');
    expect([pressed(explorer, 'Tabel'), pressed(explorer, 'Diagram')]).to.deep.equal(['false', 'true']);
    expect(said(explorer)).to.equal('Vises som diagram.');
    await press(explorer, 'Tabel');
    expect(said(explorer)).to.equal('Vises som tabel.');
    expect(button(explorer, 'Diagramtype')).to.equal(undefined);
    expect(explorer.renderRoot.querySelector('datakube-chart')).to.equal(null);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden).to.equal(false);
  });

  it('is one stop: arrows lead from tool to tool', async () => {
    const explorer = await mount();
    expect(toolbar(explorer).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    button(explorer, 'Fortryd').focus();
    const { shadowRoot } = explorer.renderRoot.querySelector('datakube-toolbar')!;
    const way = ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home'].map((key) => {
      shadowRoot!.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
      return label(shadowRoot!.activeElement as HTMLElement);
    });
    expect(way).to.deep.equal(['Gentag', 'Tabel', 'Hent', 'Del', 'Fortryd']);
  });
});

describe('the narrow toolbar', () => {
  it('keeps what is used most and has the rest in a menu', async () => {
    const explorer = await mount({ width: 360 });
    expect(toolbar(explorer).map(label)).to.deep.equal([
      'Fortryd',
      'Gentag',
      'Tabel',
      'Diagram',
      'Flere værktøjer',
    ]);
    await press(explorer, 'Flere værktøjer');
    expect(lines(explorer)).to.deep.equal([
      'Byt rækker og kolonner om',
      'Foreslå opstilling',
      'Totaler…',
      'Navne og koder…',
      'Minikurver',
      'Eksempler…',
      'Del…',
      'Hent…',
    ]);
    await choose(explorer, 'Totaler…');
    await choose(explorer, 'Vis totaler');
    expect(explorer.state!.totals).to.equal(false);
    await press(explorer, 'Flere værktøjer');
    await choose(explorer, 'Byt rækker og kolonner om');
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['time']);
  });

  it('offers no file where the environment makes none', async () => {
    const plain = await exampleClient().capabilities();
    const client = exampleClient({ capabilities: async () => ({ ...plain, formats: ['later'] }) });
    const explorer = await mount({ width: 360, client });
    await press(explorer, 'Flere værktøjer');
    expect(lines(explorer)).to.not.include('Hent…');
  });
});
