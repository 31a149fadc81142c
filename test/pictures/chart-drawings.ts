import { chartStyles, loadChart, type AnyChartOptions, type Shape } from '@datakube/charts';
import { CHART_TYPES, type CellSet, type ChartType } from '@datakube/contract';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { citizensByAge, diseasesByAge } from '../../stories/fixtures/ages.ts';
import { madeUpBorders } from '../../stories/fixtures/borders.ts';
import { personsByMunicipalityAndSex } from '../../stories/fixtures/cell-sets.ts';
import {
  copdByMunicipality,
  copdByRegion,
  copdInTwoYears,
  ratesByMunicipality,
} from '../../stories/fixtures/places.ts';
import { specialistsByKind, specialistsByKindWithTotal } from '../../stories/fixtures/specialists.ts';
import { contactsBySector, municipalitiesOverTime, ownAgainstRegion } from '../../stories/fixtures/years.ts';

interface Drawn {
  readonly cellSet: CellSet;
  readonly options?: AnyChartOptions;
}

/** What each kind of chart is drawn from. */
const drawn: Readonly<Record<ChartType, Drawn>> = {
  bar: { cellSet: personsByMunicipalityAndSex },
  'stacked-bar': { cellSet: specialistsByKind },
  'share-bar': { cellSet: specialistsByKindWithTotal },
  line: { cellSet: ownAgainstRegion, options: { highlight: '0846' } },
  area: { cellSet: contactsBySector },
  pyramid: { cellSet: citizensByAge },
  'heat-map': { cellSet: diseasesByAge },
  dot: { cellSet: copdInTwoYears, options: { highlight: '0846' } },
  'small-multiples': { cellSet: municipalitiesOverTime },
  'tile-map': { cellSet: copdByMunicipality, options: { highlight: '0846', width: 1000 } },
  map: {
    cellSet: ratesByMunicipality,
    options: { geometry: madeUpBorders, geometryKey: 'kommunekode', highlight: '0846' },
  },
  box: { cellSet: copdByRegion, options: { highlight: '0846' } },
};

/** The file of a kind of chart. */
export function drawingFile(type: ChartType): string {
  return fileURLToPath(new URL(`./charts/${type}.svg`, import.meta.url));
}

/** A kind of chart as a file that any browser shows, a line for each mark, the same on every machine. */
export async function drawingOf(type: ChartType): Promise<string> {
  const { cellSet, options } = drawn[type];
  const chart = await loadChart(type);
  const { attributes, children, ...scene } = chart.scene(cellSet, { decimals: 1, ...options, id: type });
  const named = {
    ...attributes,
    xmlns: 'http://www.w3.org/2000/svg',
    style: 'font-family: Arial, sans-serif',
  };
  return `${markup({ ...scene, attributes: named, children }, '', `<style>${chartStyles}</style>`)}\n`;
}

/** Keeps all as they are now. */
export async function acceptDrawings(): Promise<void> {
  mkdirSync(new URL('./charts/', import.meta.url), { recursive: true });
  for (const type of CHART_TYPES) writeFileSync(drawingFile(type), await drawingOf(type));
}

function markup({ tag, attributes, text, children }: Shape, indent: string, first = ''): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const open = `${indent}<${tag}${named.join('')}`;
  if (first === '' && text === '' && children.length === 0) return `${open}/>`;
  if (children.length === 0) return `${open}>${escaped(text)}</${tag}>`;
  const inside = children.map((child) => markup(child, `${indent} `));
  return [`${open}>${first}`, ...inside, `${indent}</${tag}>`].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
}
