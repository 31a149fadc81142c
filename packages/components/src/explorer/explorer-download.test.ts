import { DatakubeError, type DatakubeClient } from '@datakube/client';
import { FORMAT_LIMITS, FORMATS, type Capabilities, type Format } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { deep, find, focused, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

/** What the contract says an Excel file holds. */
const EXCEL = FORMAT_LIMITS.xlsx!;
const plain = await exampleClient().capabilities();

/** A client of an environment that makes files of some formats. */
function makes(otherwise: Partial<Capabilities>, download?: DatakubeClient['download']): DatakubeClient {
  return exampleClient({
    capabilities: async () => ({ ...plain, formats: Object.keys(FORMATS), ...otherwise }),
    ...(download ? { download } : {}),
  });
}

const shown = (explorer: DatakubeExplorer, selector: string): HTMLElement[] =>
  deep(explorer.renderRoot as ShadowRoot, selector);

async function openMenu(explorer: DatakubeExplorer): Promise<HTMLElement[]> {
  find(explorer, 'button', 'Hent').click();
  await settled(explorer);
  return shown(explorer, '.menu .item');
}

const named = (item: HTMLElement): string => item.querySelector('.words > span')!.textContent!.trim();
const hint = (item: HTMLElement): string => item.querySelector('.hint')!.textContent!.trim();

async function fetchFile(explorer: DatakubeExplorer, name: string): Promise<void> {
  (await openMenu(explorer)).find((item) => named(item) === name)!.click();
  await settled(explorer);
}

/** What the browser was told to save. */
async function savedBy(act: () => Promise<void>): Promise<string[]> {
  const names: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    names.push(this.download);
  };
  await act();
  HTMLAnchorElement.prototype.click = click;
  return names;
}

describe('the menu of files', () => {
  it('has every format the environment has, each with what it is for, and says how large the table is', async () => {
    const explorer = await mountExplorer({ client: makes({}) });
    const items = await openMenu(explorer);
    expect(items.map(named)).to.deep.equal([
      'Excel',
      'CSV til regneark',
      'CSV til programmer',
      'Parquet',
      'Arrow',
      'JSON',
      'JSON-stat 2.0',
      'SDMX-CSV 2.0',
    ]);
    for (const item of items) expect(hint(item)).to.match(/\S/);
    expect(hint(items[0]!)).to.contain(`Højst ${EXCEL.cells / 1000}.000 celler.`);
    const { rows, columns } = explorer.renderRoot.querySelector('datakube-pivot-table')!.cellSet!;
    expect(shown(explorer, '.menu .note')[0]!.textContent).to.contain(
      `${rows.length} rækker × ${columns.length} kolonner = ${rows.length * columns.length} celler`,
    );
    expect(items.some((item) => item.getAttribute('aria-disabled') === 'true')).to.equal(false);
  });

  it('has no more than the environment has, and is not there where it has nothing', async () => {
    const some = await mountExplorer({ client: makes({ formats: ['parquet', 'json', 'of-tomorrow'] }) });
    expect((await openMenu(some)).map(named)).to.deep.equal(['Parquet', 'JSON']);
    const none = await mountExplorer({ client: makes({ formats: ['of-tomorrow'] }) });
    expect(() => find(none, 'button', 'Hent')).to.throw();
  });

  it('says before the click what the table is too large for', async () => {
    const asked: Format[] = [];
    const client = makes({ limits: { cells: 300 } }, async (_cube, _query, format) => {
      asked.push(format);
      return new Blob([]);
    });
    const { state } = await mountExplorer({ client: makes({}) });
    const rows = state!.rows.map((field) => ({ ...field, level: 'region', parents: false }));
    const explorer = await mountExplorer({ client, state: { ...state!, rows } });
    expect((await openMenu(explorer)).filter((item) => item.ariaDisabled === 'true')).to.have.length(0);

    const wide = await mountExplorer({ client: makes({}, client.download), state: state! });
    const table = wide.renderRoot.querySelector('datakube-pivot-table')!.cellSet!;
    // As many columns as there are, so that only the sheet is too small.
    const [first] = table.columns;
    Object.assign(table, { columns: Array(20_000).fill(first) });
    const items = await openMenu(wide);
    const excel = items.find((item) => named(item) === 'Excel')!;
    expect(excel.getAttribute('aria-disabled')).to.equal('true');
    expect(hint(excel)).to.equal(
      `Excel rummer højst ${EXCEL.cells / 1000}.000 celler. Tabellen har 2.080.000.`,
    );
    excel.click();
    await settled(wide);
    expect(asked).to.deep.equal([]);
  });

  it('saves the file the environment made, under a name that says release and kind', async () => {
    const asked: Format[] = [];
    const client = makes({}, async (_cube, _query, format) => {
      asked.push(format);
      return new Blob(['a;b']);
    });
    const explorer = await mountExplorer({ client });
    const saved = await savedBy(async () => {
      await fetchFile(explorer, 'CSV til regneark');
      await fetchFile(explorer, 'SDMX-CSV 2.0');
      await fetchFile(explorer, 'Excel');
    });
    expect(asked).to.deep.equal(['csv', 'sdmx-csv', 'xlsx']);
    expect(new Set(saved)).to.have.length(3);
    for (const name of saved)
      expect(name).to.match(/^sundhedsdata-paa-tvaers_[\w-]+_\d{4}-\d\d-\d\d(\.sdmx)?\.(csv|xlsx)$/);
    expect(said(explorer)).to.equal(`Filen er hentet: ${saved[2]}.`);
  });

  it('says that a file could not be had, keeps the table, and tries the same file again', async () => {
    let fails = true;
    const asked: Format[] = [];
    const client = makes({}, async (_cube, _query, format) => {
      asked.push(format);
      if (!fails) return new Blob(['a;b']);
      throw new DatakubeError('ERR_UNAVAILABLE', { requestId: 'case-9' });
    });
    const explorer = await mountExplorer({ client });
    const codes: string[] = [];
    explorer.addEventListener('datakube-error', ({ code }) => codes.push(code));
    await fetchFile(explorer, 'Parquet');
    expect(codes).to.deep.equal(['ERR_UNAVAILABLE']);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden).to.equal(false);
    expect(find(explorer, '.panel').textContent).to.contain('case-9');
    expect(find(explorer, '.panel h3').textContent!.trim()).to.equal('Filen kunne ikke hentes');
    fails = false;
    await savedBy(async () => {
      find(explorer, '.ways button', 'Prøv igen').click();
      await settled(explorer);
    });
    expect(asked).to.deep.equal(['parquet', 'parquet']);
    expect(shown(explorer, '.panel')).to.have.length(0);
  });

  it('tells of a file that takes long, and stops it when asked to', async () => {
    let given: AbortSignal | undefined;
    const client = makes({}, (_cube, _query, _format, options) => {
      given = options?.signal;
      return new Promise((_resolve, reject) => given!.addEventListener('abort', () => reject(given!.reason)));
    });
    const explorer = await mountExplorer({ client });
    const codes: string[] = [];
    explorer.addEventListener('datakube-error', ({ code }) => codes.push(code));
    await fetchFile(explorer, 'Excel');
    await until(() => shown(explorer, '.panel').length > 0);
    expect(find(explorer, '.panel').textContent).to.match(/Henter filen….*\.xlsx/s);
    expect(said(explorer)).to.match(/^Henter filen .*\.xlsx…$/);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden).to.equal(false);
    await expect(explorer).to.be.accessible();
    find(explorer, '.ways button', 'Annullér').click();
    await settled(explorer);
    expect(given!.aborted).to.equal(true);
    expect(shown(explorer, '.panel')).to.have.length(0);
    expect(codes).to.deep.equal([]);
  });

  it('has pictures of a chart, which the chart makes itself', async () => {
    const explorer = await mountExplorer({ client: makes({}) });
    find(explorer, 'button', 'Diagram').click();
    await settled(explorer);
    const chart = explorer.renderRoot.querySelector('datakube-chart')!;
    await chart.updateComplete;
    const saved = await savedBy(async () => {
      await fetchFile(explorer, 'SVG');
      await until(() => said(explorer).startsWith('Billedet'));
    });
    expect(said(explorer)).to.equal('Billedet er gemt.');
    expect(saved).to.have.length(1);
    expect(saved[0]).to.match(/\.svg$/);
    chart.savePicture = async () => {
      throw new Error('no room');
    };
    await fetchFile(explorer, 'PNG');
    await until(() => said(explorer) === 'Billedet kunne ikke laves.');
  });

  it('is used by keyboard, with focus back where it was', async () => {
    const explorer = await mountExplorer({ client: makes({}) });
    const button = find(explorer, 'button', 'Hent');
    button.focus();
    await openMenu(explorer);
    expect(named(focused() as HTMLElement)).to.equal('Excel');
    focused()!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    );
    await settled(explorer);
    expect(focused()).to.equal(button);
  });
});
