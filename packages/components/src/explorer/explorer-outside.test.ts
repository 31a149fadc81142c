import { STATUSES, type CellSet, type Query } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { exampleCube } from '../../fixtures/example-cube.ts';
import { deep, find, mountExplorer, said, settled } from '../../fixtures/mount.ts';
import { plainField } from '../state/index.ts';
import type { DatakubeExplorer } from './explorer.ts';
import '../define.ts';

const root = ({ renderRoot }: DatakubeExplorer): ShadowRoot => renderRoot as ShadowRoot;
const open = {
  ...exampleCube,
  outside: { ...exampleCube.outside, ways: ['extend' as const, 'perturb' as const] },
};

/** Inside the release as it is; outside every number has noise. */
const asked: Query[] = [];
const client = exampleClient({
  cube: async () => open,
  query: async (cube, query, options) => {
    asked.push(query);
    const sectors = [...(query.rows ?? []), ...(query.columns ?? [])].some(
      ({ dimension }) => dimension === 'sector',
    );
    const inside = {
      ...query,
      columns: query.columns?.filter(({ dimension }) => dimension !== 'sector') ?? [],
    };
    const answer = await exampleClient().query(cube, inside, options);
    return sectors ? noisy(answer) : answer;
  },
});

function noisy(answer: CellSet): CellSet {
  const measures = [...answer.measures].map(([id, { value, status }]) => {
    const altered = status.map((each) =>
      STATUSES[each] === 'published' ? STATUSES.indexOf('perturbed') : each,
    );
    return [id, { value, status: altered }] as const;
  });
  const notes = [
    { code: 'outside-perturbed', text: { da: 'Intet tal er nøjagtigt.', en: 'No number is exact.' } },
  ];
  return { ...answer, measures: new Map(measures), notes };
}

const fieldOf = (explorer: DatakubeExplorer, name: string): HTMLElement =>
  find(explorer, '.field .name', name).closest('li')!;

describe('what is outside the release, for one who may have more', () => {
  it('is not locked, and the list of fields says what it meets', async () => {
    const explorer = await mountExplorer({ client });
    const field = fieldOf(explorer, 'Sektor');
    expect(field.querySelector('.barred')).to.equal(null);
    expect(field.querySelector('.obstacle')!.textContent).to.equal(
      'Uden for udgivelsen: nøjagtige tal, hvis det kan lade sig gøre, ellers tal med støj',
    );
    expect(fieldOf(explorer, 'Køn').querySelector('.obstacle')).to.equal(null);
  });

  it('is said in its menu, before it is chosen', async () => {
    const explorer = await mountExplorer({ client, lang: 'en' });
    find(explorer, '.field .name', 'Sector').click();
    await settled(explorer);
    const [menu] = deep(root(explorer), '.menu');
    expect(menu!.textContent).to.contain(
      'Outside the release: exact numbers if possible, otherwise numbers with noise.',
    );
    expect(menu!.textContent).to.contain('Add to columns');
  });

  it('is said aloud when it is chosen', async () => {
    const explorer = await mountExplorer({ client });
    find(explorer, '.field .name', 'Sektor').click();
    await settled(explorer);
    find(explorer, '.menu .item', 'Tilføj til kolonner').click();
    await settled(explorer);
    expect(said(explorer)).to.contain('Uden for udgivelsen: nøjagtige tal');
    expect(asked.at(-1)!.columns!.map(({ dimension }) => dimension)).to.contain('sector');
  });

  it('is marked in every cell, in the legend and in words, where it has noise', async () => {
    const explorer = await mountExplorer({ client });
    explorer.state = {
      ...explorer.state!,
      columns: [...explorer.state!.columns, plainField('sector', 'sector')],
    };
    await settled(explorer);
    const cells = deep(root(explorer), '.cell.perturbed');
    expect(cells.length).to.be.greaterThan(5);
    for (const cell of cells) {
      expect(getComputedStyle(cell, '::before').content).to.contain('≈');
      expect(cell.getAttribute('aria-label')).to.match(/: [\d.]+.*, tilfældigt justeret$/);
    }
    expect(deep(root(explorer), '.cell:not(.perturbed, .suppressed)').length).to.equal(0);
    expect(find(explorer, '.legend li', '≈').textContent).to.contain('justeret tilfældigt');
    expect(find(explorer, '.notes').textContent).to.contain('Intet tal er nøjagtigt.');
  });

  it('is told under a chart too', async () => {
    const explorer = await mountExplorer({ client });
    explorer.state = {
      ...explorer.state!,
      view: 'chart',
      columns: [...explorer.state!.columns, plainField('sector', 'sector')],
    };
    await settled(explorer);
    const notices = deep(root(explorer), '.notice').map(({ textContent }) => textContent);
    expect(notices).to.contain(
      'Tallene er justeret tilfældigt af hensyn til diskretion: intet er nøjagtigt.',
    );
  });

  it('is locked as ever for all others', async () => {
    const explorer = await mountExplorer();
    expect(fieldOf(explorer, 'Sektor').querySelector('.barred')).not.to.equal(null);
  });
});
