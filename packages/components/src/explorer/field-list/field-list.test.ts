import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DatakubeError } from '@datakube/client';
import type { Cube } from '@datakube/contract';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import { exampleClient } from '../../../fixtures/example-client.ts';
import { exampleCube } from '../../../fixtures/example-cube.ts';
import { focused, mountExplorer, settled, type MountOptions } from '../../../fixtures/mount.ts';
import type { DatakubeExplorer } from '../explorer.ts';
import type { DatakubeFieldList } from './field-list.ts';
import '../../define.ts';

declare const axe: { run(node: Element, options: unknown): Promise<AxeResults> };

/** The example cube with a second way to put municipalities together. */
const groupedCube: Cube = {
  ...exampleCube,
  dimensions: exampleCube.dimensions.map((dimension) =>
    dimension.id === 'residence'
      ? {
          ...dimension,
          groupings: [
            {
              id: 'health-council',
              name: { da: 'Sundhedsråd', en: 'Health council' },
              description: { da: 'Fra 2027.', en: 'From 2027.' },
              level: 'municipality',
              members: 17,
            },
          ],
        }
      : dimension,
  ),
};

const listOf = (explorer: DatakubeExplorer): DatakubeFieldList =>
  explorer.renderRoot.querySelector('datakube-field-list')!;
const all = <T extends HTMLElement>(explorer: DatakubeExplorer, selector: string): T[] => [
  ...listOf(explorer).renderRoot.querySelectorAll<T>(selector),
];
const words = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
const texts = (explorer: DatakubeExplorer, selector: string): string[] => all(explorer, selector).map(words);
const hits = (explorer: DatakubeExplorer): string => texts(explorer, '.hits').join();
const values = (explorer: DatakubeExplorer): string[] =>
  all(explorer, '[role=treeitem]').map(
    (line) => '  '.repeat(Number(line.ariaLevel) - 1) + words(line.querySelector('.words')!),
  );

function named(explorer: DatakubeExplorer, selector: string, name: string): HTMLElement {
  const found = all(explorer, selector).find((each) =>
    (each.getAttribute('aria-label') ?? words(each)).startsWith(name),
  );
  if (!found) throw new Error(`There is no ${selector} named "${name}"`);
  return found;
}

async function click(explorer: DatakubeExplorer, selector: string, name: string): Promise<void> {
  named(explorer, selector, name).click();
  await settled(explorer);
}

async function search(explorer: DatakubeExplorer, text: string): Promise<void> {
  const [input] = all<HTMLInputElement>(explorer, '.input');
  input!.value = text;
  input!.dispatchEvent(new Event('input'));
  await settled(explorer);
}

async function keys(explorer: DatakubeExplorer, ...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await sendKeys({ press: key });
    await settled(explorer);
  }
}

/** Lines of the menu that is open. */
const menu = (explorer: DatakubeExplorer): string[] =>
  [
    ...explorer.renderRoot
      .querySelector('datakube-menu')!
      .renderRoot.querySelectorAll(':popover-open [role^=menuitem]'),
  ].map(words);

async function violations(explorer: DatakubeExplorer): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations: found } = await axe.run(listOf(explorer), {
    runOnly: tags,
    resultTypes: ['violations'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe('the search of fields', () => {
  it('finds members by part of their name, says where they belong and marks what was found', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'ØRR');
    expect(hits(explorer)).to.equal('1 felt, 1 værdi.');
    expect(texts(explorer, '.hit')).to.deep.equal(['Hjørring Kommune i Region Nordjylland']);
    expect(texts(explorer, 'mark')).to.deep.equal(['ørr']);
  });

  it('takes aa for å, and å for aa', async () => {
    const explorer = await mountExplorer();
    for (const text of ['årh', 'AARH']) {
      await search(explorer, text);
      expect(texts(explorer, '.hit'), text).to.deep.equal(['Aarhus Kommune i Region Midtjylland']);
      expect(texts(explorer, 'mark')).to.deep.equal(['Aarh']);
    }
  });

  it('finds members by code, and shows the code alone where it was what was found', async () => {
    const explorer = await mountExplorer();
    await search(explorer, '0851');
    expect(texts(explorer, '.hit')).to.deep.equal(['Aalborg 0851 Kommune i Region Nordjylland']);
    expect(texts(explorer, 'mark')).to.deep.equal(['0851']);
    await search(explorer, 'aalb');
    expect(texts(explorer, '.hit .code')).to.deep.equal([]);
  });

  it('finds fields by synonym, measure and level, and shows by what', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'ruks');
    expect(texts(explorer, '.name .words')).to.deep.equal(['Kronisk sygdom']);
    expect(texts(explorer, '.remark')).to.deep.equal(['Også kaldet RUKS']);
    await search(explorer, 'sengedage');
    expect([texts(explorer, '.name .words'), hits(explorer)]).to.deep.equal([
      ['Sengedage'],
      '1 felt, 0 værdier.',
    ]);
    await search(explorer, 'femår');
    expect(texts(explorer, '.name .words')).to.deep.equal(['Alder']);
    expect(texts(explorer, '.level')).to.deep.equal(['Femårsgruppe 18']);
    await search(explorer, 'livsfase');
    expect(texts(explorer, '.level')).to.deep.equal(['Livsfase 3']);
  });

  it('lists what begins with the words first, and more when asked', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'er');
    const places = '.hit[data-key^="residence ="]';
    expect(all(explorer, places)).to.have.length(4);
    await click(explorer, '.level', 'Vis flere');
    const more = texts(explorer, places);
    expect(more.length).to.be.greaterThan(4);
    expect(words(focused()!)).to.equal(more[4]);
    await search(explorer, 'nord');
    expect(texts(explorer, '.hit').map((hit) => hit.split(' ')[0])).to.deep.equal([
      'Nordfyns',
      'Norddjurs',
      'Region',
    ]);
  });

  it('says what to try where nothing is found', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'zzz');
    expect(hits(explorer)).to.equal(
      'Ingen felter eller værdier passer. Prøv et andet ord, færre bogstaver eller en kode.',
    );
    expect(all(explorer, 'section')).to.have.length(0);
  });

  it('tells a listener the number once the typing pauses, and not at every key', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'aa');
    const [status] = all(explorer, '[role=status]');
    const told: string[] = [];
    const input = all<HTMLInputElement>(explorer, '.input')[0]!;
    await new Promise<void>((resolve) => {
      new MutationObserver(() => {
        told.push(words(status!));
        if (told.includes('1 felt, 1 værdi.')) resolve();
      }).observe(status!, { characterData: true, childList: true, subtree: true });
      for (const text of ['n', 'no', 'nor', 'aalb']) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
      }
    });
    expect(told.filter((text) => text !== told.at(-1)).length).to.be.at.most(1);
  });

  it('fetches members when it is used, and says so where they cannot be had', async () => {
    const asked: string[] = [];
    const plain = exampleClient();
    const client = exampleClient({
      members: async (cube, dimension, options) => {
        asked.push(dimension);
        if (dimension === 'sector') throw new DatakubeError('ERR_BUSY');
        return plain.members(cube, dimension, options);
      },
    });
    const explorer = await mountExplorer({ client });
    const before = asked.length;
    await search(explorer, 'a');
    expect(asked.length, 'one letter is no search of values').to.equal(before);
    await search(explorer, 'aa');
    expect(new Set(asked).size).to.equal(8);
    expect(hits(explorer)).to.contain('Værdierne kunne ikke hentes.');
  });

  it('begins with a letter typed on a field, and ends with escape', async () => {
    const explorer = await mountExplorer();
    named(explorer, '.name', 'Alder').focus();
    await keys(explorer, 's', 'e', 'k');
    expect((focused() as HTMLInputElement).value).to.equal('sek');
    expect(texts(explorer, '.name .words')).to.deep.equal(['Sektor']);
    await keys(explorer, 'Escape');
    expect(all(explorer, '.name')).to.have.length(13);
  });

  it('takes no numbers of persons', async () => {
    const explorer = await mountExplorer();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '010190-1234');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    all(explorer, '.input')[0]!.dispatchEvent(event);
    await settled(explorer);
    expect(event.defaultPrevented).to.equal(true);
    expect(hits(explorer)).to.match(/^Det ligner CPR-numre\./);
  });
});

describe('the groups of fields', () => {
  it('say how many are in them, and fold', async () => {
    const explorer = await mountExplorer();
    expect(texts(explorer, '.group')).to.deep.equal(['Borger 4', 'Tid 1', 'Sundhed 3', 'Mål 5']);
    await click(explorer, '.group', 'Borger');
    expect(named(explorer, '.group', 'Borger').ariaExpanded).to.equal('false');
    expect(texts(explorer, '.name .words')[0]).to.equal('Tid');
    await search(explorer, 'køn');
    expect(texts(explorer, '.name .words'), 'a search looks in folded groups too').to.deep.equal(['Køn']);
    expect(texts(explorer, '.group')).to.deep.equal(['Borger 1']);
    await search(explorer, '');
    expect(named(explorer, '.group', 'Borger').ariaExpanded).to.equal('false');
  });

  it('fold and unfold with the arrows sideways', async () => {
    const explorer = await mountExplorer();
    named(explorer, '.group', 'Mål').focus();
    await keys(explorer, 'ArrowLeft');
    expect(all(explorer, '.name')).to.have.length(8);
    await keys(explorer, 'ArrowLeft', 'ArrowRight');
    expect(all(explorer, '.name')).to.have.length(13);
  });
});

describe('what is declared of a field', () => {
  const note = (explorer: DatakubeExplorer): string[] => texts(explorer, '.note p, .note dt, .note dd');

  it('is its description, source, caveats and how fresh it is', async () => {
    const explorer = await mountExplorer();
    await click(explorer, '.about', 'Om Kronisk sygdom');
    expect(note(explorer)).to.deep.equal([
      'Kronisk sygdom ved årets udgang, som den er registreret.',
      'Kilde',
      'Landspatientregisteret, Sygesikringsregisteret',
      'Forbehold',
      'Ny afgrænsning af leddegigt fra 2024.',
      'Seneste data',
      'Landspatientregisteret til 30.9.2026',
      'Sygesikringsregisteret til 31.8.2026',
    ]);
    await click(explorer, '.about', 'Om Kronisk sygdom');
    expect(note(explorer)).to.deep.equal([]);
  });

  it('is the unit of a measure, and over what it adds up', async () => {
    const explorer = await mountExplorer();
    await click(explorer, '.about', 'Om Borgere');
    expect(note(explorer)).to.include.members([
      'Enhed',
      'antal',
      'Sammenlægning',
      'Kan lægges sammen over bopæl, alder, køn, plejehjem.',
    ]);
    await click(explorer, '.about', 'Om Andel af befolkningen');
    expect(note(explorer)).to.include('Kan ikke lægges sammen.');
  });

  it('stands short below a measure in use: does it add up in this table?', async () => {
    const explorer = await mountExplorer();
    expect(texts(explorer, '.remark')).to.deep.equal(['antal · kan ikke lægges sammen over tid']);
    explorer.state = { ...explorer.state!, measures: ['contacts'] };
    await settled(explorer);
    expect(texts(explorer, '.remark')).to.deep.equal(['antal · kan lægges sammen']);
  });

  it('is opened from elsewhere, in a folded group too', async () => {
    const explorer = await mountExplorer();
    await click(explorer, '.group', 'Sundhed');
    await listOf(explorer).describe('sector');
    expect(note(explorer)[0]).to.match(/^Sektor/);
    expect(focused()?.getAttribute('aria-label')).to.equal('Om Sektor');
  });
});

describe('levels and groupings', () => {
  const client = exampleClient({ cube: async () => groupedCube });

  it('stand below a field in use, with how many members they have and a bar where they are shown', async () => {
    const explorer = await mountExplorer({ client });
    const rows = all(explorer, '.levels li').slice(0, 3);
    expect(rows.map(words)).to.deep.equal(['Region 5', 'Kommune 98', 'Sundhedsråd 17']);
    expect(rows.map(({ className }) => className)).to.deep.equal(['on', 'on', '']);
  });

  it('are changed by a click', async () => {
    const explorer = await mountExplorer({ client });
    await click(explorer, '.level', 'Sundhedsråd');
    expect(explorer.state!.rows[0]).to.include({ dimension: 'residence', level: 'health-council' });
    expect(all(explorer, '.levels li.on').map(words)).to.include('Sundhedsråd 17');
    expect(named(explorer, '.level', 'Sundhedsråd').ariaPressed).to.equal('true');
    expect(named(explorer, '.level', 'Kommune').ariaPressed).to.equal('false');
  });

  it('of what does not add up are barred, with the reason: a group is the sum of its members', async () => {
    const measures = groupedCube.measures.map((measure) =>
      measure.id === 'contacts' ? { ...measure, additiveOver: [] } : measure,
    );
    const plain = (await mountExplorer()).state!;
    const explorer = await mountExplorer({
      client: exampleClient({ cube: async () => ({ ...groupedCube, measures }) }),
      state: { ...plain, measures: ['contacts'] },
    });
    const council = named(explorer, '.level', 'Sundhedsråd');
    expect(council.getAttribute('aria-description')).to.equal('Kontakter kan ikke lægges sammen');
    expect(council.classList.contains('barred')).to.equal(true);
  });
});

describe('the values of a field', () => {
  it('unfold as a tree, as far as they are opened', async () => {
    const explorer = await mountExplorer();
    await click(explorer, '.level', 'Vis værdier');
    expect(values(explorer)).to.deep.equal([
      'Region Hovedstaden',
      'Region Sjælland',
      'Region Syddanmark',
      'Region Midtjylland',
      'Region Nordjylland',
    ]);
    named(explorer, '[role=treeitem]', 'Region Nordjylland').querySelector<HTMLElement>('.twister')!.click();
    await settled(explorer);
    expect(values(explorer)).to.have.length(16);
    expect(values(explorer)).to.include('  Aalborg');
    const aalborg = named(explorer, '[role=treeitem]', 'Aalborg');
    expect([aalborg.ariaLevel, aalborg.ariaSetSize]).to.deep.equal(['2', '11']);
    await click(explorer, '.level', 'Vis værdier');
    expect(values(explorer)).to.deep.equal([]);
  });

  it('are opened and walked through by arrows, in the same stop', async () => {
    const explorer = await mountExplorer();
    named(explorer, '.name', 'Alder').focus();
    await keys(explorer, 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(words(focused()!)).to.equal('0–19 år');
    await keys(explorer, 'ArrowRight', 'ArrowRight');
    expect(words(focused()!)).to.equal('0–4 år');
    expect(all(explorer, '.item, .input').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    await keys(explorer, 'ArrowLeft', 'ArrowLeft');
    expect(values(explorer)).to.have.length(5);
    named(explorer, '.name', 'Alder').focus();
    await keys(explorer, 'ArrowLeft');
    expect(values(explorer)).to.deep.equal([]);
  });

  it('have a menu, from which one is kept', async () => {
    const explorer = await mountExplorer();
    await click(explorer, '.level', 'Vis værdier');
    named(explorer, '[role=treeitem]', 'Region Nordjylland').focus();
    await keys(explorer, 'Enter');
    expect(menu(explorer).length).to.be.greaterThan(0);
    await keys(explorer, 'Enter');
    expect(explorer.state!.filters).to.deep.equal([
      { dimension: 'residence', level: 'region', keep: { kind: 'members', members: ['1081'] } },
    ]);
  });

  it('are fetched when they are shown, and say so where they cannot be had', async () => {
    let there = false;
    const plain = exampleClient();
    const client = exampleClient({
      members: async (cube, dimension, options) => {
        if (dimension === 'age' && !there) throw new DatakubeError('ERR_BUSY');
        return plain.members(cube, dimension, options);
      },
    });
    const explorer = await mountExplorer({ client });
    await click(explorer, '.about', 'Om Alder');
    const button = (): HTMLElement =>
      all(explorer, '.level').find(({ dataset }) => dataset['key'] === 'values age')!;
    button().click();
    await settled(explorer);
    expect(texts(explorer, '.remark')[0]).to.equal('Værdierne kunne ikke hentes. Prøv igen om lidt.');
    there = true;
    button().click();
    await settled(explorer);
    button().click();
    await settled(explorer);
    expect(values(explorer)).to.have.length(5);
  });

  it('of a long code list are drawn some at a time, and focus goes on', async () => {
    const members = Array.from({ length: 120 }, (_, index) => {
      const code = `D${String(index).padStart(3, '0')}`;
      return { code, name: { da: code, en: code }, level: 'disease', parent: null };
    });
    const plain = exampleClient();
    const client = exampleClient({
      members: async (cube, dimension, options) =>
        dimension === 'chronic-disease'
          ? { cube, dimension, members }
          : plain.members(cube, dimension, options),
    });
    const explorer = await mountExplorer({ client });
    named(explorer, '.name', 'Kronisk sygdom').focus();
    await keys(explorer, 'ArrowRight');
    expect(values(explorer).slice(-2)).to.deep.equal(['D049', 'Vis flere (70)']);
    named(explorer, '[role=treeitem]', 'Vis flere').focus();
    await keys(explorer, 'Enter');
    expect(values(explorer)).to.have.length(120);
    expect(words(focused()!)).to.equal('D050');
  });
});

describe('the list of fields under axe', () => {
  const looks: MountOptions[] = (['da', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
  );
  for (const look of looks) {
    it(`has no violation in ${look.lang}, ${look.theme}`, async () => {
      const explorer = await mountExplorer(look);
      for (const about of all(explorer, '.about').slice(0, 2)) about.click();
      all(explorer, '.level')
        .find(({ dataset }) => dataset['key'] === 'values residence')!
        .click();
      await settled(explorer);
      all(explorer, '.value .twister')[0]!.click();
      await settled(explorer);
      expect(await violations(explorer)).to.deep.equal([]);
    });
  }

  it('has no violation with what a search found', async () => {
    const explorer = await mountExplorer();
    await search(explorer, 'nord');
    expect(await violations(explorer)).to.deep.equal([]);
  });

  it('has targets to hit, and nothing cut off, with little room and wide spacing', async () => {
    const explorer = await mountExplorer({ width: 320 });
    const list = listOf(explorer);
    list.open = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    const root = list.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    await settled(explorer);
    await click(explorer, '.level', 'Vis værdier');
    await click(explorer, '.about', 'Om Kronisk sygdom');
    const inner = all(explorer, '.inner')[0]!;
    expect(inner.scrollWidth).to.be.at.most(inner.clientWidth);
    for (const item of all(explorer, '.item')) {
      const { width, height } = item.getBoundingClientRect();
      expect(Math.min(width, height), words(item)).to.be.at.least(24);
      expect(item.scrollWidth, words(item)).to.be.at.most(item.clientWidth + 1);
    }
  });
});
