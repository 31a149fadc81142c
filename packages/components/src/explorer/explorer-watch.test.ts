import { DatakubeError, DatakubeNetworkError } from '@datakube/client';
import { STATUSES, type Cube } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { askForMore, deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const panels = (explorer: DatakubeExplorer): string[] =>
  deep(explorer.renderRoot as ShadowRoot, '.panel').map(({ dataset }) => dataset['state']!);
const words = (explorer: DatakubeExplorer): string =>
  deep(explorer.renderRoot as ShadowRoot, '.panel')
    .map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())
    .join(' | ');
const tableShown = (explorer: DatakubeExplorer): boolean =>
  explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden === false;

describe('a new release of the cube', () => {
  /** An environment that publishes anew when it is told to. */
  function publishing() {
    let cube: Cube = exampleCube;
    const { id, name, description, synthetic } = exampleCube;
    const client = exampleClient({
      cube: async () => cube,
      catalogue: async () => ({
        cubes: [
          { id, name, description, synthetic, release: cube.release.id, published: cube.release.published },
        ],
      }),
      query: async (_cube, query) => ({ ...exampleAnswer(query, 'da'), release: cube.release.id }),
    });
    const publish = (): void => {
      cube = { ...exampleCube, release: { ...exampleCube.release, id: '2026.11-3' } };
    };
    return { client, publish };
  }
  const seen = async (explorer: DatakubeExplorer): Promise<void> => {
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(explorer);
  };
  const shown = (explorer: DatakubeExplorer): string =>
    explorer.renderRoot.querySelector('datakube-pivot-table')!.cellSet!.release;

  it('is told of when the page comes into sight, and shown when the user asks for it', async () => {
    const { client, publish } = publishing();
    const explorer = await mountExplorer({ client });
    await seen(explorer);
    expect(panels(explorer), 'nothing has come').to.deep.equal([]);
    publish();
    await seen(explorer);
    expect(panels(explorer)).to.deep.equal(['stale']);
    expect(words(explorer))
      .to.contain('Udgivelse 2026.11-3 er kommet')
      .and.to.contain('viser stadig 2026.11-2');
    expect(said(explorer)).to.match(/^Nye tal er klar\./);
    expect([shown(explorer), tableShown(explorer)]).to.deep.equal(['2026.11-2', true]);
    find(explorer, '.ways button', 'Vis nye tal').click();
    await settled(explorer);
    expect([panels(explorer), shown(explorer)]).to.deep.equal([[], '2026.11-3']);
    expect(said(explorer)).to.equal('Nye tal fra udgivelse 2026.11-3 vises.');
  });

  it('is not told of again where the user stays with the old one', async () => {
    const { client, publish } = publishing();
    const explorer = await mountExplorer({ client });
    publish();
    await seen(explorer);
    find(explorer, '.ways button', 'Behold').click();
    await seen(explorer);
    expect([panels(explorer), shown(explorer)]).to.deep.equal([[], '2026.11-2']);
  });

  it('is found while the page is looked at, as often as the page has said', async () => {
    const { client, publish } = publishing();
    const explorer = await mountExplorer({ client });
    explorer.checkReleaseEvery = 0.0005;
    publish();
    await until(() => panels(explorer).includes('stale'));
    explorer.checkReleaseEvery = 0;
  });

  it('brings its own definition where the environment has gone on by itself', async () => {
    const { client, publish } = publishing();
    const explorer = await mountExplorer({ client });
    publish();
    await askForMore(explorer);
    await settled(explorer);
    expect(shown(explorer)).to.equal('2026.11-3');
    expect(explorer.renderRoot.querySelector('datakube-declaration')!.release).to.equal('2026.11-3');
  });
});

describe('the end of the session', () => {
  it('is warned of two minutes before, and the page is asked to put it off', async () => {
    const explorer = await mountExplorer();
    explorer.sessionEnds = new Date(Date.now() + 130_000);
    await settled(explorer);
    expect(panels(explorer), 'more than two minutes are left').to.deep.equal([]);
    explorer.sessionEnds = new Date(Date.now() + 110_000);
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal(['session-soon']);
    expect(words(explorer)).to.contain('logges ud om 2 minutter').and.to.contain('Dit valg er bevaret');
    expect(said(explorer)).to.match(/^Din session udløber snart\./);
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    const drafts: string[] = [];
    explorer.parentElement!.addEventListener('datakube-session-extend', ({ draft }) => drafts.push(draft));
    find(explorer, '.ways button', 'Bliv logget ind').click();
    expect(drafts).to.deep.equal(['rows=time:year&columns=residence:municipality*']);
    explorer.sessionEnds = new Date(Date.now() + 3_600_000);
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal([]);
  });

  it('leaves the numbers and the choice where they are when it has come', async () => {
    const explorer = await mountExplorer();
    explorer.sessionEnds = new Date(Date.now() + 60);
    await until(() => panels(explorer).includes('session-over'));
    expect(tableShown(explorer)).to.equal(true);
    expect(words(explorer)).to.contain('Log ind igen');
    expect(said(explorer)).to.match(/^Din session er udløbet\./);
  });

  it('is known from a provider around the explorer', async () => {
    const provider = document.createElement('datakube-provider');
    provider.sessionEnds = new Date(Date.now() + 60_000);
    const explorer = document.createElement('datakube-explorer');
    provider.append(explorer);
    const mounted = await mountExplorer();
    mounted.parentElement!.append(provider);
    explorer.cube = exampleCube.id;
    await provider.updateComplete;
    await until(() => panels(explorer).includes('session-soon'));
    provider.sessionEnds = null;
    await provider.updateComplete;
    await settled(explorer);
    expect(panels(explorer)).to.not.include('session-soon');
  });
});

describe('the connection', () => {
  const connect = (on: boolean): void => {
    if (on) Reflect.deleteProperty(navigator, 'onLine');
    else Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event(on ? 'online' : 'offline'));
  };
  afterEach(() => Reflect.deleteProperty(navigator, 'onLine'));

  it('that is lost leaves what is here at hand, and goes on by itself when it is back', async () => {
    const client = exampleClient({
      query: async (_cube, query) => {
        if (!navigator.onLine) throw new DatakubeNetworkError('gone');
        return exampleAnswer(query, 'da');
      },
    });
    const explorer = await mountExplorer({ client });
    connect(false);
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal(['offline']);
    expect(words(explorer)).to.match(/Du ser tal hentet kl\. \d\d\.\d\d/);
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    expect(panels(explorer), 'a swap needs no connection').to.deep.equal(['offline']);
    expect(
      explorer.renderRoot.querySelector('datakube-pivot-table')!.cellSet!.rows[0]![0]!.dimension,
    ).to.equal('time');
    await askForMore(explorer);
    expect([panels(explorer), tableShown(explorer)]).to.deep.equal([['offline'], true]);
    connect(true);
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal([]);
    expect(said(explorer)).to.equal('Forbindelsen er tilbage.');
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')!.cellSet!.columns[0]).to.have.length(2);
  });
});

describe('what fails and may pass', () => {
  it('is tried again by itself, which is said once and counted down in sight', async () => {
    let fails = true;
    const client = exampleClient({
      query: async (_cube, query) => {
        if (fails && query.columns!.length > 1) throw new DatakubeError('ERR_BUSY', { retryAfter: 1 });
        return exampleAnswer(query, 'da');
      },
    });
    const explorer = await mountExplorer({ client });
    await askForMore(explorer);
    expect(words(explorer)).to.match(/Vi prøver igen om \d+ sekunder\./);
    expect(said(explorer)).to.not.contain('sekunder');
    const first = said(explorer);
    const counted = words(explorer);
    await until(() => words(explorer) !== counted);
    expect(said(explorer), 'a countdown is seen and not heard').to.equal(first);
    fails = false;
    find(explorer, '.ways button', 'Prøv igen nu').click();
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal([]);
  });
});

describe('a table that is too large', () => {
  const limited = async (cells: number, asked: unknown[] = []): Promise<DatakubeExplorer> => {
    const plain = await exampleClient().capabilities();
    const client = exampleClient({
      capabilities: async () => ({ ...plain, limits: { cells } }),
      query: async (_cube, query) => {
        asked.push(query);
        return exampleAnswer(query, 'da');
      },
    });
    return mountExplorer({ client });
  };

  it('is not asked for: figure, limit and two coarser choices stand in its place', async () => {
    const asked: unknown[] = [];
    const explorer = await limited(500, asked);
    expect(asked).to.have.length(1);
    find(explorer, '.chip', 'Tid').click();
    await settled(explorer);
    find(explorer, '.item', 'Vis måned').click();
    await settled(explorer);
    expect(asked, 'nothing was asked').to.have.length(1);
    expect(panels(explorer)).to.deep.equal(['too-large']);
    // 98 municipalities, 5 regions and the country, in 36 months.
    expect(words(explorer)).to.contain('Dit valg giver 3.744 celler. Grænsen er 500.');
    expect(said(explorer)).to.contain('Tabellen er for stor');
    expect(tableShown(explorer)).to.equal(false);
    const ways = deep(explorer.renderRoot as ShadowRoot, '.ways button');
    expect(ways.map(({ textContent }) => textContent!.trim()).at(-1)).to.equal('Fortryd ændringen');
    expect(ways).to.have.length(3);
    ways[0]!.click();
    await settled(explorer);
    expect(panels(explorer)).to.deep.equal([]);
    expect(tableShown(explorer)).to.equal(true);
  });

  it('is known before it is asked for', async () => {
    const explorer = await limited(400);
    const estimate = (): string => find(explorer, '.estimate').textContent!.replace(/\s+/g, ' ').trim();
    expect(estimate()).to.equal('104 rækker × 3 kolonner = 312 cellerhøjst 400');
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    expect(estimate()).to.contain('3 rækker × 104 kolonner = 312 celler');
    explorer.state = { ...explorer.state!, rows: [], measures: ['persons', 'contacts'] };
    await settled(explorer);
    expect(estimate()).to.contain('1 række × 104 kolonner × 2 mål = 208 celler');
  });
});

describe('a table where everything is hidden', () => {
  it('stands, says so above, and offers what is coarser', async () => {
    const client = exampleClient({
      query: async (_cube, query) => {
        const answer = exampleAnswer(query, 'da');
        if (query.rows![0]!.level === 'region') return answer;
        const size = answer.rows.length * answer.columns.length;
        const value = new Float64Array(size).fill(NaN);
        const status = new Uint8Array(size).fill(STATUSES.indexOf('suppressed'));
        return { ...answer, measures: new Map([['persons', { value, status }]]) };
      },
    });
    const explorer = await mountExplorer({ client });
    expect(panels(explorer)).to.deep.equal(['all-hidden']);
    expect(tableShown(explorer)).to.equal(true);
    find(explorer, '.ways button', 'Vis bopæl på region').click();
    await until(() => explorer.state!.rows[0]!.level === 'region');
  });
});
