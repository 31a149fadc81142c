import type { CellSet, ChartType } from '@datakube/contract';
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type axeCore from 'axe-core';
import {
  all,
  axis,
  cellSetOf,
  chartedCube,
  chartOf,
  drawn,
  focused,
  member,
  names,
} from '../../fixtures/charted.ts';
import './define.ts';
import type { DatakubeChart } from './chart.ts';
import type { MapGeometry } from '@datakube/charts';

declare const axe: typeof axeCore;

const years = ['2021', '2022', '2023', '2024', '2025'];
const ages = ['0–17', '18–64', '65–79', '80+'];
const north = [
  '0773',
  '0787',
  '0810',
  '0813',
  '0820',
  '0825',
  '0840',
  '0846',
  '0849',
  '0851',
  '0860',
  '0740',
];

/** One value in five is hidden, the second among them. */
function set(rows: CellSet['rows'], columns: CellSet['columns'], measure = 'persons'): CellSet {
  const cells = rows.flatMap((_, row) =>
    columns.map((_column, column) =>
      (row + column) % 5 === 1 ? ('suppressed' as const) : 10 + ((row * 7 + column * 3) % 23),
    ),
  );
  return cellSetOf(rows, columns, cells, { measure });
}

const square = (x: number): MapGeometry['features'][number] => ({
  type: 'Feature',
  properties: { code: north[x]! },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 55],
        [x, 56],
        [x + 1, 56],
        [x + 1, 55],
        [x, 55],
      ],
    ],
  },
});

const places = set(
  north.map((code) => [member('residence', code, `Sted ${code}`)]),
  axis('time', ['2025']),
  'rate',
);
const bySex = set(axis('residence', ['A', 'B', 'C']), axis('sex', ['M', 'K']));
const withTotal = cellSetOf(
  axis('residence', ['A', 'B', 'C']),
  [...axis('sex', ['M', 'K']), [{ ...member('sex', 'total', 'I alt'), level: 'total', kind: 'total' }]],
  [10, 20, 30, 5, 'suppressed', 25, 7, 8, 15],
);
const overTime = set(axis('sex', ['M', 'K']), axis('time', years));
const geometry: MapGeometry = { type: 'FeatureCollection', features: north.map((_, index) => square(index)) };

/** What is drawn, and the names that arrows lead to from the first mark. */
const kinds: readonly (readonly [ChartType, CellSet, readonly string[], Partial<DatakubeChart>?])[] = [
  ['bar', bySex, ['ArrowDown', 'ArrowRight']],
  ['stacked-bar', bySex, ['ArrowDown', 'ArrowRight']],
  ['share-bar', withTotal, ['ArrowDown', 'ArrowRight']],
  ['line', overTime, ['ArrowRight', 'ArrowDown']],
  ['area', overTime, ['ArrowRight', 'ArrowDown']],
  ['pyramid', set(axis('age', ages), axis('sex', ['M', 'K'])), ['ArrowDown', 'ArrowRight']],
  ['heat-map', set(axis('disease', ['x', 'y', 'z']), axis('age', ages), 'rate'), ['ArrowDown', 'ArrowRight']],
  [
    'dot',
    set(axis('residence', ['A', 'B', 'C']), axis('time', ['2024', '2025']), 'rate'),
    ['ArrowDown', 'ArrowRight'],
  ],
  [
    'small-multiples',
    set(axis('residence', [...'ABCDEF']), axis('time', years), 'rate'),
    ['ArrowRight', 'ArrowDown'],
  ],
  ['tile-map', places, ['ArrowRight', 'ArrowDown']],
  ['map', places, ['ArrowRight'], { geometry }],
  ['box', set(axis('residence', [...'ABCDEFGHIJ']), axis('time', ['2024', '2025']), 'rate'), ['ArrowDown']],
];

const place = (chart: DatakubeChart): DOMRect => chart.shadowRoot!.activeElement!.getBoundingClientRect();

for (const [type, cellSet, keys, more] of kinds) {
  describe(`${type} by keyboard`, () => {
    it('is one stop, and arrows lead the way they point', async () => {
      const chart = await chartOf(cellSet, { type, ...more });
      expect(names(chart).length, 'drawn').to.be.greaterThan(1);
      const stops = all(chart, '.mark[tabindex="0"]');
      expect(stops).to.have.length(1);
      stops[0]!.focus();
      for (const key of keys) {
        const [before, from] = [focused(chart), place(chart)];
        await sendKeys({ press: key });
        expect(focused(chart), `${key} from ${before}`).to.not.equal(before);
        const to = place(chart);
        const way = key === 'ArrowRight' ? to.left - from.left : to.top - from.top;
        // Parts of a line or bar may lie beside one another in any order.
        if (MAPS.has(type)) expect(way, `${key} from ${before}`).to.be.greaterThan(0);
      }
      expect(all(chart, '.mark[tabindex="0"]')).to.have.length(1);
    });

    it('leads from what is hidden to why', async () => {
      const chart = await chartOf(cellSet, { type, ...more });
      const hidden = all(chart, '.mark').filter((mark) => / skjult af hensyn/.test(mark.ariaLabel ?? ''));
      if (type !== 'box') expect(hidden.length).to.be.greaterThan(0);
      for (const mark of hidden) {
        expect(mark.matches('.mark:has(.hidden), [data-kind="hidden"]'), mark.ariaLabel ?? '').to.equal(true);
      }
    });

    it('says in the tooltip what is read aloud, and Escape puts it away', async () => {
      const chart = await chartOf(cellSet, { type, ...more });
      const [tip] = all(chart, '.tip');
      const words = (): string => (tip!.textContent ?? '').replace(/\s/g, '');
      for (const mark of all(chart, '.mark').slice(0, 8)) {
        mark.tabIndex = -1;
        mark.focus();
        expect(words()).to.equal(mark.getAttribute('aria-label')!.replace(/: (?!.*: )|\s/g, ''));
      }
      await sendKeys({ press: 'Escape' });
      expect(tip!.hidden).to.equal(true);
      await sendKeys({ press: 't' });
      await drawn(chart);
      expect(chart.showTable).to.equal(true);
    });
  });
}

const MAPS: ReadonlySet<ChartType> = new Set(['tile-map', 'map']);

describe('charts of several kinds', () => {
  const looked: readonly ChartType[] = ['bar', 'line', 'pyramid', 'heat-map', 'tile-map'];

  async function faults(options: axeCore.RunOptions, theme = 'light'): Promise<string[]> {
    const box = document.createElement('main');
    box.dataset['datakubeTheme'] = theme;
    document.body.append(box);
    for (const [type, cellSet] of kinds.filter(([type]) => looked.includes(type))) {
      const chart = document.createElement('datakube-chart');
      Object.assign(chart, { type, cellSet, cube: chartedCube });
      box.append(chart);
      await drawn(chart);
      expect(names(chart).length).to.be.greaterThan(1);
    }
    const { violations } = await axe.run(box, { resultTypes: ['violations'], ...options });
    box.remove();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }
  const contrast: axeCore.RunOptions = { runOnly: ['color-contrast'] };

  it('have no fault that axe finds', async () => {
    expect(await faults({})).to.deep.equal([]);
  });

  it('are read in the dark', async () => {
    expect(await faults(contrast, 'dark')).to.deep.equal([]);
  });

  it('are read in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    expect(await faults(contrast)).to.deep.equal([]);
    await emulateMedia({ forcedColors: 'none' });
  });
});

describe('a map', () => {
  it('is drawn from TopoJSON as from GeoJSON', async () => {
    const topology = {
      type: 'Topology' as const,
      objects: {
        places: {
          type: 'GeometryCollection',
          geometries: north.map((code, index) => ({
            type: 'Polygon',
            properties: { code },
            arcs: [[index]],
          })),
        },
      },
      arcs: north.map((_, x) => square(x).geometry!.coordinates).map((rings) => (rings as number[][][])[0]!),
    };
    const [from, other] = [
      await chartOf(places, { type: 'map', geometry }),
      await chartOf(places, { type: 'map', geometry: topology }),
    ];
    await drawn(other);
    expect(names(other)).to.deep.equal(names(from));
    expect(names(other)).to.have.length(north.length);
  });
});

describe('the own municipality', () => {
  it('stands out where it is drawn', async () => {
    const own = [{ dimension: 'residence', member: 'C' }];
    const chart = await chartOf(set(axis('residence', ['A', 'B', 'C']), axis('time', ['2025']), 'rate'), {
      own,
    });
    expect(all(chart, '.bar.series-1')).to.have.length(1);
    const other = await chartOf(set(axis('residence', ['A', 'B', 'D']), axis('time', ['2025']), 'rate'), {
      own,
    });
    expect(all(other, '.bar.context')).to.have.length(0);
  });
});
