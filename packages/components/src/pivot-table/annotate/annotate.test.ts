import { expect } from '@open-wc/testing';
import { FLAGS, type CellSet, type Note } from '@datakube/contract';
import 'axe-core';
import { pressKeys } from '../../../fixtures/press-keys.ts';
import { mountPivotTable } from '../../../fixtures/mount-pivot-table.ts';
import { productCellSet, type DimensionShape } from '../../../fixtures/product-cell-set.ts';
import '../define.ts';
import type { DatakubePivotTable } from '../pivot-table.ts';

type Axe = typeof import('axe-core');
const axe = (globalThis as unknown as { axe: Axe }).axe;

const both = (da: string, en: string): { da: string; en: string } => ({ da, en });

const years: DimensionShape = {
  dimension: 'time',
  members: [
    { code: '2023', label: '2023', level: 'year' },
    { code: '2024', label: '2024', level: 'year', flags: ['break'] },
    { code: '2025', label: '2025', level: 'year', flags: ['provisional'] },
  ],
};
const sex: DimensionShape = {
  dimension: 'sex',
  members: [
    { code: 'K', label: 'Kvinder', level: 'sex' },
    { code: 'M', label: 'Mænd', level: 'sex' },
  ],
  total: 'I alt',
};
const residence: DimensionShape = {
  dimension: 'residence',
  members: [
    {
      code: '1081',
      label: 'Region Nordjylland',
      level: 'region',
      children: [
        { code: '0846', label: 'Mariagerfjord', level: 'municipality' },
        { code: '0825', label: 'Læsø', level: 'municipality' },
      ],
    },
  ],
  total: 'Hele landet',
};
const info = {
  measureInfo: [
    {
      id: 'persons',
      name: both('Borgere', 'Citizens'),
      unit: both('borgere', 'citizens'),
      additiveOver: ['residence', 'sex'],
    },
    {
      id: 'persons.growth',
      name: both('Borgere, ændring i procent', 'Citizens, change in per cent'),
      unit: both('%', '%'),
      decimals: 1,
      additiveOver: [],
    },
  ],
  dimensionInfo: [
    { id: 'residence', name: both('Bopæl', 'Residence'), levels: [] },
    { id: 'time', name: both('Tid', 'Time'), levels: [] },
    { id: 'sex', name: both('Køn', 'Sex'), levels: [] },
  ],
};

function citizens(notes: readonly Note[] = []): CellSet {
  const set = productCellSet([residence], [years, sex], {
    persons: (r, c) => (r === 3 ? { status: 'suppressed' } : { status: 'published', value: 100 * r + c }),
  });
  return { ...set, notes };
}

async function table(properties: Partial<DatakubePivotTable> = {}, lang = 'da'): Promise<DatakubePivotTable> {
  const element = mountPivotTable(lang);
  Object.assign(element, info, { cellSet: citizens() }, properties);
  await element.updateComplete;
  return element;
}
const all = (element: DatakubePivotTable, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const texts = (element: DatakubePivotTable, selector: string): string[] =>
  all(element, selector).map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('flags in <datakube-pivot-table>', () => {
  it('stand in the header they hold for, with letter and word', async () => {
    expect(texts(await table(), '.spans')).to.deep.equal([
      '2023',
      '2024 [b] databrud',
      '2025 [f] foreløbige tal',
    ]);
    expect(texts(await table({}, 'en'), '.spans')).to.deep.equal([
      '2023',
      '2024 [b] break in series',
      '2025 [p] provisional numbers',
    ]);
  });

  it('are explained below the table, exactly those that occur', async () => {
    expect(texts(await table({ own: [] }), '.legend li').slice(1)).to.deep.equal([
      '[b] Databrud: tal før og efter kan ikke sammenlignes',
      '[f] Foreløbige tal',
      '[n] Borgere kan ikke lægges sammen på tværs af tid',
    ]);
    const plain = productCellSet([residence], [sex], { persons: () => ({ status: 'published', value: 1 }) });
    expect(texts(await table({ cellSet: plain }), '.legend li')).to.deep.equal([]);
  });

  it('draw a dashed line where a series breaks, in rows as in columns, but not in sorted rows', async () => {
    const element = await table();
    const dashed = all(element, '.cell.break').map((cell) => cell.getAttribute('aria-colindex'));
    expect(new Set(dashed)).to.deep.equal(new Set(['5']));
    expect(texts(element, '.column-header.break')).to.deep.equal(['2024 [b] databrud', 'Kvinder']);
    const down = productCellSet([years], [sex], { persons: () => ({ status: 'published', value: 1 }) });
    element.cellSet = down;
    await element.updateComplete;
    expect(texts(element, '.row.break > .stub')).to.deep.equal(['2024 [b] databrud']);
    element.sort = { by: 'name', direction: 'descending' };
    await element.updateComplete;
    expect(texts(element, '.row.break > .stub')).to.deep.equal([]);
  });

  it('draw no line before a member that is no period: the one before it is no part of its series', async () => {
    const [women, men] = sex.members;
    const defined: DimensionShape = { ...sex, members: [women!, { ...men!, flags: ['break'] }] };
    const cellOf = (): { status: 'published'; value: number } => ({ status: 'published', value: 1 });
    const element = await table({ cellSet: productCellSet([defined], [defined], { persons: cellOf }) });
    expect(texts(element, '.stub.last')).to.include('Mænd [b] databrud');
    expect(all(element, '.break')).to.have.length(0);
    element.dimensionInfo = [{ id: 'sex', name: both('Tid', 'Time'), kind: 'time', levels: [] }];
    await element.updateComplete;
    expect(texts(element, '.row.break > .stub')).to.deep.equal(['Mænd [b] databrud']);
    expect(texts(element, '.column-header.break')).to.deep.equal(['Mænd [b] databrud']);
  });

  it('leave nothing behind when another answer has none of them', async () => {
    const element = await table();
    element.cellSet = productCellSet([residence], [{ ...years, members: years.members.slice(0, 1) }, sex], {
      persons: () => ({ status: 'published', value: 1 }),
    });
    await element.updateComplete;
    expect(texts(element, '.spans')).to.deep.equal(['2023']);
    expect(all(element, '.note, .break')).to.have.length(0);
  });

  it('mark an unreliable number in sight and by name, and copy it as a number', async () => {
    const set = productCellSet([residence], [sex], {
      persons: (r, c) => (r === 2 ? { status: 'suppressed' } : { status: 'published', value: r * 10 + c }),
    });
    const persons = set.measures.get('persons')!;
    const flags = new Uint8Array(persons.value.length);
    flags[1] = 1 << FLAGS.indexOf('unreliable');
    const element = await table({
      cellSet: { ...set, measures: new Map([['persons', { ...persons, flags }]]) },
    });
    const [marked, ...others] = all(element, '.cell[data-flag]');
    expect(others).to.have.length(0);
    expect(getComputedStyle(marked!, '::before').content).to.equal('"[u]"');
    expect(marked!.getAttribute('aria-label')).to.equal(
      'Region Nordjylland, Mænd: 1\u00a0borgere, usikkert tal',
    );
    expect(texts(element, '.legend li')).to.include(
      '[u] Usikre tal: de bygger på så få, at tilfældigheder flytter dem meget',
    );
  });
});

describe('notes in <datakube-pivot-table>', () => {
  it('are footnotes to what they are about: by the letter of a flag, or by number', async () => {
    const element = await table({
      cellSet: citizens([
        {
          code: 'break',
          text: both('Ny afgrænsning', 'Defined anew'),
          about: { dimension: 'time', member: '2024' },
        },
        {
          code: 'island',
          text: both('Opgjort fra 2024', 'Since 2024'),
          about: { dimension: 'residence', member: '0825' },
        },
        { code: 'gone', text: both('Vises ikke', 'Not shown'), about: { dimension: 'time', member: '1999' } },
        { code: 'all', text: both('Om alt', 'About all') },
        { code: 'persons', text: both('Alle borgere', 'All citizens'), about: { measure: 'persons' } },
      ]),
    });
    expect(texts(element, '.footnotes li')).to.deep.equal([
      '[b] 2024: Ny afgrænsning',
      '[1] Læsø: Opgjort fra 2024',
      '[2] Borgere: Alle borgere',
    ]);
    expect(texts(element, '[role=rowheader]')).to.include('Læsø [1]');
  });

  it('go with a copied block, by name and only where its cells use them', async () => {
    const set = citizens([
      { code: 'break', text: both('Ny afgrænsning', 'New'), about: { dimension: 'time', member: '2024' } },
      {
        code: 'island',
        text: both('Opgjort siden 2024', 'New'),
        about: { dimension: 'residence', member: '0825' },
      },
      { code: 'all', text: both('Om alt', 'About all') },
      { code: 'persons', text: both('=Alle\tborgere!', 'All'), about: { measure: 'persons' } },
    ]);
    const persons = set.measures.get('persons')!;
    const flags = new Uint8Array(persons.value.length);
    flags[12] = 1 << FLAGS.indexOf('unreliable');
    const element = await table({
      cellSet: { ...set, measures: new Map([['persons', { ...persons, flags }]]) },
    });
    const copied = (): DataTransfer => {
      const clipboardData = new DataTransfer();
      const how = { clipboardData, bubbles: true, composed: true, cancelable: true };
      element.shadowRoot!.activeElement!.dispatchEvent(new ClipboardEvent('copy', how));
      return clipboardData;
    };
    const notes = (): string[] => copied().getData('text/plain').split('\n\n')[1]!.split('\n');
    all(element, '[tabindex="0"]')[0]!.focus();
    await element.updateComplete;
    await pressKeys('Control+a');
    const everything = [
      'Databrud: tal før og efter kan ikke sammenlignes (2024).',
      'Foreløbige tal (2025).',
      'Usikre tal: de bygger på så få, at tilfældigheder flytter dem meget (Mariagerfjord, 2024, Kvinder).',
      'Borgere kan ikke lægges sammen på tværs af tid.',
      '2024: Ny afgrænsning.',
      'Læsø: Opgjort siden 2024.',
      'Borgere: =Alle borgere!',
    ];
    expect(notes()).to.deep.equal(everything);
    const below = new DOMParser().parseFromString(copied().getData('text/html'), 'text/html');
    const paragraphs = [...below.querySelectorAll('table ~ p')].map(({ textContent }) => textContent);
    expect(paragraphs).to.deep.equal(everything);
    await pressKeys('Escape');
    expect(notes(), 'of the first cell alone').to.deep.equal(['Borgere: =Alle borgere!']);

    flags.fill(1 << FLAGS.indexOf('unreliable'));
    await pressKeys('Control+a');
    const unreliable = notes().find((note) => note.startsWith('Usikre tal'))!;
    const [, names, more] = /flytter dem meget \((.*) og (\d+) til\)\.$/.exec(unreliable)!;
    expect([names!.split('; ').length, Number(more)]).to.deep.equal([20, flags.length - 20]);
  });
});

describe('units in <datakube-pivot-table>', () => {
  it('stand in the header of a measure that does not tell its unit, and a change has its sign', async () => {
    const set = productCellSet([sex], [], {
      persons: () => ({ status: 'published', value: 5 }),
      'persons.growth': (r) => ({ status: 'published', value: r === 0 ? 3.21 : r === 1 ? -0.5 : 0 }),
    });
    const element = await table({ cellSet: set, totals: { rows: 'after' } });
    expect(texts(element, '.leaf')).to.deep.equal(['Borgere', 'Borgere, ændring i procent % [n]']);
    expect(texts(element, '.cell')).to.deep.equal(['5', '+3,2', '5', '-0,5', '5', '0,0']);
    element.decimals = { 'persons.growth': 0 };
    element.measures = ['persons.growth'];
    await element.updateComplete;
    expect(texts(element, '.cell')).to.deep.equal(['+3', '-1', '0']);
    expect(texts(element, '.legend li')[0]).to.equal('Borgere, ændring i procent: %');
  });
});

describe('own members in <datakube-pivot-table>', () => {
  it('have a bar and a word', async () => {
    const element = await table({ own: [{ dimension: 'residence', member: '0846' }] });
    const own = all(element, '.stub[data-own]');
    expect(own.map(({ textContent }) => textContent)).to.deep.equal(['Mariagerfjord din kommune']);
    element.own = [];
    await element.updateComplete;
    expect(all(element, '[data-own], .note').filter((each) => !each.closest('.head'))).to.have.length(0);
  });

  it('are told of in the name of a header that folds', async () => {
    const element = await table({ own: [{ dimension: 'residence', member: '1081' }] });
    const [region] = all(element, '.stub[aria-expanded]');
    expect(region!.getAttribute('aria-label')).to.equal('Region Nordjylland, din region');
  });
});

describe('annotations', () => {
  for (const theme of ['light', 'dark']) {
    it(`have nothing axe objects to: ${theme}`, async () => {
      const element = await table({
        own: [{ dimension: 'residence', member: '0846' }],
        shading: { persons: 'heat' },
      });
      element.parentElement!.setAttribute('data-datakube-theme', theme);
      element.parentElement!.style.background = theme === 'dark' ? '#161a1f' : '#fff';
      await element.updateComplete;
      const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await axe.run(element, { runOnly: tags });
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary ?? ''}`),
      ).to.deep.equal([]);
    });
  }
});
