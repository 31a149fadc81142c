// Compiled with the tests, never run: what a portal writes has types, and what is wrong is an error.
import type {
  CellSelectEvent,
  DatakubeChart,
  DatakubeDeclaration,
  DatakubeErrorEvent,
  DatakubeExplorer,
  DatakubePivotTable,
  DatakubeProvider,
  DatakubeView,
  ExplorerState,
  ProvidedTexts,
  QueryChangeEvent,
} from '@datakube/components';
import type { CellSet, Cube, Query } from '@datakube/contract';
import { createClient, type DatakubeClient, type GetToken } from '@datakube/client';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(...proof: T[]): void => void proof;

// Elements by their names.
const explorer = document.querySelector('datakube-explorer')!;
const table = document.createElement('datakube-pivot-table');
holds<Same<typeof explorer, DatakubeExplorer>>();
holds<Same<typeof table, DatakubePivotTable>>();
holds<Same<HTMLElementTagNameMap['datakube-chart'], DatakubeChart>>();
holds<Same<HTMLElementTagNameMap['datakube-declaration'], DatakubeDeclaration>>();
holds<Same<HTMLElementTagNameMap['datakube-provider'], DatakubeProvider>>();
holds<Same<HTMLElementTagNameMap['datakube-view'], DatakubeView>>();

// Properties.
holds<Same<DatakubeExplorer['cube'], string>>();
holds<Same<DatakubeExplorer['state'], ExplorerState | null>>();
holds<Same<DatakubeExplorer['getToken'], GetToken | undefined>>();
holds<Same<DatakubePivotTable['cellSet'], CellSet | null>>();
holds<Same<DatakubeChart['cube'], Cube | null>>();
holds<Same<DatakubeProvider['client'], DatakubeClient | null>>();
explorer.geometry = { type: 'FeatureCollection', features: [] };
// @ts-expect-error -- one feature is no collection of them
explorer.geometry = { type: 'Feature', properties: null, geometry: null };
explorer.getToken = async () => null;
explorer.getToken = async () => ({ token: 'a.b.c', expiresAt: '2026-11-03T10:00:00Z' });
// @ts-expect-error -- a number is no token
explorer.getToken = async () => 7;
// @ts-expect-error -- the client is the provider's own
document.createElement('datakube-provider').client = createClient({ url: '/' });
// @ts-expect-error -- the property is called `cube`
explorer.cubes = 'sundhedsdata-paa-tvaers';

// Events.
explorer.addEventListener('datakube-query-change', ({ query, state }) => {
  holds<Same<typeof query, Query>>();
  holds<Same<typeof state, ExplorerState>>();
  void [query, state];
});
explorer.addEventListener('datakube-query-change', (_event: QueryChangeEvent) => {});
// @ts-expect-error -- the event is of another kind
explorer.addEventListener('datakube-query-change', (_event: CellSelectEvent) => {});
table.addEventListener('datakube-cell-select', ({ cell }) => {
  holds<Same<typeof cell.value, number | null>>();
  // @ts-expect-error -- a hidden cell has no number
  cell.value.toFixed(0);
});
document.body.addEventListener('datakube-error', ({ code }) => code.startsWith('ERR_'));
document.body.addEventListener('datakube-error', (_event: DatakubeErrorEvent) => {});

// State is plain data: what is kept as text comes back as what it was.
const kept = JSON.parse(JSON.stringify(explorer.state)) as ExplorerState;
explorer.state = { ...kept, view: 'chart', totals: false };
const view = document.createElement('datakube-view');
view.state = kept;
view.state = { rows: [{ dimension: 'residence', level: 'region' }] };
view.addEventListener('datakube-view-change', ({ view: shown }) => shown === 'chart');
// @ts-expect-error -- a link is a text
view.link = kept;
// @ts-expect-error -- there is no such view
explorer.state = { ...kept, view: 'map' };

// Wordings.
const texts: ProvidedTexts = { explorer: { da: { undo: 'Tilbage' } } };
document.createElement('datakube-provider').texts = texts;
// @ts-expect-error -- there is no such text
const unknown: ProvidedTexts = { explorer: { da: { undoo: 'Tilbage' } } };
// @ts-expect-error -- what is said of hidden values is not a page's to word
const hidden: ProvidedTexts = { 'pivot-table': { da: { suppressedMark: '0' } } };
void [unknown, hidden];
