import { expect } from '@open-wc/testing';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { deep, find, focused, mountExplorer, settled, type MountOptions } from '../../fixtures/mount.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import { looksLikeCpr } from './members/pasted-members.ts';
import '../define.ts';

const root = (explorer: DatakubeExplorer): ShadowRoot => explorer.renderRoot as ShadowRoot;
const panel = (explorer: DatakubeExplorer): HTMLElement =>
  root(explorer).querySelector('datakube-share-panel')!.shadowRoot!.querySelector('.dialog')!;
const shown = (explorer: DatakubeExplorer, selector: string): HTMLElement =>
  panel(explorer).querySelector(selector)!;
const code = (explorer: DatakubeExplorer): string => shown(explorer, 'pre').textContent!;

async function open(options: MountOptions = {}): Promise<DatakubeExplorer> {
  const explorer = await mountExplorer(options);
  find(explorer, 'button', options.lang === 'en' ? 'Share' : 'Del').click();
  await settled(explorer);
  return explorer;
}

async function choose(explorer: DatakubeExplorer, name: string): Promise<void> {
  deep(root(explorer), '.tab')
    .find(({ textContent }) => textContent!.trim() === name)!
    .click();
  await settled(explorer);
}

/** What is put on the clipboard from now on; a page may forbid it. */
function clipboard(forbidden = false): string[] {
  const copied: string[] = [];
  Object.defineProperty(navigator.clipboard, 'writeText', {
    configurable: true,
    value: async (text: string) => {
      if (forbidden) throw new DOMException('no', 'NotAllowedError');
      copied.push(text);
    },
  });
  return copied;
}

const press = (key: string): boolean | undefined =>
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

describe('the share panel', () => {
  it('comes with its first use, stands beside its button, and gives focus back', async () => {
    const explorer = await open();
    expect(panel(explorer).matches(':popover-open')).to.equal(true);
    expect(panel(explorer).ariaLabel ?? panel(explorer).getAttribute('aria-label')).to.equal('Del visningen');
    expect(panel(explorer).contains(focused())).to.equal(true);
    shown(explorer, '[aria-label=Luk]').click();
    await settled(explorer);
    expect(panel(explorer).matches(':popover-open')).to.equal(false);
    expect(focused()).to.equal(find(explorer, 'button', 'Del'));
  });

  it('has a link only where the page keeps the choice in its address', async () => {
    const without = await open();
    expect(shown(without, 'input')).to.equal(null);
    expect(panel(without).textContent).to.contain('et link ville ikke vise det');
    const explorer = await mountExplorer();
    explorer.syncUrl = 'hash';
    explorer.state = { ...explorer.state!, rows: [plainField('residence', 'region')] };
    await settled(explorer);
    find(explorer, 'button', 'Del').click();
    await settled(explorer);
    const copied = clipboard();
    expect((shown(explorer, 'input') as HTMLInputElement).value).to.equal(location.href);
    expect(location.hash).to.contain('rows=residence:region');
    find(explorer, 'button', 'Kopiér link').click();
    await settled(explorer);
    expect(copied).to.deep.equal([location.href]);
    expect(panel(explorer).textContent).to.contain('viser altid den nyeste');
    explorer.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('has code in five languages, of what is shown, and copies it', async () => {
    const explorer = await open({ lang: 'da' });
    const copied = clipboard();
    for (const [name, part] of [
      ['HTML', '<datakube-view cube="sundhedsdata-paa-tvaers"></datakube-view>'],
      ['React', 'cube={"sundhedsdata-paa-tvaers"}'],
      ['R', 'read.csv('],
      ['Python', 'urllib.request'],
      ['curl', 'curl --silent'],
    ] as const) {
      await choose(explorer, name);
      expect(code(explorer), name).to.contain(part);
      expect(code(explorer), name).to.contain('https://environment.example/');
      expect(looksLikeCpr(code(explorer)), name).to.equal(false);
      find(explorer, 'button', 'Kopiér kode').click();
      await settled(explorer);
      expect(copied.at(-1)).to.equal(code(explorer));
      expect(shown(explorer, '.message').textContent).to.equal('Kopieret.');
    }
  });

  it('says with the numbers what they are, that hidden is not zero, and what must not be added up', async () => {
    const { state } = await mountExplorer();
    const explorer = await open({ state: { ...state!, rows: [plainField('sector', 'sector')] } });
    await choose(explorer, 'Python');
    const remarks = code(explorer)
      .split('\n')
      .filter((line) => line.startsWith('# '));
    expect(remarks[0]).to.equal('# Borgere efter sektor og år.');
    expect(remarks.join()).to.contain(exampleCube.declaration.sources[0]!.name.da);
    expect(remarks.join()).to.contain('Skjult er ikke nul');
    expect(remarks.join()).to.match(/Læg ikke tal sammen over .*sektor/);
    await choose(explorer, 'HTML');
    expect(code(explorer)).to.contain(' link="rows=sector:sector"');
  });

  it('selects the text where the page forbids copying', async () => {
    const explorer = await open();
    clipboard(true);
    find(explorer, 'button', 'Kopiér kode').click();
    await settled(explorer);
    expect(shown(explorer, '.message').textContent).to.contain('brug Ctrl C');
    expect(focused()).to.equal(shown(explorer, 'pre'));
  });

  it('is walked by keyboard, and closed by Escape', async () => {
    const explorer = await open();
    expect(focused()!.textContent!.trim()).to.equal('HTML');
    press('ArrowRight');
    expect(focused()!.textContent!.trim()).to.equal('React');
    (focused() as HTMLElement).click();
    await settled(explorer);
    expect(focused()!.getAttribute('aria-selected')).to.equal('true');
    expect(code(explorer)).to.contain('@datakube/components/view');
    press('End');
    expect(focused()!.textContent!.trim()).to.equal('curl');
  });

  for (const [lang, theme, width] of [
    ['da', 'light', 1200],
    ['en', 'dark', 360],
  ] as const) {
    it(`is accessible: ${lang}, ${theme}, ${width} px`, async () => {
      const explorer = await mountExplorer({ lang, theme, width });
      if (width < 500) {
        find(explorer, 'button', 'More tools').click();
        await settled(explorer);
        find(explorer, '[role=menuitem]', 'Share').click();
      } else find(explorer, 'button', 'Del').click();
      await settled(explorer);
      expect(panel(explorer).matches(':popover-open')).to.equal(true);
      await expect(explorer).to.be.accessible();
    });
  }
});
