import { DatakubeError } from '@datakube/client';
import { ERRORS, type Cube, type Language, type Problem } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { askForMore, deep, find, mountExplorer, said, settled, title } from '../../fixtures/mount.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const exampleProblem: Problem = {
  type: 'urn:datakube:problem:not-releasable',
  title: ERRORS.ERR_NOT_RELEASABLE.title.en,
  status: 422,
  code: 'ERR_NOT_RELEASABLE',
};

const root = ({ renderRoot }: DatakubeExplorer): ShadowRoot => renderRoot as ShadowRoot;
const table = (explorer: DatakubeExplorer): HTMLElementTagNameMap['datakube-pivot-table'] | null =>
  explorer.renderRoot.querySelector('datakube-pivot-table');
const seen = (element: HTMLElement): boolean => element.checkVisibility();

describe('the language of the page', () => {
  it('changes while the explorer stands: words, names, numbers and what is asked', async () => {
    const asked: (Language | undefined)[] = [];
    const client = exampleClient({
      query: async (_cube, query, options) => {
        asked.push(options?.language);
        return exampleAnswer(query, options?.language ?? 'da');
      },
    });
    const explorer = await mountExplorer({ client });
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    const { state } = explorer;
    explorer.parentElement!.lang = 'en';
    await settled(explorer);
    expect(title(explorer)).to.equal('Citizens by year and municipality');
    expect(find(explorer, '.kicker').textContent).to.equal('Health data across sectors');
    expect(find(explorer, '.chip', 'Residence').isConnected).to.equal(true);
    expect(find(explorer, 'button', 'Undo').hasAttribute('aria-disabled'), 'nothing is lost').to.equal(false);
    expect(asked, 'a swap asks nothing, another language does').to.deep.equal(['da', 'en']);
    expect(table(explorer)!.cellSet!.columns.at(-1)![0]!.label).to.equal('All of Denmark');
    expect(explorer.state).to.equal(state);
    const danish = /\b(Rækker|Kolonner|Filtre|Mål|Tilføj|Felter|Om tallene|Søg|Totaler|Syntetiske)\b/;
    for (const element of deep(root(explorer), 'button, h2, h3, h4, .label, .tag, input')) {
      const words = `${element.textContent} ${element.getAttribute('aria-label')} ${element.getAttribute('title')}`;
      expect(words).to.not.match(danish);
    }
  });
});

describe('the theme of the page', () => {
  it('reaches every part, and changes while the explorer stands', async () => {
    const explorer = await mountExplorer({ theme: 'dark' });
    const parts = [
      'datakube-toolbar',
      'datakube-zone',
      'datakube-field-list',
      'datakube-pivot-table',
      'datakube-declaration',
      'datakube-menu',
      'datakube-filter-dialog',
    ];
    const dark = (): boolean[] =>
      [explorer, ...parts.map((part) => explorer.renderRoot.querySelector<HTMLElement>(part)!)].map(
        (element) => element.matches(':state(dark)'),
      );
    expect(new Set(dark())).to.deep.equal(new Set([true]));
    const ink = (): string => getComputedStyle(find(explorer, 'h2')).color;
    const inkInTheDark = ink();
    explorer.parentElement!.dataset['datakubeTheme'] = 'light';
    await settled(explorer);
    expect(new Set(dark())).to.deep.equal(new Set([false]));
    expect(ink()).to.not.equal(inkInTheDark);
  });
});

describe('little room', () => {
  it('folds fields and zones, and opens and closes each by itself', async () => {
    const explorer = await mountExplorer({ width: 360 });
    const folds = [
      ...explorer.renderRoot.querySelectorAll<HTMLElement>('datakube-field-list, datakube-zone'),
    ];
    const inner = (fold: HTMLElement): HTMLElement => fold.shadowRoot!.querySelector('.inner')!;
    const summary = (fold: HTMLElement): HTMLElement => fold.shadowRoot!.querySelector('.summary')!;
    expect(folds).to.have.length(5);
    for (const fold of folds) {
      expect([seen(inner(fold)), seen(summary(fold))]).to.deep.equal([false, true]);
      expect(summary(fold).getAttribute('aria-expanded')).to.equal('false');
    }
    expect(folds.map((fold) => summary(fold).querySelector('.choice')!.textContent)).to.deep.equal([
      '8 felter, 5 mål',
      'Bopæl · region › kommune',
      'Tid · år',
      '–',
      'Borgere',
    ]);
    const columns = folds[2]!;
    summary(columns).click();
    await settled(explorer);
    expect(folds.map((fold) => seen(inner(fold)))).to.deep.equal([false, false, true, false, false]);
    expect(summary(columns).getAttribute('aria-expanded')).to.equal('true');
    summary(columns).click();
    await settled(explorer);
    expect(seen(inner(columns))).to.equal(false);
  });

  it('opens the fold a field is moved to from the keyboard', async () => {
    const explorer = await mountExplorer({ width: 360 });
    const [rows, columns] = ['rows', 'columns'].map((zone) =>
      explorer.renderRoot.querySelector<HTMLElement>(`datakube-zone[zone=${zone}]`)!,
    );
    columns!.shadowRoot!.querySelector<HTMLElement>('.summary')!.click();
    await settled(explorer);
    const chip = find(explorer, '.chip', 'Tid');
    chip.focus();
    chip.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true }),
    );
    await settled(explorer);
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['residence', 'time']);
    expect(rows!.hasAttribute('open')).to.equal(true);
    expect((rows!.shadowRoot!.activeElement as HTMLElement | null)?.dataset['key']).to.equal('time');
  });

  it('shows everything at once where there is room', async () => {
    const explorer = await mountExplorer({ width: 1200 });
    for (const fold of explorer.renderRoot.querySelectorAll('datakube-field-list, datakube-zone')) {
      expect(seen(fold.shadowRoot!.querySelector('.inner')!)).to.equal(true);
      expect(seen(fold.shadowRoot!.querySelector('.summary')!)).to.equal(false);
    }
  });
});

describe('an explorer with an environment of its own', () => {
  const fetched = globalThis.fetch;
  let asked: { url: string; token: string | null }[] = [];
  let held: Promise<void> | null = null;

  beforeEach(() => {
    asked = [];
    held = null;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push({ url: request.url, token: request.headers.get('authorization') });
      if (held) await held;
      if (request.url.endsWith('/capabilities')) return Response.json(await exampleClient().capabilities());
      if (request.method === 'GET') return Response.json(exampleCube);
      return Response.json(exampleProblem, {
        status: exampleProblem.status,
        headers: { 'Content-Type': 'application/problem+json' },
      });
    };
  });

  afterEach(() => {
    globalThis.fetch = fetched;
    document.querySelectorAll('datakube-explorer').forEach((element) => element.remove());
  });

  async function own(
    attributes: Record<string, string>,
    getToken?: DatakubeExplorer['getToken'],
  ): Promise<DatakubeExplorer> {
    const explorer = document.createElement('datakube-explorer');
    for (const [name, value] of Object.entries({ cube: 'a-cube', ...attributes }))
      explorer.setAttribute(name, value);
    explorer.getToken = getToken;
    document.body.append(explorer);
    for (let round = 0; round < 5; round++) await settled(explorer);
    return explorer;
  }

  it('asks that one, and another when the attribute changes', async () => {
    const explorer = await own({ environment: 'https://one.example/base/' });
    expect(asked.length).to.be.greaterThan(1);
    expect(asked.every(({ url }) => url.startsWith('https://one.example/base/v1/'))).to.equal(true);
    asked = [];
    explorer.setAttribute('environment', 'https://two.example/');
    await settled(explorer);
    expect(asked.length).to.be.greaterThan(1);
    expect(asked.every(({ url }) => url.startsWith('https://two.example/v1/'))).to.equal(true);
  });

  it('asks for the token of the page once, however much it asks itself', async () => {
    const reasons: string[] = [];
    await own({ environment: 'https://one.example/' }, async (reason) => {
      reasons.push(reason);
      return { token: 't.o.k', expiresAt: Date.now() + 3_600_000 };
    });
    expect(reasons).to.deep.equal(['first']);
    expect(asked.length).to.be.greaterThan(1);
    for (const { token, url } of asked) {
      expect(token).to.equal('Bearer t.o.k');
      expect(url, 'a token is never in an address').to.not.contain('t.o.k');
    }
  });

  it('asks nothing and waits for nothing once it is off the page, whatever was changed before', async () => {
    const explorer = await own({ cube: exampleCube.id, environment: 'https://one.example/' });
    const { setTimeout, setInterval } = globalThis;
    const long: number[] = [];
    const noting =
      <Timer extends typeof setTimeout | typeof setInterval>(begin: Timer) =>
      (handler: () => void, delay = 0): number => {
        if (delay > 1000) long.push(delay);
        return begin(handler, delay) as unknown as number;
      };
    Object.assign(globalThis, { setTimeout: noting(setTimeout), setInterval: noting(setInterval) });
    asked = [];
    explorer.sessionEnds = new Date(Date.now() + 3_600_000);
    explorer.remove();
    await settled(explorer);
    Object.assign(globalThis, { setTimeout, setInterval });
    expect([asked, long]).to.deep.equal([[], []]);
    document.body.append(explorer);
    await settled(explorer);
    expect(asked, 'it is back').to.have.length(1);
  });

  it('goes on asking when it is moved on the page while it waits', async () => {
    const explorer = await own({ environment: 'https://one.example/' });
    explorer.cube = exampleCube.id;
    let release = (): void => {};
    for (let round = 0; round < 3; round++) await settled(explorer);
    held = new Promise((resolve) => (release = resolve));
    await askForMore(explorer);
    const queries = (): number => asked.filter(({ url }) => new URL(url).pathname.endsWith('/query')).length;
    const before = queries();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(explorer);
    await settled(explorer);
    release();
    held = null;
    for (let round = 0; round < 3; round++) await settled(explorer);
    expect(queries()).to.equal(before + 1);
    expect(
      deep(root(explorer), '.panel')
        .map((panel) => panel.textContent)
        .join(),
    ).to.contain('ERR_NOT_RELEASABLE');
    elsewhere.remove();
  });
});

describe('another cube', () => {
  const other: Cube = {
    ...exampleCube,
    id: 'another-cube',
    name: { da: 'En anden kube', en: 'Another cube' },
  };

  it('takes the place of the first, with its own beginning, and never with numbers of the first', async () => {
    let there = true;
    const client = exampleClient({
      cube: async (id) => (id === other.id ? other : exampleCube),
      query: async (cube, query) => {
        if (cube === other.id && !there) throw new DatakubeError('ERR_UNAVAILABLE');
        return { ...exampleAnswer(query, 'da'), cube };
      },
    });
    const explorer = await mountExplorer({ client });
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    there = false;
    explorer.cube = other.id;
    await settled(explorer);
    expect(find(explorer, '.kicker').textContent).to.equal('En anden kube');
    expect(title(explorer)).to.equal('Borgere efter kommune og år');
    expect(table(explorer), 'the numbers of the first cube are gone').to.equal(null);
    expect(find(explorer, '.panel').textContent).to.contain('Tallene kunne ikke hentes');
    expect(find(explorer, '.panel').textContent).to.not.contain('viser stadig');
    there = true;
    find(explorer, '.ways button', 'Prøv igen').click();
    await settled(explorer);
    expect(table(explorer)!.cellSet!.cube).to.equal(other.id);
  });

  it('begins with a state that is set together with it', async () => {
    const client = exampleClient({ cube: async (id) => (id === other.id ? other : exampleCube) });
    const explorer = await mountExplorer({ client });
    const wanted = { ...explorer.state!, measures: ['contacts'], totals: false };
    explorer.cube = other.id;
    explorer.state = wanted;
    await settled(explorer);
    expect(explorer.state).to.deep.equal(wanted);
    expect(title(explorer)).to.equal('Kontakter efter kommune og år');
    expect(find(explorer, 'button', 'Fortryd').getAttribute('aria-disabled')).to.equal('true');
  });

  it('that cannot be had says so once, in place of the old one', async () => {
    const client = exampleClient({
      cube: async (id) => {
        if (id === other.id) throw new DatakubeError('ERR_FORBIDDEN');
        return exampleCube;
      },
    });
    const explorer = await mountExplorer({ client });
    explorer.cube = other.id;
    await settled(explorer);
    expect(find(explorer, '.panel').textContent).to.contain('Du har ikke adgang til dette');
    expect(said(explorer)).to.match(/^Du har ikke adgang til dette\./);
    expect(table(explorer)).to.equal(null);
  });
});
