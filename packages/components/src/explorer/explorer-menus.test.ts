import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { until } from '../../fixtures/until.ts';
import { only } from '../../fixtures/only.ts';
import { plainField } from '../state/index.ts';
import type { ExplorerState } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const root = ({ renderRoot }: DatakubeExplorer): ShadowRoot => renderRoot as ShadowRoot;

const itemsOf = (explorer: DatakubeExplorer): HTMLElement[] => deep(root(explorer), '.menu .item');

/** The lines of the open menu: label, a mark where chosen, and what cannot be used. */
function lines(explorer: DatakubeExplorer): string[] {
  return itemsOf(explorer).map((item) => {
    const label = item.querySelector('.words > span')?.textContent?.trim() ?? '';
    const checked = item.getAttribute('aria-checked') === 'true' ? '✓' : '';
    return `${checked}${label}${item.getAttribute('aria-disabled') === 'true' ? ' (off)' : ''}`;
  });
}

async function open(explorer: DatakubeExplorer, selector: string, words: string): Promise<string[]> {
  find(explorer, selector, words).click();
  await settled(explorer);
  return lines(explorer);
}

async function choose(explorer: DatakubeExplorer, words: string): Promise<void> {
  const item = itemsOf(explorer).find((each) =>
    each.querySelector('.words')?.textContent?.trim().startsWith(words),
  );
  if (!item) throw new Error(`no "${words}" among ${lines(explorer).join(', ')}`);
  item.click();
  await settled(explorer);
}

const ids = ({ state }: DatakubeExplorer, zone: 'rows' | 'columns' | 'filters'): string[] =>
  state![zone].map(({ dimension }) => dimension);

async function withState(change: (state: ExplorerState) => ExplorerState): Promise<DatakubeExplorer> {
  const explorer = await mountExplorer();
  explorer.state = change(explorer.state!);
  await settled(explorer);
  return explorer;
}

const sexOnColumns = (state: ExplorerState): ExplorerState => ({
  ...state,
  columns: [...state.columns, plainField('sex', 'sex')],
});

describe('the menu of a field on an axis', () => {
  it('has its levels, subtotals, filter, moves and removal', async () => {
    const explorer = await mountExplorer();
    expect(await open(explorer, '.chip', 'Bopæl')).to.deep.equal([
      'Vis region',
      '✓Vis kommune',
      '✓Vis subtotaler',
      'Filtrér…',
      'Sortér…',
      'Vis de største…',
      'Gå et niveau op',
      'Flyt til kolonner',
      'Flyt til filtre…',
      'Fjern',
    ]);
    const menu = deep(root(explorer), '[role=menu]')[0]!;
    expect(menu.getAttribute('aria-label')).to.equal('Bopæl');
    expect(itemsOf(explorer).map((item) => item.getAttribute('role'))).to.deep.equal([
      'menuitemradio',
      'menuitemradio',
      'menuitemcheckbox',
      'menuitem',
      'menuitem',
      'menuitem',
      'menuitem',
      'menuitem',
      'menuitem',
      'menuitem',
    ]);
  });

  it('takes subtotals away and brings them back', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.chip', 'Bopæl');
    await choose(explorer, 'Vis subtotaler');
    expect(explorer.state!.rows[0]!.parents).to.equal(false);
    expect(said(explorer)).to.equal('Subtotaler vises ikke for Bopæl.');
    expect(await open(explorer, '.chip', 'Bopæl')).to.include('Vis subtotaler');
    await choose(explorer, 'Vis subtotaler');
    expect(explorer.state!.rows[0]!.parents).to.equal(true);
    expect(said(explorer)).to.equal('Subtotaler vises for Bopæl.');
  });

  it('has no subtotals at the coarsest level', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.chip', 'Bopæl');
    await choose(explorer, 'Vis region');
    expect(said(explorer)).to.equal('Bopæl vises på region.');
    expect(await open(explorer, '.chip', 'Bopæl')).to.not.include('Vis subtotaler');
  });

  it('moves it to the other axis and back', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.chip', 'Tid');
    await choose(explorer, 'Flyt til rækker');
    expect([ids(explorer, 'rows'), ids(explorer, 'columns')]).to.deep.equal([['residence', 'time'], []]);
    await open(explorer, '.chip', 'Tid');
    await choose(explorer, 'Flyt til kolonner');
    expect([ids(explorer, 'rows'), ids(explorer, 'columns')]).to.deep.equal([['residence'], ['time']]);
  });

  it('moves it forward and back where there are several, and not beyond the ends', async () => {
    const explorer = await withState(sexOnColumns);
    expect(await open(explorer, '.chip', 'Tid')).to.include.members(['Flyt op (off)', 'Flyt ned']);
    await choose(explorer, 'Flyt op');
    expect(ids(explorer, 'columns'), 'what is off does nothing').to.deep.equal(['time', 'sex']);
    expect(said(explorer), 'and is not said to have been done').to.equal('');
    expect(deep(root(explorer), '.menu')[0]!.matches(':popover-open')).to.equal(true);
    await choose(explorer, 'Flyt ned');
    expect(ids(explorer, 'columns')).to.deep.equal(['sex', 'time']);
    expect(said(explorer)).to.equal('Tid står på kolonner, plads 2 af 2.');
    expect(await open(explorer, '.chip', 'Tid')).to.include.members(['Flyt op', 'Flyt ned (off)']);
  });

  it('removes it', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.chip', 'Tid');
    await choose(explorer, 'Fjern');
    expect(ids(explorer, 'columns')).to.deep.equal([]);
    expect(said(explorer)).to.equal('Tid er fjernet fra kolonner.');
  });

  it('says what else changes where a level needs it, and does both', async () => {
    const explorer = await withState((state) => ({
      ...state,
      columns: [...state.columns, plainField('age', 'broad')],
    }));
    await open(explorer, '.chip', 'Alder');
    const item = itemsOf(explorer).find((each) => each.textContent?.includes('Vis femårsgruppe'))!;
    expect(item.querySelector('.hint')?.textContent).to.equal('Kræver bopæl på region: vis bopæl på region');
    await choose(explorer, 'Vis femårsgruppe');
    expect(explorer.state!.rows[0]!.level).to.equal('region');
    expect(explorer.state!.columns[1]!.level).to.equal('five-year');
  });

  it('names the keys that do the same, as assistive technology reads them', async () => {
    const explorer = await withState(sexOnColumns);
    await open(explorer, '.chip', 'Tid');
    const keys = itemsOf(explorer).flatMap((item) => item.getAttribute('aria-keyshortcuts') ?? []);
    // WAI-ARIA 1.2: values of KeyboardEvent.key, modifiers first, joined by a plus sign.
    expect(keys).to.deep.equal(['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Delete']);
  });
});

describe('the menu of a field that is not in the table', () => {
  it('adds it to rows or columns, or filters by it', async () => {
    const explorer = await mountExplorer();
    expect(await open(explorer, '.name', 'Køn')).to.deep.equal([
      'Tilføj til rækker',
      'Tilføj til kolonner',
      'Filtrér…',
    ]);
    await choose(explorer, 'Tilføj til rækker');
    expect(ids(explorer, 'rows')).to.deep.equal(['residence', 'sex']);
    expect(await open(explorer, '.name', 'Alder')).to.include('Tilføj til kolonner');
    await choose(explorer, 'Tilføj til kolonner');
    expect(ids(explorer, 'columns')).to.deep.equal(['time', 'age']);
  });

  it('says why it cannot, and offers exactly one way', async () => {
    const explorer = await mountExplorer();
    expect(await open(explorer, '.name', 'Plejehjem')).to.deep.equal(['Tilføj, og fjern bopæl']);
    expect(deep(root(explorer), '.menu .note')[0]?.textContent?.trim()).to.equal('Ikke sammen med bopæl.');
    await choose(explorer, 'Tilføj, og fjern bopæl');
    expect([ids(explorer, 'rows'), ids(explorer, 'columns')]).to.deep.equal([['nursing-home'], ['time']]);
    expect(said(explorer)).to.equal('Plejehjem står på rækker, plads 1 af 1.');
  });

  it('offers no way where the release has none', async () => {
    const bare = {
      ...exampleCube,
      release: { ...exampleCube.release, cuboids: exampleCube.release.cuboids.slice(0, 1) },
    };
    const explorer = await mountExplorer({ client: exampleClient({ cube: async () => bare }) });
    expect(await open(explorer, '.name', 'Sektor')).to.deep.equal([]);
    expect(deep(root(explorer), '.menu .note')[0]?.textContent?.trim()).to.equal(
      'Indgår ikke i denne udgivelse.',
    );
  });
});

describe('the menu of a filter', () => {
  const filtered = (state: ExplorerState): ExplorerState => ({
    ...state,
    filters: [only('sex', 'sex', 'K'), only('residence', 'region', '1084', '1085')],
  });

  it('changes, shows, moves and removes it', async () => {
    const explorer = await withState(filtered);
    expect(await open(explorer, '[zone=filters] .chip, .chip', 'Køn')).to.deep.equal([
      'Filtrér…',
      'Vis på rækker',
      'Vis på kolonner',
      'Flyt op (off)',
      'Flyt ned',
      'Fjern',
    ]);
    await choose(explorer, 'Vis på kolonner');
    expect(ids(explorer, 'columns')).to.deep.equal(['time', 'sex']);
    expect(ids(explorer, 'filters'), 'the choice of members stays').to.deep.equal(['sex', 'residence']);
  });

  it('does not offer an axis to what stands on one', async () => {
    const explorer = await withState(filtered);
    const chip = deep(root(explorer), '.chip').find(
      ({ dataset }) => dataset['drag'] === 'residence' && dataset['zone'] === 'filters',
    )!;
    chip.click();
    await settled(explorer);
    expect(lines(explorer)).to.deep.equal(['Filtrér…', 'Flyt op', 'Flyt ned (off)', 'Fjern']);
    await choose(explorer, 'Fjern');
    expect(ids(explorer, 'filters')).to.deep.equal(['sex']);
    expect(ids(explorer, 'rows')).to.deep.equal(['residence']);
    expect(said(explorer)).to.equal('Bopæl er fjernet fra filtre.');
  });
});

describe('the menu of a measure', () => {
  it('adds it, moves it and removes it, but never the last', async () => {
    const explorer = await mountExplorer();
    expect(await open(explorer, '.chip', 'Borgere')).to.include('Fjern (off)');
    expect(await open(explorer, '.name', 'Kontakter')).to.deep.equal([
      'Tilføj til mål',
      'Tilføj til mål som…',
    ]);
    await choose(explorer, 'Tilføj til mål');
    expect(explorer.state!.measures).to.deep.equal(['persons', 'contacts']);
    expect(said(explorer)).to.equal('Kontakter står på mål, plads 2 af 2.');
    expect((await open(explorer, '.chip', 'Kontakter')).slice(-3)).to.deep.equal([
      'Flyt op',
      'Flyt ned (off)',
      'Fjern',
    ]);
    await choose(explorer, 'Flyt op');
    expect(explorer.state!.measures).to.deep.equal(['contacts', 'persons']);
    await open(explorer, '.chip', 'Borgere');
    await choose(explorer, 'Fjern');
    expect(explorer.state!.measures).to.deep.equal(['contacts']);
  });

  it('says that the last one stays when Delete is pressed on it', async () => {
    const explorer = await mountExplorer();
    const chip = find(explorer, '.chip', 'Borgere');
    chip.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true, composed: true }));
    await settled(explorer);
    expect(explorer.state!.measures).to.deep.equal(['persons']);
    expect(said(explorer)).to.equal('Borgere bliver stående: en tabel har mindst ét mål.');
  });
});

describe('the menu of what can be added', () => {
  it('offers to rows and columns what is not there, with the reason where it cannot', async () => {
    const explorer = await mountExplorer();
    expect(await open(explorer, '.add', 'Tilføj til rækker')).to.deep.equal([
      'Alder',
      'Køn',
      'Plejehjem',
      'Tid',
      'Kronisk sygdom',
      'Sektor',
      'Kontakttype',
    ]);
    expect(deep(root(explorer), '.menu .hint').map(({ textContent }) => textContent)).to.deep.equal([
      'Ikke sammen med bopæl',
      'Kræver bopæl på region',
      'Kræver bopæl på region',
    ]);
    await choose(explorer, 'Kronisk sygdom');
    expect(ids(explorer, 'rows')).to.deep.equal(['residence', 'chronic-disease']);
  });

  it('opens the choice of members from the filters', async () => {
    const explorer = await mountExplorer();
    expect((await open(explorer, '.add', 'Tilføj til filtre'))[0]).to.equal('Bopæl…');
    await choose(explorer, 'Køn…');
    expect(find(explorer, '[role=dialog]', 'Filter: Køn').matches(':popover-open')).to.equal(true);
  });

  it('leads from what cannot be added to the reason', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.add', 'Tilføj til kolonner');
    await choose(explorer, 'Sektor');
    expect(lines(explorer)).to.deep.equal(['Tilføj, og vis bopæl på region']);
  });

  it('offers what else can be shown of a measure when every measure is there already', async () => {
    const explorer = await withState((state) => ({
      ...state,
      measures: exampleCube.measures.map(({ id }) => id),
    }));
    expect((await open(explorer, '.add', 'Tilføj til mål'))[0]).to.equal('Borgere som…');
    await choose(explorer, 'Borgere som…');
    expect(lines(explorer)[0]).to.equal('Andel af rækken, %');
  });
});

describe('any menu', () => {
  it('is walked by arrows, ends and letters, round and round', async () => {
    const explorer = await mountExplorer();
    await open(explorer, '.chip', 'Bopæl');
    const menu = deep(root(explorer), '.menu')[0]!;
    const at = (): string => {
      const focus = (menu.getRootNode() as ShadowRoot).activeElement;
      return focus?.querySelector('.words > span')?.textContent?.trim() ?? '';
    };
    const press = (key: string): string => {
      (menu.getRootNode() as ShadowRoot).activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      );
      return at();
    };
    expect(at()).to.equal('Vis region');
    expect(
      ['ArrowUp', 'ArrowDown', 'ArrowDown', 'End', 'Home', 'f', 'F', 'f', 'f', 'x'].map(press),
    ).to.deep.equal([
      'Fjern',
      'Vis region',
      'Vis kommune',
      'Fjern',
      'Vis region',
      'Filtrér…',
      'Flyt til kolonner',
      'Flyt til filtre…',
      'Fjern',
      'Fjern',
    ]);
  });

  it('marks the control it belongs to as open, and closes without a change', async () => {
    const explorer = await mountExplorer();
    const { state } = explorer;
    const chip = find(explorer, '.chip', 'Tid');
    await open(explorer, '.chip', 'Tid');
    expect(chip.getAttribute('aria-expanded')).to.equal('true');
    deep(root(explorer), '.menu')[0]!.hidePopover();
    await until(() => chip.getAttribute('aria-expanded') === 'false');
    expect(explorer.state).to.equal(state);
  });
});
