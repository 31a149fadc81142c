import { DatakubeError } from '@datakube/client';
import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { deep, find, mountExplorer, said, settled, type MountOptions } from '../../fixtures/mount.ts';
import { only } from '../../fixtures/only.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const root = ({ renderRoot }: DatakubeExplorer): ShadowRoot => renderRoot as ShadowRoot;
const dialog = (explorer: DatakubeExplorer): HTMLElement => deep(root(explorer), '[role=dialog]')[0]!;
const isOpen = (explorer: DatakubeExplorer): boolean => dialog(explorer).matches(':popover-open');
const inside = (explorer: DatakubeExplorer, selector: string): HTMLElement[] => [
  ...dialog(explorer).querySelectorAll<HTMLElement>(selector),
];
const members = (explorer: DatakubeExplorer): string[] =>
  inside(explorer, '.member').map((label) => label.textContent!.trim());
const segments = (explorer: DatakubeExplorer, label: string): string[] =>
  inside(explorer, `.segments[aria-label="${label}"] button`).map((button) => button.textContent!.trim());
const chosen = (explorer: DatakubeExplorer): string[] =>
  inside(explorer, '.member input')
    .filter((input) => (input as HTMLInputElement).checked)
    .map(({ dataset }) => dataset['key']!);
const hint = (explorer: DatakubeExplorer): string =>
  inside(explorer, '.hint')
    .map((element) => element.textContent!.replace(/\s+/g, ' ').trim())
    .join(' ');

async function press(explorer: DatakubeExplorer, words: string): Promise<void> {
  const button = inside(explorer, 'button').find((each) => each.textContent!.trim() === words);
  if (!button) throw new Error(`The dialog has no button "${words}"`);
  button.click();
  await settled(explorer);
}

async function tick(explorer: DatakubeExplorer, words: string): Promise<void> {
  inside(explorer, '.member')
    .find((label) => label.textContent!.trim() === words)!
    .click();
  await settled(explorer);
}

async function search(explorer: DatakubeExplorer, words: string): Promise<void> {
  const input = inside(explorer, 'input[type=search]')[0] as HTMLInputElement;
  input.value = words;
  input.dispatchEvent(new Event('input'));
  await settled(explorer);
}

/** An explorer with the choice of members of a dimension open, from its menu. */
async function choosing(
  name: string,
  options: MountOptions = {},
  entry = 'Filtrér',
): Promise<DatakubeExplorer> {
  const explorer = await mountExplorer(options);
  const chip = deep(root(explorer), '.chip').some((each) =>
    each.getAttribute('aria-label')?.startsWith(name),
  );
  find(explorer, chip ? '.chip' : '.name', name).click();
  await settled(explorer);
  find(explorer, '[role=menuitem]', entry).click();
  await settled(explorer);
  return explorer;
}

describe('the choice of members', () => {
  it('begins with nothing chosen, and can show nothing before something is', async () => {
    const explorer = await choosing('Alder');
    expect(isOpen(explorer)).to.equal(true);
    expect(members(explorer)).to.deep.equal(['0–19 år', '20–39 år', '40–64 år', '65–79 år', '80+ år']);
    expect([chosen(explorer), hint(explorer)]).to.deep.equal([[], '0 af 5 valgt']);
    await press(explorer, 'Vis');
    expect(isOpen(explorer)).to.equal(true);
    expect(explorer.state!.filters).to.deep.equal([]);
  });

  it('keeps what was ticked, in the order of the code list', async () => {
    const explorer = await choosing('Alder');
    await tick(explorer, '80+ år');
    await tick(explorer, '0–19 år');
    await tick(explorer, '20–39 år');
    await tick(explorer, '20–39 år');
    expect(hint(explorer)).to.equal('2 af 5 valgt');
    await press(explorer, 'Vis');
    expect(explorer.state!.filters).to.deep.equal([only('age', 'broad', '0-19', '80+')]);
    expect(isOpen(explorer)).to.equal(false);
    expect(said(explorer)).to.equal('Alder viser kun 0–19 år, 80+ år.');
  });

  it('chooses all and none at once', async () => {
    const explorer = await choosing('Alder');
    await press(explorer, 'Alle');
    expect([chosen(explorer).length, hint(explorer)]).to.deep.equal([5, '5 af 5 valgt']);
    await press(explorer, 'Ingen');
    expect(chosen(explorer)).to.deep.equal([]);
    await press(explorer, 'Alle');
    await press(explorer, 'Vis');
    expect(explorer.state!.filters, 'all of them is no filter').to.deep.equal([]);
  });

  it('changes nothing when it is cancelled, and has forgotten it when it opens again', async () => {
    const explorer = await choosing('Alder');
    const { state } = explorer;
    await tick(explorer, '80+ år');
    await press(explorer, 'Annullér');
    expect(isOpen(explorer)).to.equal(false);
    expect(explorer.state).to.equal(state);
    find(explorer, '.name', 'Alder').click();
    await settled(explorer);
    find(explorer, '[role=menuitem]', 'Filtrér').click();
    await settled(explorer);
    expect(chosen(explorer)).to.deep.equal([]);
  });

  it('finds members by part of their name in any case, and keeps what is chosen out of sight', async () => {
    const explorer = await choosing('Bopæl');
    await press(explorer, 'Ingen');
    await search(explorer, 'ØRRING');
    expect(members(explorer)).to.deep.equal(['Hjørring']);
    await tick(explorer, 'Hjørring');
    await search(explorer, 'aalb');
    expect(members(explorer)).to.deep.equal(['Aalborg']);
    await tick(explorer, 'Aalborg');
    await search(explorer, 'xyz');
    expect(members(explorer)).to.deep.equal([]);
    expect(hint(explorer)).to.equal('2 af 98 valgt Ingen værdier passer.');
    await press(explorer, 'Vis');
    expect(explorer.state!.filters[0]?.keep).to.deep.equal({ kind: 'members', members: ['0851', '0860'] });
  });

  it('shows what is chosen already, and changes it', async () => {
    const state = (await mountExplorer()).state!;
    const filters = [only('age', 'broad', '0-19', '80+')];
    const explorer = await choosing('Alder', { state: { ...state, filters } });
    expect(chosen(explorer)).to.deep.equal(['0-19', '80+']);
    await tick(explorer, '0–19 år');
    await press(explorer, 'Vis');
    expect(explorer.state!.filters).to.deep.equal([only('age', 'broad', '80+')]);
  });

  it('begins with all of what is on an axis, at the level it stands at', async () => {
    const explorer = await choosing('Bopæl');
    expect(hint(explorer)).to.equal('98 af 98 valgt');
    expect(inside(explorer, '[aria-pressed=true]').map((each) => each.textContent?.trim())).to.deep.equal([
      'Kommune',
    ]);
    await press(explorer, 'Region');
    expect(members(explorer)).to.have.length(5);
    expect(chosen(explorer), 'another level is another choice').to.deep.equal([]);
  });

  it('offers no level that leads out of the release', async () => {
    const explorer = await choosing('Alder');
    expect(segments(explorer, 'Niveau')).to.deep.equal(['Aldersgruppe', 'Livsfase']);
  });

  it('lets one alone be chosen of what cannot be taken together, and says why', async () => {
    const explorer = await choosing('Tid', {}, 'Flyt til filtre');
    expect(hint(explorer)).to.equal(
      'Vælg én: borgere kan ikke lægges sammen. Sæt feltet på rækker for at se flere.',
    );
    expect(inside(explorer, 'input[type=radio]')).to.have.length(3);
    await tick(explorer, '2023');
    await tick(explorer, '2024');
    expect(chosen(explorer)).to.deep.equal(['2024']);
    await press(explorer, 'Vis');
    expect(explorer.state!.columns).to.deep.equal([]);
    expect(explorer.state!.filters).to.deep.equal([only('time', 'year', '2024')]);
  });

  it('never keeps several of what cannot be taken together, though they were chosen on an axis', async () => {
    const state = (await mountExplorer()).state!;
    const filters = [only('time', 'year', '2023', '2024')];
    const explorer = await choosing('Tid', { state: { ...state, filters } }, 'Flyt til filtre');
    expect(chosen(explorer)).to.deep.equal([]);
    await press(explorer, 'Vis');
    expect(explorer.state!.filters, 'nothing was chosen').to.deep.equal(filters);
    await tick(explorer, '2024');
    await press(explorer, 'Vis');
    expect(explorer.state!.filters).to.deep.equal([only('time', 'year', '2024')]);
  });

  it('lets several be chosen where the measures add up', async () => {
    const state = (await mountExplorer()).state!;
    const explorer = await choosing(
      'Tid',
      { state: { ...state, measures: ['contacts'] } },
      'Flyt til filtre',
    );
    expect(inside(explorer, 'input[type=checkbox]')).to.have.length(3);
  });

  it('says that members could not be had, and has them the next time', async () => {
    let there = false;
    const plain = exampleClient();
    const client = exampleClient({
      members: async (...asked) => {
        if (!there) throw new DatakubeError('ERR_BUSY');
        return plain.members(...asked);
      },
    });
    const explorer = await choosing('Alder', { client });
    expect(hint(explorer)).to.contain('Værdierne kunne ikke hentes.');
    await press(explorer, 'Annullér');
    there = true;
    find(explorer, '.name', 'Alder').click();
    await settled(explorer);
    find(explorer, '[role=menuitem]', 'Filtrér').click();
    await settled(explorer);
    expect(members(explorer)).to.have.length(5);
  });

  it('says how large the table becomes, before it is shown', async () => {
    const explorer = await choosing('Bopæl');
    const size = (): string => inside(explorer, '.preview').map((each) => each.textContent!.trim())[0]!;
    expect(size(), 'five regions, 98 municipalities and all of Denmark').to.match(/^104 rækker × 3 kolonner/);
    await press(explorer, 'Ingen');
    expect(inside(explorer, '.preview')).to.deep.equal([]);
    await tick(explorer, 'Aalborg');
    expect(size()).to.match(/^2 rækker × 3 kolonner = 6 celler/);
  });

  it('speaks English', async () => {
    const explorer = await choosing('Age', { lang: 'en' }, 'Filter');
    expect(dialog(explorer).getAttribute('aria-label')).to.equal('Filter: Age');
    expect(members(explorer)[0]).to.equal('0–19 years');
    expect(hint(explorer)).to.equal('0 of 5 selected');
    expect(inside(explorer, 'button').map((each) => each.textContent!.trim())).to.deep.equal([
      'Values',
      'From–to',
      'Age group',
      'Phase of life',
      'All',
      'None',
      'Invert',
      'Cancel',
      'Show',
    ]);
  });
});
