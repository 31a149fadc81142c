import { expect } from '@open-wc/testing';
import type { CellSet, ChartType } from '@datakube/contract';
import {
  axis,
  cellSetOf,
  chartedCube,
  chartOf,
  lines,
  member,
  type CellLike,
} from '../../../fixtures/charted.ts';
import '../define.ts';
import * as drawing from '../drawing.ts';
import type { ChartRequest } from '../chart-request.ts';
import { wrapped } from './lay-out-picture.ts';
import { makePicture, type PictureFormat } from './make-picture.ts';
import { colour } from './paint.ts';
import { svgText } from './svg-text.ts';

const made = new Date('2026-11-21T08:00:00Z');

const requestOf = (cellSet: CellSet, more: Partial<ChartRequest> = {}): ChartRequest => ({
  cellSet,
  cube: chartedCube,
  measure: '',
  type: 'fitting',
  references: [],
  annotations: [],
  highlight: '',
  own: [],
  geometry: null,
  geometryKey: '',
  language: 'da',
  ...more,
});

async function pictureOf(
  format: PictureFormat,
  cellSet: CellSet,
  more: Partial<ChartRequest> = {},
  place?: HTMLElement | DocumentFragment,
): Promise<Blob> {
  const request = requestOf(cellSet, more);
  const choice = drawing.chosen(request);
  const chart = await drawing.loadChart(choice.drawn);
  const element = await chartOf(cellSet);
  const picture = { request, ready: { drawing, choice, chart }, heading: '', subtitle: '', made };
  return makePicture(format, picture, place ?? element.renderRoot);
}

async function svgOf(cellSet: CellSet, more: Partial<ChartRequest> = {}): Promise<Document> {
  const text = await (await pictureOf('svg', cellSet, more)).text();
  return new DOMParser().parseFromString(text, 'image/svg+xml');
}

const texts = (svg: Document): string[] =>
  [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');

describe('a chart as an SVG file', () => {
  it('says what the screen says: title, sentence, legend, source, release, date, and that data are made up', async () => {
    const found = texts(await svgOf(lines)).join('\n');
    for (const said of [
      'Borgere',
      'Kuben',
      '1 værdi er skjult',
      '[skjult] Skjult af hensyn til diskretion',
      'Kilde: Landspatientregisteret',
      'Udgivelse 2026.11-2 · opdateret 3.11.2026',
      'Hentet 21.11.2026',
      'Syntetiske data',
    ])
      expect(found).to.contain(said);
  });

  it('needs nothing from elsewhere: no class, no style sheet, no script, and paint on every shape', async () => {
    const svg = await svgOf(lines);
    expect(svg.querySelector('parsererror')).to.equal(null);
    expect(svg.querySelector('[class], [style], style, script, image, use, [href]')).to.equal(null);
    for (const shape of svg.querySelectorAll('rect, path, circle'))
      expect(shape.hasAttribute('fill')).to.equal(true);
    for (const line of svg.querySelectorAll('line'))
      expect(line.getAttribute('stroke')).to.match(/^#[0-9a-f]{6}$/);
    const own = new Set([...svg.querySelectorAll('pattern')].map(({ id }) => `url(#${id})`));
    const used = [...svg.querySelectorAll('[fill^="url"]')].map((shape) => shape.getAttribute('fill')!);
    expect(used.length).to.equal(2, 'the value and its legend');
    for (const fill of used) expect(own).to.include(fill);
  });

  it('has a record for programs, with no more of what is hidden than how many', async () => {
    const svg = await svgOf(lines);
    const record: unknown = JSON.parse(svg.querySelector('metadata')!.textContent!);
    expect(record).to.deep.equal({
      version: 1,
      cube: 'cube',
      release: { id: '2026.11-2', published: '2026-11-03T10:00:00Z' },
      policy: { method: 'suppress', threshold: 5, zeros: 'published' },
      measure: 'persons',
      chart: 'line',
      values: { shown: 5, hidden: 1, missing: 0, 'not-applicable': 0 },
      synthetic: true,
      tool: { name: 'Datakube', version: '0.1.0' },
      exported: '2026-11-21T08:00:00.000Z',
    });
  });

  it('claims no policy of another release', async () => {
    const older = await svgOf({ ...lines, release: '2026.08-1' });
    const record = JSON.parse(older.querySelector('metadata')!.textContent!) as Record<string, unknown>;
    expect(record['release']).to.deep.equal({ id: '2026.08-1' });
    expect(record).not.to.have.property('policy');
  });

  it('is light, whatever the page is', async () => {
    const element = await chartOf(lines);
    const light = getComputedStyle(element).colorScheme;
    element.parentElement!.dataset['datakubeTheme'] = 'dark';
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(getComputedStyle(element).colorScheme).to.not.equal(light);
    const dark = await pictureOf('svg', lines, {}, element.renderRoot);
    expect(await dark.text()).to.equal(await (await pictureOf('svg', lines)).text());
  });

  it('escapes what is markup, and drops what XML does not allow', async () => {
    const text = svgText({
      tag: 'text',
      attributes: { 'aria-label': '"<a>"' },
      children: [],
      text: '<script>&\u0000\ud800 😀',
    });
    expect(text).to.contain('aria-label="&#34;&#60;a&#62;&#34;"');
    expect(text).to.contain('>&#60;script&#62;&#38; 😀<');
  });
});

describe('a chart as a PNG file', () => {
  it('has two pixels for each of the SVG, and the same record', async () => {
    const blob = await pictureOf('png', lines);
    const image = await createImageBitmap(blob);
    const svg = (await svgOf(lines)).documentElement;
    expect([image.width, image.height]).to.deep.equal([1600, 2 * Number(svg.getAttribute('height'))]);
    const bytes = await blob.text();
    expect(bytes).to.contain('iTXtDatakube');
    expect(bytes).to.contain('"values":{"shown":5,"hidden":1,"missing":0,"not-applicable":0}');
  });

  it('shows what the SVG shows, pixel by pixel but for the edges of letters', async () => {
    const image = new Image();
    const svg = await pictureOf('svg', lines);
    image.src = URL.createObjectURL(svg);
    await image.decode();
    const [ours, theirs] = await Promise.all([
      createImageBitmap(await pictureOf('png', lines)).then(pixels),
      pixels(image, 1600, image.naturalHeight * 2),
    ]);
    let different = 0;
    for (let at = 0; at < ours.length; at += 4) if (Math.abs(ours[at]! - theirs[at]!) > 100) different++;
    expect(different / (ours.length / 4)).to.be.lessThan(0.01);
  });
});

const years = ['2023', '2024', '2025'];
const shapes: readonly (readonly [ChartType, (underneath: number) => CellSet])[] = [
  ['line', (underneath) => set(axis('sex', ['K', 'M']), axis('time', years), underneath)],
  ['bar', (underneath) => set(axis('residence', ['A', 'B', 'C']), axis('disease', ['x', 'y']), underneath)],
  [
    'stacked-bar',
    (underneath) => set(axis('residence', ['A', 'B', 'C']), axis('sex', ['K', 'M']), underneath),
  ],
  ['pyramid', (underneath) => set(axis('age', years), axis('sex', ['K', 'M']), underneath)],
  ['heat-map', (underneath) => set(axis('disease', ['x', 'y']), axis('age', years), underneath)],
  [
    'tile-map',
    (underneath) =>
      set(
        ['0846', '0851', '0825', '0813', '0787', '0773', '0810', '0820', '0840', '0849'].map((code) => [
          member('residence', code),
        ]),
        axis('time', ['2025']),
        underneath,
        'rate',
      ),
  ],
];

function set(
  rows: CellSet['rows'],
  columns: CellSet['columns'],
  underneath: number,
  measure = 'persons',
): CellSet {
  const cells = rows.flatMap((_, row) =>
    columns.map((_column, column): CellLike =>
      (row + column) % 3 === 1 ? 'suppressed' : 10 + row * 7 + column,
    ),
  );
  return cellSetOf(rows, columns, cells, { measure, underneath });
}

describe('what lies in a hidden cell', () => {
  for (const [type, cellSet] of shapes) {
    it(`changes no byte of a picture: ${type}`, async () => {
      for (const format of ['svg', 'png'] as const) {
        const [one, other] = await Promise.all(
          [Number.NaN, 3].map(async (underneath) => {
            const file = await pictureOf(format, cellSet(underneath), { type });
            return [...new Uint8Array(await file.arrayBuffer())].join();
          }),
        );
        expect(one === other, format).to.equal(true);
        expect(one!.length).to.be.greaterThan(2000);
      }
    });
  }
});

describe('the paint of a picture', () => {
  it('is written as every program reads it', () => {
    expect(colour('rgb(15, 84, 153)')).to.equal('#0f5499');
    expect(colour('rgba(0, 0, 0, 0)')).to.equal('none');
    expect(colour('color(srgb 1 0.5 0)')).to.equal('#ff8000');
    expect(colour('url("#hatch")')).to.equal('url(#hatch)');
    expect(colour('none')).to.equal('none');
  });

  it('breaks lines between words alone', () => {
    const measure = (text: string): number => text.length;
    expect(wrapped('et to tre fire', 6, measure)).to.deep.equal(['et to', 'tre', 'fire']);
    expect(wrapped('længere end der er plads til', 4, measure)[0]).to.equal('længere');
    expect(wrapped('', 4, measure)).to.deep.equal([]);
  });
});

function pixels(
  image: ImageBitmap | HTMLImageElement,
  width = image.width,
  height = image.height,
): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d')!;
  pen.drawImage(image, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height).data;
}
