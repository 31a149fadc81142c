import { expect } from '@open-wc/testing';
import { exampleClient } from '../../fixtures/example-client.ts';
import { deep, find, mountExplorer, settled, title } from '../../fixtures/mount.ts';
import type { Query } from '@datakube/contract';
import { QueryChangeEvent } from '../events/query-change-event.ts';
import '../define.ts';

/** A client that writes down what it was asked. */
function listening(): { client: ReturnType<typeof exampleClient>; asked: Query[] } {
  const asked: Query[] = [];
  const plain = exampleClient();
  return {
    asked,
    client: exampleClient({
      query: (cube, query, options) => {
        asked.push(query);
        return plain.query(cube, query, options);
      },
    }),
  };
}

describe('datakube-explorer', () => {
  it('asks for a good first table and says in words what it is', async () => {
    const { client, asked } = listening();
    const explorer = await mountExplorer({ client });
    expect(title(explorer)).to.equal('Borgere efter kommune og år');
    expect(asked).to.deep.equal([
      {
        measures: ['persons'],
        rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
        columns: [{ dimension: 'time', level: 'year' }],
        totals: true,
      },
    ]);
    expect(explorer.renderRoot.querySelector('datakube-pivot-table')?.cellSet?.rows.length).to.equal(104);
  });

  it('marks a field that cannot be added, with the reason, before it is tried', async () => {
    const explorer = await mountExplorer();
    const obstacles = deep(explorer.renderRoot as ShadowRoot, '.obstacle').map(
      ({ textContent }) => textContent,
    );
    expect(obstacles).to.deep.equal([
      'Ikke sammen med bopæl',
      'Kræver bopæl på region',
      'Kræver bopæl på region',
    ]);
  });

  it('offers the nearest table that can hold such a field', async () => {
    const { client, asked } = listening();
    const explorer = await mountExplorer({ client });
    find(explorer, '.name', 'Sektor').click();
    await settled(explorer);
    find(explorer, '[role=menuitem]', 'Tilføj, og vis bopæl på region').click();
    await settled(explorer);
    expect(asked.at(-1)).to.deep.equal({
      measures: ['persons'],
      rows: [{ dimension: 'residence', level: 'region', parents: true }],
      columns: [
        { dimension: 'time', level: 'year' },
        { dimension: 'sector', level: 'sector' },
      ],
      totals: true,
    });
    expect(deep(explorer.renderRoot as ShadowRoot, 'datakube-state-panel')).to.have.length(0);
  });

  it('filters by members found in the search of fields', async () => {
    const { client, asked } = listening();
    const explorer = await mountExplorer({ client });
    const search = find(explorer, 'input[type=search]', 'Søg i felter') as HTMLInputElement;
    search.value = 'aalb';
    search.dispatchEvent(new Event('input'));
    await settled(explorer);
    find(explorer, '.level', 'Aalborg').click();
    await settled(explorer);
    expect(asked.at(-1)?.filters).to.deep.equal([{ dimension: 'residence', members: ['0851'] }]);
    expect(title(explorer)).to.equal('Borgere efter kommune og år: Aalborg');
  });

  it('finds a field by a synonym', async () => {
    const explorer = await mountExplorer();
    const search = find(explorer, 'input[type=search]', 'Søg i felter') as HTMLInputElement;
    search.value = 'ruks';
    search.dispatchEvent(new Event('input'));
    await settled(explorer);
    expect(deep(explorer.renderRoot as ShadowRoot, '.name .words').map((e) => e.textContent)).to.deep.equal([
      'Kronisk sygdom',
    ]);
  });

  it('tells the page what the user does, and only that', async () => {
    const explorer = await mountExplorer();
    const heard: string[] = [];
    explorer.addEventListener('datakube-query-change', (event) =>
      heard.push(`${event.query.rows?.[0]?.dimension}`),
    );
    explorer.addEventListener('datakube-view-change', (event) => heard.push(event.view));
    find(explorer, 'button', 'Byt om').click();
    find(explorer, 'button', 'Diagram').click();
    await settled(explorer);
    expect(heard).to.deep.equal(['time', 'chart']);
    explorer.state = { ...explorer.state!, view: 'table', totals: false };
    await settled(explorer);
    expect(heard).to.have.length(2);
    expect(QueryChangeEvent.eventName).to.equal('datakube-query-change');
  });

  it('gives its state as plain data and takes it back', async () => {
    const explorer = await mountExplorer();
    const state = structuredClone(explorer.state!);
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    expect(explorer.state).not.to.deep.equal(state);
    explorer.state = state;
    await settled(explorer);
    expect(title(explorer)).to.equal('Borgere efter kommune og år');
  });

  it('takes a state that is set before the cube is known', async () => {
    const { client, asked } = listening();
    const explorer = document.createElement('datakube-explorer');
    const first = (await mountExplorer()).state!;
    explorer.state = { ...first, measures: ['contacts'] };
    const parent = document.querySelector('[data-mounted]')!;
    parent.addEventListener(
      'context-request',
      (event) => {
        event.stopImmediatePropagation();
        (event as unknown as { callback: (c: unknown) => void }).callback(client);
      },
      { capture: true },
    );
    explorer.cube = 'sundhedsdata-paa-tvaers';
    parent.replaceChildren(explorer);
    await settled(explorer);
    expect(asked.map(({ measures }) => measures)).to.deep.equal([['contacts']]);
  });

  it('takes a state that a page has set before the element was known', async () => {
    const { state, parentElement: parent } = await mountExplorer();
    const explorer = document.createElement('datakube-explorer');
    explorer.cube = 'sundhedsdata-paa-tvaers';
    // As a page leaves it on an element that no class stands behind yet.
    const value = { ...state!, measures: ['contacts'] };
    Object.defineProperty(explorer, 'state', { value, configurable: true, enumerable: true, writable: true });
    parent!.replaceChildren(explorer);
    await settled(explorer);
    expect(explorer.state!.measures).to.deep.equal(['contacts']);
    expect(title(explorer)).to.contain('Kontakter');
  });

  it('draws a chart of the same answer without asking again', async () => {
    const { client, asked } = listening();
    const explorer = await mountExplorer({ client });
    find(explorer, 'button', 'Diagram').click();
    await settled(explorer);
    expect(explorer.renderRoot.querySelector('datakube-chart')?.cellSet?.rows.length).to.equal(104);
    expect(asked).to.have.length(1);
  });

  it('speaks English where the page does', async () => {
    const explorer = await mountExplorer({ lang: 'en' });
    expect(title(explorer)).to.equal('Citizens by municipality and year');
    expect(
      find(explorer, '.chip', 'Residence · region › municipality, place 1 of 1 in rows').isConnected,
    ).to.equal(true);
  });
});
