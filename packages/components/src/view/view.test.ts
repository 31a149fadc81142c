import { DatakubeError, DatakubeNetworkError, type DatakubeClient } from '@datakube/client';
import { FORMATS, STATUSES, type CellSet, type Query } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleBorders } from '../../fixtures/example-borders.ts';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { deep } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import { asksForClient } from '../provider/client-context.ts';
import type { DatakubeView } from './view.ts';
import './define.ts';
import '../explorer/download/download-menu.ts';

/** Puts a view on the page, inside a parent that gives it a client. */
async function mount(
  attributes: Record<string, string> = {},
  client: DatakubeClient = exampleClient(),
  lang = 'da',
): Promise<DatakubeView> {
  document.querySelector('[data-mounted]')?.remove();
  const parent = document.createElement('div');
  parent.dataset['mounted'] = '';
  parent.lang = lang;
  parent.addEventListener('context-request', (event) => {
    if (asksForClient(event)) event.callback(client, () => {});
  });
  const view = document.createElement('datakube-view');
  for (const [name, value] of Object.entries({ cube: exampleCube.id, ...attributes }))
    view.setAttribute(name, value);
  parent.append(view);
  document.body.append(parent);
  await settled(view);
  return view;
}

async function settled(view: DatakubeView): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve));
    await view.updateComplete;
    await root(view).querySelector('datakube-chart')?.updateComplete;
  }
}

const root = (view: DatakubeView): ShadowRoot => view.renderRoot as ShadowRoot;
const words = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const title = (view: DatakubeView): string => words(root(view).querySelector('.title'));
const panels = (view: DatakubeView): string => deep(root(view), '.panel').map(words).join(' | ');
const ways = (view: DatakubeView): string[] => deep(root(view), '.ways button').map(words);
const table = (view: DatakubeView): HTMLElementTagNameMap['datakube-pivot-table'] | null =>
  root(view).querySelector('datakube-pivot-table');
const said = (view: DatakubeView): string => words(root(view).querySelector('.visually-hidden'));
const button = (view: DatakubeView, name: string): HTMLElement =>
  deep(root(view), 'button').find((each) => words(each) === name)!;

async function press(view: DatakubeView, name: string): Promise<void> {
  button(view, name).click();
  await settled(view);
}

const failing = (error: unknown): DatakubeClient =>
  exampleClient({
    query: async () => {
      throw error;
    },
  });

/** All cells of an answer with one status. */
function all(query: Query, status: (typeof STATUSES)[number]): CellSet {
  const answer = exampleAnswer(query, 'da');
  const size = answer.rows.length * answer.columns.length;
  const cells = {
    value: new Float64Array(size).fill(NaN),
    status: new Uint8Array(size).fill(STATUSES.indexOf(status)),
  };
  return { ...answer, measures: new Map(query.measures.map((measure) => [measure, cells])) };
}

const REGIONS = 'rows=residence:region&columns=time:year';

describe('a view', () => {
  it('shows what its link says, with a title, its source and its release, and nothing to choose with', async () => {
    const asked: Query[] = [];
    const client = exampleClient({
      query: async (_cube, query) => {
        asked.push(query);
        return exampleAnswer(query, 'da');
      },
    });
    const view = await mount({ link: REGIONS }, client);
    expect(asked).to.have.length(1);
    expect(asked[0]!.rows).to.deep.equal([{ dimension: 'residence', level: 'region' }]);
    expect(title(view)).to.equal('Borgere efter region og år');
    expect(table(view)!.cellSet!.rows.length).to.be.greaterThan(4);
    expect(table(view)!.hidden).to.equal(false);
    const provenance = words(deep(root(view), '.provenance')[0]);
    expect(provenance).to.contain(exampleCube.declaration.sources[0]!.name.da).and.to.contain('Udgivelse');
    expect(words(root(view).querySelector('.foot'))).to.match(/^Opdateret \d+\.\d+\.\d{4}/);
    expect(root(view).querySelector('datakube-zone, datakube-field-list, datakube-toolbar')).to.equal(null);
    expect(table(view)!.offers).to.deep.equal({});
  });

  it('shows the first table of the cube without a link, and says the heading of the page', async () => {
    const view = await mount({ heading: 'Borgere i min kommune' });
    expect(title(view)).to.equal('Borgere i min kommune');
    expect(table(view)!.hidden).to.equal(false);
  });

  it('takes a state, in full or in part, and gives it back', async () => {
    const view = await mount();
    view.state = { rows: [{ dimension: 'residence', level: 'region' }], view: 'chart' };
    await settled(view);
    expect(view.state!.rows[0]!.level).to.equal('region');
    expect(view.state!.measures).to.deep.equal(['persons']);
    expect(root(view).querySelector('datakube-chart')!.cellSet).to.not.equal(null);
    expect(table(view)!.hidden).to.equal(true);
  });

  it('follows its link, its cube and its language', async () => {
    const view = await mount({ link: REGIONS });
    view.link = 'rows=residence:municipality';
    await settled(view);
    expect(title(view)).to.equal('Borgere efter kommune og år');
    view.link = `${REGIONS}&view=chart`;
    await settled(view);
    expect(root(view).querySelector('datakube-chart')).to.not.equal(null);
    view.parentElement!.lang = 'en';
    await settled(view);
    expect(title(view)).to.equal('Citizens by region and year');
    view.cube = '';
    await settled(view);
    expect(title(view)).to.equal('');
  });

  it('turns between table and chart for the reader, and tells the page', async () => {
    const view = await mount({ link: REGIONS });
    const told: string[] = [];
    view.addEventListener('datakube-view-change', ({ view: to }) => told.push(to));
    view.addEventListener('datakube-state-change', ({ link, act }) => told.push(act, link));
    expect(button(view, 'Tabel').ariaPressed).to.equal('true');
    await press(view, 'Diagram');
    expect(button(view, 'Diagram').ariaPressed).to.equal('true');
    expect(root(view).querySelector('datakube-chart')).to.not.equal(null);
    expect(said(view)).to.equal('Vises som diagram.');
    expect(told).to.deep.equal(['chart', 'view', 'rows=residence:region&view=chart']);
    await press(view, 'Tabel');
    expect(table(view)!.hidden).to.equal(false);
  });

  it('says its title once above a chart, which keeps it as its name', async () => {
    const drawn = async (attributes: Record<string, string>): Promise<{ seen: string[]; named: string }> => {
      const view = await mount(attributes);
      const seen = deep(root(view), '.title').filter((each) => each.checkVisibility());
      const figure = deep(root(view), 'figure')[0]!;
      const name = (figure.getRootNode() as ShadowRoot).getElementById(
        figure.getAttribute('aria-labelledby')!,
      );
      return { seen: seen.map(words), named: words(name) };
    };
    const rate = 'rows=residence:region&columns=&measures=contacts-per-1000&view=chart';
    const alone = 'Kontakter pr. 1.000 borgere efter region';
    expect(await drawn({ link: rate })).to.deep.equal({ seen: [alone], named: alone });
    const measure = 'Kontakter pr. 1.000 borgere';
    expect(await drawn({ link: rate, heading: 'Hvor ofte?' })).to.deep.equal({
      seen: ['Hvor ofte?', measure],
      named: measure,
    });
    const two = await drawn({ link: rate.replace('contacts-per', 'persons,contacts-per') });
    expect(two.seen, 'one of two measures is drawn').to.have.length(2);
  });

  it('draws a map with the borders of the page', async () => {
    const link =
      'rows=residence:region&columns=&measures=contacts-per-1000&totals=false&view=chart&chart=map';
    const view = await mount({ link, 'geometry-key': 'region' });
    const chart = root(view).querySelector('datakube-chart')!;
    expect(chart.renderRoot.querySelector('.drawing'), 'refused without borders').to.equal(null);
    view.geometry = exampleBorders;
    await until(() => chart.renderRoot.querySelectorAll('.drawing svg .mark').length === 5);
  });

  it('keeps what the reader sorts', async () => {
    const view = await mount({ link: REGIONS });
    const sort = { by: 'name', direction: 'descending' } as const;
    const { SortChangeEvent } = await import('../events/sort-change-event.ts');
    table(view)!.dispatchEvent(new SortChangeEvent(sort));
    await settled(view);
    expect(view.state!.sort).to.deep.equal(sort);
    expect(table(view)!.sort).to.deep.equal(sort);
  });

  it('gives the reader the tools the page has named', async () => {
    const client = exampleClient({
      capabilities: async () => ({
        ...(await exampleClient().capabilities()),
        formats: Object.keys(FORMATS),
      }),
    });
    const bare = await mount({ link: REGIONS, controls: 'none' }, client);
    expect(deep(root(bare), 'header button')).to.have.length(0);
    const both = await mount({ link: REGIONS, controls: 'view download' }, client);
    await press(both, 'Hent');
    const items = deep(root(both), '.menu .item .words > span:first-child').map(words);
    expect(items).to.include('Excel').and.to.include('Parquet');
  });

  it('tells of the numbers when asked, also from a hidden one', async () => {
    const view = await mount({ link: REGIONS });
    expect(root(view).querySelector('datakube-declaration')).to.equal(null);
    await press(view, 'Om tallene');
    expect(words(deep(root(view), '.declaration')[0])).to.contain(exampleCube.declaration.coverage.da);
    await press(view, 'Om tallene');
    const { DeclarationRequestEvent } = await import('../events/declaration-request-event.ts');
    const event = new DeclarationRequestEvent();
    table(view)!.dispatchEvent(event);
    await settled(view);
    expect(event.defaultPrevented).to.equal(true);
    expect(deep(root(view), '#disclosure')[0]!.matches(':focus')).to.equal(true);
  });
});

describe('a view without numbers', () => {
  it('is refused with the words of the environment, and offers nothing the reader cannot have', async () => {
    const codes: string[] = [];
    const listen = ({ code }: HTMLElementEventMap['datakube-error']): number => codes.push(code);
    document.body.addEventListener('datakube-error', listen);
    const view = await mount({ link: 'rows=residence:municipality,sector:sector' });
    document.body.removeEventListener('datakube-error', listen);
    expect(codes).to.deep.equal(['ERR_NOT_RELEASABLE']);
    expect(panels(view)).to.contain('Denne kombination kan ikke vises');
    expect(ways(view)).to.deep.equal(['Hvorfor?']);
    expect(said(view)).to.contain('Denne kombination kan ikke vises');
    await press(view, 'Hvorfor?');
    expect(deep(root(view), '#disclosure')).to.have.length(1);
  });

  it('says what failed and tries again, and speaks of no choice of the reader’s', async () => {
    let fails = true;
    const client = exampleClient({
      query: async (_cube, query) => {
        if (fails) throw new DatakubeError('ERR_UNAVAILABLE', { requestId: 'case-9' });
        return exampleAnswer(query, 'da');
      },
    });
    const view = await mount({ link: REGIONS }, client);
    expect(panels(view)).to.contain('case-9').and.not.to.contain('Dit valg');
    expect(ways(view)).to.have.length(1);
    fails = false;
    deep(root(view), '.ways button')[0]!.click();
    await settled(view);
    expect(panels(view)).to.equal('');
    expect(table(view)!.hidden).to.equal(false);
  });

  it('says that there is no connection, that it is too large, forbidden, or not to be had', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const offline = await mount({ link: REGIONS }, failing(new DatakubeNetworkError('unreachable')));
    Reflect.deleteProperty(navigator, 'onLine');
    expect(panels(offline)).to.contain('Ingen forbindelse').and.not.to.contain('Dit valg');
    const large = await mount({ link: REGIONS }, failing(new DatakubeError('ERR_QUERY_TOO_LARGE')));
    expect(panels(large)).to.contain('for stor').and.not.to.contain('vej videre');
    const forbidden = await mount({ link: REGIONS }, failing(new DatakubeError('ERR_FORBIDDEN')));
    expect(panels(forbidden)).to.contain('Du har ikke adgang');
    const lost = await mount(
      { link: REGIONS },
      exampleClient({
        cube: async () => {
          throw new DatakubeError('ERR_NOT_FOUND');
        },
      }),
    );
    expect(panels(lost)).to.contain('ERR_NOT_FOUND');
  });

  it('waits, and can be stopped', async () => {
    const view = await mount({ link: REGIONS }, exampleClient({ query: () => new Promise(() => {}) }));
    expect(panels(view)).to.equal('Henter… Tallene er på vej. Annullér');
    await press(view, 'Annullér');
    expect(panels(view)).to.contain('Hentningen er stoppet').and.not.to.contain('Dit valg');
  });

  it('tells nothing from hidden, and hidden from nothing', async () => {
    const none = await mount(
      { link: REGIONS },
      exampleClient({ query: async (_cube, query) => all(query, 'missing') }),
    );
    expect(panels(none)).to.contain('Ingen data');
    expect(table(none)!.hidden).to.equal(true);
    const hidden = await mount(
      { link: REGIONS },
      exampleClient({ query: async (_cube, query) => all(query, 'suppressed') }),
    );
    expect(panels(hidden)).to.equal(
      'Alle værdier er skjult af hensyn til diskretion Der er ingen tal her, der må gives ud.',
    );
    expect(table(hidden)!.hidden).to.equal(false);
  });

  it('says what the page must do when there is no environment', async () => {
    const view = document.createElement('datakube-view');
    view.cube = exampleCube.id;
    document.body.append(view);
    await settled(view);
    expect(panels(view)).to.contain('Intet analysemiljø er angivet');
    view.remove();
  });

  it('shows a lone number without remarks', async () => {
    const view = await mount({ link: 'rows=&columns=' });
    expect(view.state!.rows).to.deep.equal([]);
    expect(panels(view)).to.equal('');
    expect(table(view)!.hidden).to.equal(false);
  });
});

describe('a view for everybody', () => {
  for (const [name, attributes, client] of [
    ['a table', { link: REGIONS, controls: 'view download' }, undefined],
    ['a chart', { link: `${REGIONS}&view=chart` }, undefined],
    ['a refusal', { link: 'rows=residence:municipality,sector:sector' }, undefined],
    ['a failure', { link: REGIONS }, failing(new DatakubeError('ERR_UNAVAILABLE'))],
  ] as const) {
    it(`is accessible as ${name}`, async () => {
      const view = await mount(attributes, client);
      await expect(view).to.be.accessible();
    });
  }

  it('leaves nothing behind when it is taken away', async () => {
    const view = await mount({ link: REGIONS });
    const { parentElement } = view;
    view.remove();
    await settled(view);
    parentElement!.append(view);
    await settled(view);
    expect(table(view)!.hidden).to.equal(false);
  });
});
