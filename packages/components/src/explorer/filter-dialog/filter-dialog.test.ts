import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import { exampleMembers } from '../../../fixtures/example-members.ts';
import { focused } from '../../../fixtures/mount.ts';
import { until } from '../../../fixtures/until.ts';
import { ActionEvent } from '../action.ts';
import type { FilterField } from '../../state/index.ts';
import type { FilterChoice } from './filter-choice.ts';
import type { DatakubeFilterDialog } from './filter-dialog.ts';
import './define.ts';

declare const axe: { run(node: Element, options: unknown): Promise<AxeResults> };

const level = (id: string, name: string, kind: 'level' | 'grouping' = 'level') =>
  ({ id, name, kind }) as const;

const places: FilterChoice = {
  dimension: 'residence',
  name: 'Bopæl',
  levels: [level('region', 'Region'), level('municipality', 'Kommune')],
  level: 'municipality',
  ways: ['members'],
  kept: null,
  everything: false,
  whole: true,
  notAdditive: null,
  instead: false,
};
const time: FilterChoice = {
  ...places,
  dimension: 'time',
  name: 'Tid',
  levels: [level('year', 'År'), level('quarter', 'Kvartal'), level('month', 'Måned')],
  level: 'year',
  ways: ['members', 'range', 'latest'],
};

let sent: FilterField[] = [];

/** A choice that stands open beside a button. */
async function opened(
  choice: FilterChoice,
  { lang = 'da', theme = 'light', width = 800 } = {},
): Promise<DatakubeFilterDialog> {
  document.querySelector('[data-mounted]')?.remove();
  const parent = document.createElement('div');
  parent.dataset['mounted'] = '';
  parent.dataset['datakubeTheme'] = theme;
  parent.style.inlineSize = `${width}px`;
  parent.lang = lang;
  const button = document.createElement('button');
  button.textContent = 'Filtrér';
  const dialog = document.createElement('datakube-filter-dialog');
  dialog.members = exampleMembers[choice.dimension]!;
  sent = [];
  dialog.addEventListener(ActionEvent.eventName, (event) => {
    const { action } = event as ActionEvent;
    if (action.kind === 'change' && action.command.kind === 'filter') sent.push(action.command.field);
  });
  parent.append(button, dialog);
  document.body.append(parent);
  await dialog.updateComplete;
  button.focus();
  await dialog.open(button, choice);
  return dialog;
}

const all = <T extends HTMLElement>(dialog: DatakubeFilterDialog, selector: string): T[] => [
  ...dialog.renderRoot.querySelectorAll<T>(selector),
];
const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const isOpen = (dialog: DatakubeFilterDialog): boolean => all(dialog, '[popover]:popover-open').length > 0;
const hints = (dialog: DatakubeFilterDialog): string =>
  all(dialog, '.hint, .message').map(words).filter(Boolean).join(' ');
const lines = (dialog: DatakubeFilterDialog): string[] =>
  all(dialog, '[role=treeitem]').map((line) => {
    const checked = { true: 'x', mixed: '-', false: ' ' }[line.ariaChecked ?? ''] ?? '?';
    return `${'  '.repeat(Number(line.ariaLevel) - 1)}[${checked}] ${words(line)}`;
  });
const ticks = (dialog: DatakubeFilterDialog): string[] => all(dialog, '.member').map(words);

async function press(dialog: DatakubeFilterDialog, name: string): Promise<void> {
  const button = all(dialog, 'button').find((each) => words(each) === name);
  if (!button) throw new Error(`There is no button "${name}"`);
  button.click();
  await dialog.updateComplete;
}

async function tick(dialog: DatakubeFilterDialog, name: string): Promise<void> {
  const line = all(dialog, '[role=treeitem], .member').find((each) => words(each) === name);
  if (!line) throw new Error(`There is no "${name}"`);
  line.click();
  await dialog.updateComplete;
}

async function unfold(dialog: DatakubeFilterDialog, name: string): Promise<void> {
  const line = all(dialog, '[role=treeitem]').find((each) => words(each) === name);
  line!.querySelector<HTMLElement>('.twister')!.click();
  await dialog.updateComplete;
}

async function type(dialog: DatakubeFilterDialog, text: string): Promise<void> {
  const [input] = all<HTMLInputElement>(dialog, '.input');
  input!.value = text;
  input!.dispatchEvent(new Event('input'));
  await dialog.updateComplete;
}

async function paste(dialog: DatakubeFilterDialog, text: string): Promise<boolean> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  all(dialog, '.input')[0]!.dispatchEvent(event);
  await dialog.updateComplete;
  return event.defaultPrevented;
}

async function keys(dialog: DatakubeFilterDialog, ...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await sendKeys({ press: key });
    await dialog.updateComplete;
  }
}

async function violations(dialog: DatakubeFilterDialog): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found } = await axe.run(dialog, { runOnly: tags, resultTypes: ['violations'] });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('members of all levels', () => {
  it('are a tree, in which a parent stands for all below it', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    expect(lines(dialog)[0]).to.equal('[ ] Region Hovedstaden');
    await unfold(dialog, 'Region Nordjylland');
    await tick(dialog, 'Region Nordjylland');
    const below = lines(dialog).slice(lines(dialog).indexOf('[x] Region Nordjylland') + 1);
    expect(below).to.have.length(11);
    expect(below.every((line) => line.startsWith('  [x]'))).to.equal(true);
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([
      { dimension: 'residence', level: 'region', keep: { kind: 'members', members: ['1081'] } },
    ]);
  });

  it('of different levels are kept together, at the finest of them', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    await tick(dialog, 'Region Sjælland');
    await unfold(dialog, 'Region Nordjylland');
    await tick(dialog, 'Læsø');
    expect(lines(dialog)).to.include.members(['[x] Region Sjælland', '[-] Region Nordjylland', '  [x] Læsø']);
    expect(hints(dialog)).to.equal('2 valgt');
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([
      { dimension: 'residence', level: 'municipality', keep: { kind: 'members', members: ['1085', '0825'] } },
    ]);
  });

  it('lose one of a kept parent, and keep the others', async () => {
    const dialog = await opened({ ...places, kept: { kind: 'members', members: ['1081', '0253'] } });
    expect(hints(dialog)).to.equal('2 valgt');
    expect(lines(dialog), 'what is chosen is seen').to.include('  [x] Greve');
    await unfold(dialog, 'Region Nordjylland');
    await tick(dialog, 'Aalborg');
    expect(hints(dialog)).to.equal('11 valgt');
    await tick(dialog, 'Region Nordjylland');
    expect(hints(dialog)).to.equal('2 valgt');
  });

  it('are all of them no filter', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    await press(dialog, 'Alle');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'members', members: [] });
  });

  it('are searched with what lies above them', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    await type(dialog, 'aalb');
    expect(lines(dialog)).to.deep.equal(['[ ] Region Nordjylland', '  [ ] Aalborg']);
    expect(all(dialog, 'mark').map(words)).to.deep.equal(['Aalb']);
    await type(dialog, '0851');
    expect(lines(dialog)).to.deep.equal(['[ ] Region Nordjylland', '  [ ] Aalborg']);
    await type(dialog, 'xyz');
    expect(hints(dialog)).to.equal('0 valgt Ingen værdier passer.');
  });

  it('are used by keyboard alone', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    all(dialog, '[role=treeitem]')[0]!.focus();
    await keys(dialog, 'End');
    expect(words(focused()!)).to.equal('Region Nordjylland');
    await keys(dialog, 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Space');
    expect(lines(dialog)).to.include('[-] Region Nordjylland');
    expect(words(focused()!)).to.equal(words(all(dialog, '[role=treeitem]')[6]!));
    await keys(dialog, 'ArrowLeft');
    expect(words(focused()!)).to.equal('Region Nordjylland');
    await keys(dialog, 'ArrowLeft');
    expect(lines(dialog)).to.have.length(5);
    await keys(dialog, 'Enter');
    expect(isOpen(dialog)).to.equal(false);
    expect(sent[0]!.keep).to.have.property('kind', 'members');
    expect(words(focused()!)).to.equal('Filtrér');
  });

  it('are one alone where they cannot be taken together', async () => {
    const dialog = await opened({ ...time, ways: ['members', 'latest'], notAdditive: 'Borgere' });
    await press(dialog, 'Alle niveauer');
    await tick(dialog, '2024');
    await unfold(dialog, '2023');
    await tick(dialog, '1. kvartal 2023');
    expect(all(dialog, '[role=tree]')[0]!.ariaMultiSelectable).to.equal('false');
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([
      { dimension: 'time', level: 'quarter', keep: { kind: 'members', members: ['2023-Q1'] } },
    ]);
  });
});

describe('groupings', () => {
  it('are chosen from as a list of their own', async () => {
    const levels = [level('broad', 'Aldersgruppe'), level('life-phase', 'Livsfase', 'grouping')];
    const dialog = await opened({ ...places, dimension: 'age', name: 'Alder', levels, level: 'broad' });
    await press(dialog, 'Livsfase');
    expect(ticks(dialog)).to.deep.equal(['Børn og unge', 'Arbejdsalder', 'Ældre']);
    await press(dialog, 'Alle');
    await press(dialog, 'Vis');
    expect(sent, 'a member may be in no group: all groups are a filter').to.have.length(1);
    expect(sent[0]!.level).to.equal('life-phase');
    expect(sent[0]!.keep).to.have.property('members').with.length(3);
  });
});

describe('the latest', () => {
  it('keeps a window that moves on, at a level, and says what it is now', async () => {
    const dialog = await opened(time);
    await press(dialog, 'Seneste');
    expect(hints(dialog)).to.equal('af 3 (år) Lige nu 2023 til 2025. Følger med, når der kommer nye tal.');
    await press(dialog, 'Kvartal');
    await type(dialog, '2');
    expect(hints(dialog)).to.contain('Lige nu 3. kvartal 2025 til 4. kvartal 2025.');
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([{ dimension: 'time', level: 'quarter', keep: { kind: 'latest', count: 2 } }]);
  });

  it('is not shown with a number that means nothing', async () => {
    const dialog = await opened(time);
    await press(dialog, 'Seneste');
    for (const text of ['', '0', '4', '1.5', '-1']) {
      await type(dialog, text);
      await press(dialog, 'Vis');
      expect(sent, text).to.deep.equal([]);
    }
    await type(dialog, '1');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'latest', count: 1 });
  });

  it('is one alone of what cannot be added up, and says why', async () => {
    const dialog = await opened({ ...time, ways: ['members', 'latest'], notAdditive: 'Borgere' });
    await press(dialog, 'Seneste');
    expect(all(dialog, 'input')).to.have.length(0);
    expect(hints(dialog)).to.contain('Kun den seneste: borgere kan ikke lægges sammen.');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'latest', count: 1 });
  });

  it('opens as it was chosen', async () => {
    const dialog = await opened({ ...time, level: 'month', kept: { kind: 'latest', count: 12 } });
    expect(all<HTMLInputElement>(dialog, 'input')[0]!.value).to.equal('12');
    expect(hints(dialog)).to.contain('Lige nu 01.2025 til 12.2025.');
  });
});

describe('a range', () => {
  const ends = (dialog: DatakubeFilterDialog): HTMLSelectElement[] => all(dialog, 'select');
  async function set(dialog: DatakubeFilterDialog, which: 0 | 1, value: string): Promise<void> {
    ends(dialog)[which]!.value = value;
    ends(dialog)[which]!.dispatchEvent(new Event('change'));
    await dialog.updateComplete;
  }

  it('goes from one to another', async () => {
    const dialog = await opened(time);
    await press(dialog, 'Fra–til');
    await press(dialog, 'Kvartal');
    await set(dialog, 0, '2023-Q2');
    await set(dialog, 1, '2024-Q1');
    expect(hints(dialog)).to.equal('Lige nu 2. kvartal 2023 til 1. kvartal 2024.');
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([
      { dimension: 'time', level: 'quarter', keep: { kind: 'range', from: '2023-Q2', to: '2024-Q1' } },
    ]);
  });

  it('may be open at an end, and moves on where it is open to the newest', async () => {
    const dialog = await opened(time);
    await press(dialog, 'Fra–til');
    await set(dialog, 0, '2024');
    expect(hints(dialog)).to.equal('Lige nu 2024 til 2025. Følger med, når der kommer nye tal.');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'range', from: '2024', to: null });
  });

  it('that is open at both ends is no filter', async () => {
    const dialog = await opened(time);
    await press(dialog, 'Fra–til');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'members', members: [] });
  });

  it('that ends before it begins is not shown, and says so', async () => {
    const dialog = await opened({ ...time, kept: { kind: 'range', from: '2025', to: '2025' } });
    expect(ends(dialog).map(({ value }) => value)).to.deep.equal(['2025', '2025']);
    await set(dialog, 1, '2023');
    expect(hints(dialog)).to.equal('»Fra« skal komme før »Til«.');
    await press(dialog, 'Vis');
    expect(sent).to.deep.equal([]);
  });

  it('is there for ages too, which do not move on', async () => {
    const levels = [level('broad', 'Aldersgruppe')];
    const age: FilterChoice = { ...places, dimension: 'age', name: 'Alder', levels, level: 'broad' };
    const dialog = await opened({ ...age, ways: ['members', 'range'] });
    await press(dialog, 'Fra–til');
    await set(dialog, 0, '65-79');
    expect(hints(dialog)).to.equal('Lige nu 65–79 år til 80+ år.');
    expect(ends(dialog)[1]!.options[0]!.label).to.equal('Den sidste');
  });
});

describe('many at once', () => {
  it('are ticked faster than they are drawn', async () => {
    const dialog = await opened(places);
    for (const label of all(dialog, '.member').slice(0, 3)) label.click();
    await dialog.updateComplete;
    expect(hints(dialog)).to.equal('3 af 98 valgt');
  });

  it('are turned round', async () => {
    const dialog = await opened(places);
    await tick(dialog, 'Aalborg');
    await press(dialog, 'Omvendt');
    expect(hints(dialog)).to.equal('97 af 98 valgt');
    await press(dialog, 'Region');
    await press(dialog, 'Alle niveauer');
    await tick(dialog, 'Region Nordjylland');
    await press(dialog, 'Omvendt');
    expect(hints(dialog)).to.equal('4 valgt');
  });

  it('are all that a search found, and nothing else', async () => {
    const dialog = await opened(places);
    await tick(dialog, 'Greve');
    await type(dialog, 'nord');
    await press(dialog, 'Alle');
    expect(hints(dialog)).to.equal('3 af 98 valgt');
    await press(dialog, 'Ingen');
    expect(hints(dialog)).to.equal('1 af 98 valgt');
  });

  it('are pasted as codes and names, and counted', async () => {
    const dialog = await opened(places);
    expect(await paste(dialog, '0851\n0860\nÅrhus\nAtlantis')).to.equal(true);
    expect(hints(dialog)).to.equal('3 af 98 valgt 3 genkendt og valgt. 1 passer ikke til nogen værdi.');
    expect(words(dialog.renderRoot.firstElementChild!)).to.not.contain('Atlantis');
    await press(dialog, 'Vis');
    expect(sent[0]!.keep).to.deep.equal({ kind: 'members', members: ['0751', '0851', '0860'] });
  });

  it('are recognised at all levels in the tree, where a whole region is a region', async () => {
    const dialog = await opened(places);
    await press(dialog, 'Alle niveauer');
    const north = exampleMembers['residence']!.filter(({ parent }) => parent === '1081');
    await paste(dialog, ['1085', ...north.map(({ name }) => name.da)].join(';'));
    await press(dialog, 'Vis');
    expect(sent[0]).to.deep.equal({
      dimension: 'residence',
      level: 'region',
      keep: { kind: 'members', members: ['1085', '1081'] },
    });
  });

  it('leaves one word to the search', async () => {
    const dialog = await opened(places);
    expect(await paste(dialog, 'Aalborg')).to.equal(false);
  });

  it('refuses what looks like numbers of persons, and shows nothing of it', async () => {
    const dialog = await opened(places);
    for (const text of ['0101901234', 'Aalborg\n010190-1234\n0860', '010190 1234']) {
      expect(await paste(dialog, text), text).to.equal(true);
      expect(hints(dialog)).to.equal(
        '0 af 98 valgt Det ligner CPR-numre. De hører ikke hjemme her, og intet er indsat.',
      );
      const [input] = all<HTMLInputElement>(dialog, '.input');
      expect([input!.value, dialog.renderRoot.textContent!.includes('1234')]).to.deep.equal(['', false]);
    }
  });

  it('are drawn some at a time, and focus goes on where more are drawn', async () => {
    const dialog = await opened(places);
    dialog.members = Array.from({ length: 450 }, (_, index) => {
      const code = `D${String(index).padStart(3, '0')}`;
      return { code, name: { da: `Diagnose ${code}`, en: code }, level: 'municipality', parent: null };
    });
    await dialog.updateComplete;
    expect(ticks(dialog)).to.have.length(200);
    const more = all(dialog, 'button').find((button) => words(button) === 'Vis flere (250)')!;
    more.focus();
    more.click();
    await until(() => (focused() as HTMLElement).dataset['key'] === 'D200');
    expect(ticks(dialog)).to.have.length(400);
    await type(dialog, 'd449');
    expect(ticks(dialog)).to.deep.equal(['Diagnose D449']);
  });
});

describe('the choice as it stands', () => {
  it('says what the table would become', async () => {
    const dialog = await opened(places);
    dialog.preview = ({ keep }) => (keep.kind === 'members' ? `${keep.members.length} rækker` : null);
    await tick(dialog, 'Aalborg');
    await tick(dialog, 'Hjørring');
    expect(words(all(dialog, '.preview')[0]!)).to.equal('2 rækker');
  });

  it('is forgotten with escape, and focus goes back', async () => {
    const dialog = await opened(places);
    await tick(dialog, 'Aalborg');
    await keys(dialog, 'Escape');
    await until(() => words(focused()!) === 'Filtrér');
    expect([isOpen(dialog), sent]).to.deep.equal([false, []]);
  });

  it('is not made where the members could not be had', async () => {
    const dialog = await opened({ ...places, kept: { kind: 'members', members: ['0851'] } });
    dialog.members = [];
    dialog.failed = true;
    await dialog.updateComplete;
    expect(hints(dialog)).to.equal('Værdierne kunne ikke hentes.');
    await press(dialog, 'Vis');
    expect(sent, 'the filter that is there stays').to.deep.equal([]);
  });

  for (const lang of ['da', 'en'])
    for (const theme of ['light', 'dark'])
      it(`has no violation in ${lang}, ${theme}, by any way`, async () => {
        const dialog = await opened(time, { lang, theme });
        const choose = async (segment: number): Promise<void> => {
          all(dialog, '.segments button').at(segment)!.click();
          await dialog.updateComplete;
        };
        for (const way of time.ways) {
          await choose(time.ways.indexOf(way));
          expect(await violations(dialog), way).to.deep.equal([]);
        }
        await choose(0);
        await choose(-1);
        all(dialog, '.twister')[0]!.click();
        await dialog.updateComplete;
        expect(await violations(dialog), 'tree').to.deep.equal([]);
      });

  it('has room on a narrow screen', async () => {
    const dialog = await opened(time, { width: 300 });
    await press(dialog, 'Alle niveauer');
    const [box] = all(dialog, '.dialog');
    expect(box!.scrollWidth).to.be.at.most(box!.clientWidth);
    for (const target of all(dialog, 'button, input, [role=treeitem]')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height), words(target)).to.be.at.least(24);
    }
  });
});
