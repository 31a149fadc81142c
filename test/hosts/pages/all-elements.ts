import { createClient } from '@datakube/client';
import '@datakube/components/embed';

// Every element that a page can name, with answers, as a portal would put them on one page.
const cube = 'sundhedsdata-paa-tvaers';
const client = createClient({ url: new URL('/', location.href).href });

document.querySelector('datakube-provider')!.environment = client.url;
const definition = await client.cube(cube);
const columns = [{ dimension: 'time', level: 'year' }];
const [municipalities, regions] = await Promise.all([
  client.query(cube, {
    measures: ['persons'],
    rows: [{ dimension: 'residence', level: 'municipality', parents: true }],
    columns,
    totals: true,
  }),
  client.query(cube, { measures: ['persons'], rows: [{ dimension: 'residence', level: 'region' }], columns }),
]);

const table = document.querySelector('datakube-pivot-table')!;
table.measureInfo = definition.measures;
table.dimensionInfo = definition.dimensions;
table.cellSet = municipalities;

const chart = document.querySelector('datakube-chart')!;
chart.cube = definition;
chart.cellSet = regions;
chart.type = 'bar';

const declaration = document.querySelector('datakube-declaration')!;
declaration.declaration = definition.declaration;
declaration.open = true;
