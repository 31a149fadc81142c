import { DatakubeError } from '@datakube/client';
import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { deep, find, mountExplorer, said, settled, title, type MountOptions } from '../../fixtures/mount.ts';
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
  toolbar(explorer).find((each) => label(each) === words)!;
const pressed = (explorer: DatakubeExplorer, words: string): string | null =>
  button(explorer, words).getAttribute('aria-pressed');

async function press(explorer: DatakubeExplorer, words: string): Promise<void> {
  button(explorer, words).click();
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
    await press(explorer, 'Totaler');
    const last = explorer.state;
    expect(button(explorer, 'Fortryd').hasAttribute('aria-disabled')).to.equal(false);
    expect(button(explorer, 'Gentag').getAttribute('aria-disabled')).to.equal('true');
    await press(explorer, 'Fortryd');
    expect(explorer.state!.totals).to.equal(true);
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
    await press(explorer, 'Totaler');
    expect(button(explorer, 'Gentag').getAttribute('aria-disabled')).to.equal('true');
  });

  it('swaps the axes', async () => {
    const explorer = await mount();
    await press(explorer, 'Byt om');
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['time']);
    expect(said(explorer)).to.equal('Rækker og kolonner er byttet om.');
    expect(title(explorer)).to.equal('Borgere efter år og kommune');
  });

  it('turns totals off and on', async () => {
    const explorer = await mount();
    expect(pressed(explorer, 'Totaler')).to.equal('true');
    await press(explorer, 'Totaler');
    expect([pressed(explorer, 'Totaler'), explorer.state!.totals]).to.deep.equal(['false', false]);
    expect(said(explorer)).to.equal('Totaler vises ikke.');
    await press(explorer, 'Totaler');
    expect([pressed(explorer, 'Totaler'), said(explorer)]).to.deep.equal(['true', 'Totaler vises.']);
  });

  it('shows table or chart, and the types of chart only with a chart', async () => {
    const explorer = await mount();
    expect([pressed(explorer, 'Tabel'), pressed(explorer, 'Diagram')]).to.deep.equal(['true', 'false']);
    await press(explorer, 'Diagram');
    expect([pressed(explorer, 'Tabel'), pressed(explorer, 'Diagram')]).to.deep.equal(['false', 'true']);
    expect(said(explorer)).to.equal('Vises som diagram.');
    expect([pressed(explorer, 'Søjler'), pressed(explorer, 'Linjer')]).to.deep.equal(['true', 'false']);
    await press(explorer, 'Linjer');
    expect([pressed(explorer, 'Søjler'), pressed(explorer, 'Linjer')]).to.deep.equal(['false', 'true']);
    expect(explorer.renderRoot.querySelector('datakube-chart')?.type).to.equal('line');
    await press(explorer, 'Tabel');
    expect(said(explorer)).to.equal('Vises som tabel.');
    expect(button(explorer, 'Søjler')).to.equal(undefined);
    expect(explorer.renderRoot.querySelector('datakube-chart')).to.equal(null);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden).to.equal(false);
  });

  it('says that a file could not be had, and keeps the table', async () => {
    const client = exampleClient({
      download: async () => {
        throw new DatakubeError('ERR_UNAVAILABLE', { requestId: 'case-9' });
      },
    });
    const explorer = await mount({ client });
    const codes: string[] = [];
    explorer.addEventListener('datakube-error', ({ code }) => codes.push(code));
    await press(explorer, 'Hent');
    expect(codes).to.deep.equal(['ERR_UNAVAILABLE']);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.hidden).to.equal(false);
    expect(find(explorer, '.panel').textContent).to.contain('case-9');
    find(explorer, '.ways button', 'Prøv igen').click();
    await settled(explorer);
    expect(deep(explorer.renderRoot as ShadowRoot, '.panel')).to.have.length(0);
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
    expect(way).to.deep.equal(['Gentag', 'Tabel', 'Hent', 'Totaler', 'Fortryd']);
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
    const items = deep(explorer.renderRoot as ShadowRoot, '.menu .item');
    expect(items.map((item) => item.querySelector('.words')!.textContent!.trim())).to.deep.equal([
      'Byt rækker og kolonner om',
      'Totaler',
      'Hent tabellen som CSV',
    ]);
    items[1]!.click();
    await settled(explorer);
    expect(explorer.state!.totals).to.equal(false);
    await press(explorer, 'Flere værktøjer');
    const again = deep(explorer.renderRoot as ShadowRoot, '.menu .item');
    expect(again[1]!.getAttribute('aria-checked')).to.equal('false');
    again[0]!.click();
    await settled(explorer);
    expect(explorer.state!.rows.map(({ dimension }) => dimension)).to.deep.equal(['time']);
  });

  it('offers no file where the environment makes none', async () => {
    const plain = await exampleClient().capabilities();
    const client = exampleClient({ capabilities: async () => ({ ...plain, formats: ['json'] }) });
    const explorer = await mount({ width: 360, client });
    await press(explorer, 'Flere værktøjer');
    expect(deep(explorer.renderRoot as ShadowRoot, '.menu .item')).to.have.length(2);
  });
});
