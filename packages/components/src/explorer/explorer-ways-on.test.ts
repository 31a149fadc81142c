import { DatakubeError, DatakubeNetworkError, type DatakubeClient } from '@datakube/client';
import { ERRORS, type ErrorCode, type Query } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleAnswer, exampleClient } from '../../fixtures/example-client.ts';
import { askForMore, deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { only } from '../../fixtures/only.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const ways = (explorer: DatakubeExplorer): string[] =>
  deep(explorer.renderRoot as ShadowRoot, '.ways button').map(({ textContent }) => textContent!.trim());
const panel = (explorer: DatakubeExplorer): string =>
  deep(explorer.renderRoot as ShadowRoot, '.panel')
    .map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim())
    .join();

/** A client that answers until it is told to fail. */
function failing(): { client: DatakubeClient; fail: (error: unknown) => void; asked: Query[] } {
  let fault: unknown = null;
  const asked: Query[] = [];
  const client = exampleClient({
    query: async (_cube, query, options) => {
      asked.push(query);
      if (fault) throw fault;
      return exampleAnswer(query, options?.language ?? 'da');
    },
  });
  return { client, asked, fail: (error) => (fault = error) };
}

/** An explorer whose next question after the first fails. */
async function refusedBy(error: unknown, lang: 'da' | 'en' = 'da') {
  const { client, fail, asked } = failing();
  const explorer = await mountExplorer({ client, lang });
  const first = explorer.state;
  fail(error);
  await askForMore(explorer);
  return { explorer, first, mend: () => fail(null), asked };
}

const again: readonly ErrorCode[] = ['ERR_BUSY', 'ERR_UNAVAILABLE', 'ERR_INTERNAL'];

describe('after any error there is one way on', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    it(`${code}: ${again.includes(code) ? 'try again' : 'undo'}, and it works`, async () => {
      const { explorer, first, mend, asked } = await refusedBy(new DatakubeError(code));
      const tryAgain = again.includes(code);
      const why = code === 'ERR_NOT_RELEASABLE' ? ['Hvorfor?'] : [];
      expect(ways(explorer)).to.deep.equal([tryAgain ? 'Prøv igen nu' : 'Fortryd ændringen', ...why]);
      expect(panel(explorer)).to.contain(code);
      expect(explorer.renderRoot.querySelector('datakube-pivot-table')!.hidden).to.equal(!tryAgain);
      mend();
      const before = asked.length;
      find(explorer, '.ways button').click();
      await settled(explorer);
      expect(panel(explorer)).to.equal('');
      expect(asked.length, 'what was there before is still here').to.equal(before + (tryAgain ? 1 : 0));
      if (tryAgain) expect(explorer.state).to.not.equal(first);
      else expect(explorer.state).to.deep.equal(first);
      expect(explorer.renderRoot.querySelector('datakube-pivot-table')!.hidden).to.equal(false);
    });
  }

  it('also in English, with nothing said in Danish', async () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { explorer } = await refusedBy(new DatakubeError(code), 'en');
      expect(ways(explorer)[0], code).to.equal(again.includes(code) ? 'Try again now' : 'Undo the change');
      expect(panel(explorer), code).to.not.match(/[æøåÆØÅ]/);
      expect(said(explorer), code).to.contain(ERRORS[code].title.en);
    }
  });

  it('and a fault of our own says nothing of what it was', async () => {
    const { explorer } = await refusedBy(new TypeError('cells is undefined'));
    expect(panel(explorer)).to.contain('ERR_INTERNAL').and.to.not.contain('undefined');
    expect(ways(explorer)).to.deep.equal(['Prøv igen']);
  });

  it('and a connection that is back leads on by the same button', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const { explorer, mend } = await refusedBy(new DatakubeNetworkError('gone'));
    Reflect.deleteProperty(navigator, 'onLine');
    expect(panel(explorer)).to.contain('Ingen forbindelse').and.to.contain('Dit valg er bevaret');
    mend();
    find(explorer, '.ways button', 'Prøv igen').click();
    await settled(explorer);
    expect(panel(explorer)).to.equal('');
  });

  it('and everything else still works: another choice leads on as well', async () => {
    const { explorer, mend } = await refusedBy(new DatakubeError('ERR_NOT_RELEASABLE'));
    mend();
    find(explorer, 'button', 'Fortryd').click();
    await settled(explorer);
    expect(panel(explorer)).to.equal('');
  });

  it('puts the ways the environment offers before its own', async () => {
    const error = new DatakubeError('ERR_NOT_RELEASABLE', {
      waysOut: [
        {
          label: { da: 'Vis regioner', en: 'Show regions' },
          query: { measures: ['persons'], rows: [{ dimension: 'residence', level: 'region' }] },
        },
        {
          label: { da: 'Vis køn', en: 'Show sex' },
          query: { measures: ['persons'], rows: [{ dimension: 'sex', level: 'sex' }] },
        },
      ],
    });
    const { explorer, mend } = await refusedBy(error);
    expect(ways(explorer)).to.deep.equal(['Vis regioner', 'Vis køn', 'Fortryd ændringen', 'Hvorfor?']);
    mend();
    find(explorer, '.ways button', 'Vis køn').click();
    await settled(explorer);
    expect(explorer.state!.rows).to.deep.equal([plainField('sex', 'sex')]);
    expect(explorer.state!.measures).to.deep.equal(['persons']);
  });
});

describe('a table of nothing', () => {
  it('without filters has no way to offer but says what it is', async () => {
    const client = exampleClient({
      query: async (_cube, query) => ({ ...exampleAnswer(query, 'da'), rows: [], measures: new Map() }),
    });
    const explorer = await mountExplorer({ client });
    expect(panel(explorer)).to.contain('Ingen data for dette valg').and.to.contain('Kuben dækker ikke det');
    expect(find(explorer, 'button', 'Byt om').isConnected).to.equal(true);
  });

  it('with filters leads on by taking one of them away', async () => {
    const client = exampleClient({
      query: async (_cube, query) => {
        const answer = exampleAnswer(query, 'da');
        return query.filters ? { ...answer, rows: [] } : answer;
      },
    });
    const { state } = await mountExplorer();
    const explorer = await mountExplorer({
      client,
      state: { ...state!, filters: [only('sex', 'sex', 'K')] },
    });
    expect(ways(explorer)).to.deep.equal(['Fjern filteret køn']);
    find(explorer, '.ways button').click();
    await settled(explorer);
    expect(panel(explorer)).to.equal('');
    expect(explorer.state!.filters).to.deep.equal([]);
  });
});

describe('remarks that belong to an answer', () => {
  it('stand above the table, and not where there is none', async () => {
    const notes = [
      { code: 'default-period', text: { da: 'Viser seneste år.', en: 'Shows the latest year.' } },
    ];
    let refuse = false;
    const client = exampleClient({
      query: async (_cube, query) => {
        if (refuse) throw new DatakubeError('ERR_NOT_RELEASABLE');
        return { ...exampleAnswer(query, 'da'), notes };
      },
    });
    const explorer = await mountExplorer({ client });
    expect(find(explorer, '.notes li').textContent!.trim()).to.equal('Viser seneste år.');
    refuse = true;
    await askForMore(explorer);
    expect(deep(explorer.renderRoot as ShadowRoot, '.notes')).to.have.length(0);
  });
});
