import { DatakubeError, DatakubeNetworkError } from '@datakube/client';
import { STATUSES, type CellSet } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { askForMore, deep, find, mountExplorer, said, settled, title } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import { only } from '../../fixtures/only.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const panel = (explorer: DatakubeExplorer): string =>
  deep(explorer.renderRoot as ShadowRoot, '.panel')
    .map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim())
    .join('');

const tableShown = (explorer: DatakubeExplorer): boolean =>
  explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden === false;

/** A client whose query can be made to fail, wait and recover. */
function faulty(): {
  client: ReturnType<typeof exampleClient>;
  fail: (error: unknown) => void;
  mend: () => void;
} {
  let fault: unknown = null;
  const client = exampleClient({
    query: async (_cube, query, options) => {
      if (fault) throw fault;
      return exampleAnswer(query, options?.language ?? 'da');
    },
  });
  return { client, fail: (error) => (fault = error), mend: () => (fault = null) };
}

describe('the explorer when there is no table', () => {
  it('refuses with the environment’s words and offers its ways out', async () => {
    const explorer = await mountExplorer();
    const codes: string[] = [];
    explorer.addEventListener('datakube-error', ({ code }) => codes.push(code));
    const { state } = explorer;
    explorer.state = {
      ...state!,
      rows: [...state!.rows, plainField('sector', 'sector')],
    };
    await settled(explorer);
    expect(panel(explorer)).to.contain('Denne kombination kan ikke vises');
    expect(panel(explorer)).to.contain('så ingen person kan genkendes');
    expect(tableShown(explorer)).to.equal(false);
    expect(said(explorer)).to.match(/^Denne kombination kan ikke vises\. Den kan ikke frigives/);
    expect(codes).to.deep.equal(['ERR_NOT_RELEASABLE']);
    expect(title(explorer)).to.equal('Borgere efter kommune, sektor og år');

    find(explorer, '.ways button', 'Vis rækkerne alene').click();
    await settled(explorer);
    expect(tableShown(explorer)).to.equal(true);
    expect(title(explorer)).to.equal('Borgere efter kommune');
    find(explorer, 'button', 'Fortryd').click();
    await settled(explorer);
    expect(title(explorer), 'a way out is a step like any other').to.equal(
      'Borgere efter kommune, sektor og år',
    );
  });

  it('says what is too large and by how much', async () => {
    const { client, fail } = faulty();
    const explorer = await mountExplorer({ client });
    fail(
      new DatakubeError('ERR_QUERY_TOO_LARGE', {
        detail: { da: 'Dit valg giver 1.176.000 celler. Grænsen er 400.000.', en: '…' },
        waysOut: [
          {
            label: { da: 'Vis regioner i stedet for kommuner', en: 'Show regions' },
            query: { measures: ['persons'], rows: [{ dimension: 'residence', level: 'region' }] },
          },
        ],
      }),
    );
    await askForMore(explorer);
    expect(panel(explorer)).to.contain('Tabellen er for stor').and.to.contain('1.176.000 celler');
    expect(find(explorer, '.ways button', 'Vis regioner').isConnected).to.equal(true);
  });

  it('leads back to the first table where there is nothing to undo, and blames no disclosure rule', async () => {
    const client = exampleClient({
      query: async (_cube, query) => {
        if (query.filters) throw new DatakubeError('ERR_QUERY_INVALID');
        return exampleAnswer(query, 'da');
      },
    });
    const { state } = await mountExplorer();
    const lost = await mountExplorer({
      client,
      state: { ...state!, filters: [only('sex', 'sex', 'gone')] },
    });
    expect(panel(lost)).to.contain('Valget passer ikke til kuben').and.not.to.contain('genkendes');
    find(lost, '.ways button', 'Begynd forfra').click();
    await settled(lost);
    expect(tableShown(lost)).to.equal(true);
  });

  it('says what the user has no right to', async () => {
    const { client, fail } = faulty();
    const explorer = await mountExplorer({ client });
    fail(new DatakubeError('ERR_FORBIDDEN'));
    await askForMore(explorer);
    expect(panel(explorer)).to.contain('Du har ikke adgang til dette').and.to.contain('ERR_FORBIDDEN');
  });

  it('keeps the last numbers when the environment fails, and tries again', async () => {
    const { client, fail, mend } = faulty();
    const explorer = await mountExplorer({ client });
    fail(new DatakubeError('ERR_UNAVAILABLE', { requestId: '7F3K-20' }));
    await askForMore(explorer);
    expect(panel(explorer)).to.contain('Tallene kunne ikke hentes').and.to.contain('sag 7F3K-20');
    expect(panel(explorer)).to.match(/stadig tal hentet kl\. \d\d\.\d\d/);
    expect(tableShown(explorer)).to.equal(true);
    mend();
    find(explorer, '.ways button', 'Prøv igen').click();
    await settled(explorer);
    expect(panel(explorer)).to.equal('');
    expect(
      explorer.renderRoot.querySelector('datakube-pivot-table')?.cellSet?.columns[0]?.[1]?.dimension,
    ).to.equal('sex');
  });

  it('says that there is no connection', async () => {
    const { client, fail } = faulty();
    const explorer = await mountExplorer({ client });
    fail(new DatakubeNetworkError('unreachable'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await askForMore(explorer);
    Reflect.deleteProperty(navigator, 'onLine');
    expect(panel(explorer)).to.contain('Ingen forbindelse');
    expect(tableShown(explorer)).to.equal(true);
  });

  it('offers to remove the filters the cube does not cover, and never takes hidden for empty', async () => {
    const uncovered = (
      query: Parameters<typeof exampleAnswer>[0],
      status: (typeof STATUSES)[number],
    ): CellSet => {
      const answer = exampleAnswer(query, 'da');
      const size = answer.rows.length * answer.columns.length;
      const cells = {
        value: new Float64Array(size).fill(NaN),
        status: new Uint8Array(size).fill(STATUSES.indexOf(status)),
      };
      return { ...answer, measures: new Map([['persons', cells]]) };
    };
    let status: (typeof STATUSES)[number] = 'missing';
    const client = exampleClient({ query: async (_cube, query) => uncovered(query, status) });
    const explorer = await mountExplorer({ client });
    explorer.state = { ...explorer.state!, filters: [only('sex', 'sex', 'K')] };
    await settled(explorer);
    expect(panel(explorer)).to.contain('Ingen data for dette valg');
    expect(find(explorer, '.ways button', 'Fjern filteret køn').isConnected).to.equal(true);
    status = 'suppressed';
    explorer.state = {
      ...explorer.state,
      filters: [{ dimension: 'sex', level: 'sex', keep: { kind: 'members', members: ['M'] } }],
    };
    await settled(explorer);
    expect(panel(explorer)).to.contain('Alle værdier er skjult af hensyn til diskretion');
    expect(panel(explorer)).to.not.contain('Ingen data');
    expect(tableShown(explorer)).to.equal(true);
    find(explorer, '.ways button', 'Fjern filteret køn').click();
    await settled(explorer);
    expect(explorer.state!.filters).to.deep.equal([]);
  });

  it('shows the old table until the answer is slow, and can be stopped', async () => {
    const waiting: { signal: AbortSignal | undefined }[] = [];
    let patient = true;
    const client = exampleClient({
      query: async (_cube, query, options) => {
        if (patient) return exampleAnswer(query, 'da');
        waiting.push({ signal: options?.signal });
        return new Promise(() => {});
      },
    });
    const explorer = await mountExplorer({ client });
    patient = false;
    find(explorer, '.name', 'Køn').click();
    await settled(explorer);
    find(explorer, '[role=menuitem]', 'Tilføj til kolonner').click();
    await explorer.updateComplete;
    expect(tableShown(explorer)).to.equal(true);
    await until(() => panel(explorer));
    expect(panel(explorer)).to.contain('Henter…');
    expect(said(explorer)).to.equal('Henter…');
    expect(tableShown(explorer)).to.equal(false);
    find(explorer, '.ways button', 'Annullér').click();
    await settled(explorer);
    expect(waiting[0]?.signal?.aborted).to.equal(true);
    expect(tableShown(explorer)).to.equal(true);
    expect(panel(explorer)).to.contain('Hentningen er stoppet');
  });

  it('says what the page must do when there is no environment', async () => {
    const explorer = document.createElement('datakube-explorer');
    explorer.cube = 'sundhedsdata-paa-tvaers';
    document.body.append(explorer);
    await settled(explorer);
    expect(panel(explorer)).to.contain('Intet analysemiljø er angivet');
    explorer.remove();
  });

  it('says that the cube could not be had, and tries again', async () => {
    let there = false;
    const plain = exampleClient();
    const client = exampleClient({
      cube: async (id) => {
        if (!there) throw new DatakubeError('ERR_NOT_FOUND');
        return plain.cube(id);
      },
    });
    const explorer = await mountExplorer({ client });
    expect(panel(explorer)).to.contain('Det findes ikke');
    there = true;
    find(explorer, '.ways button', 'Prøv igen').click();
    await settled(explorer);
    expect(title(explorer)).to.equal('Borgere efter kommune og år');
  });

  it('never shows an answer that comes after a newer question', async () => {
    const answers: ((cells: CellSet) => void)[] = [];
    const client = exampleClient({
      query: (_cube, query) =>
        new Promise((resolve) => answers.push(() => resolve(exampleAnswer(query, 'da')))),
    });
    const explorer = await mountExplorer({ client });
    await askForMore(explorer);
    const [old, newer] = answers;
    newer!(undefined as never);
    await settled(explorer);
    old!(undefined as never);
    await settled(explorer);
    expect(
      explorer.renderRoot.querySelector('datakube-pivot-table')?.cellSet?.columns[0]?.[1]?.dimension,
    ).to.equal('sex');
  });
});
