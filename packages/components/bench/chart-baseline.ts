import { STATUSES, type CellSet } from '@datakube/contract';
import type { Drawn } from './chart-cells.ts';

const namespace = 'http://www.w3.org/2000/svg';
const WIDTH = 900;
const format = new Intl.NumberFormat('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hidden = STATUSES.indexOf('suppressed');

type Numbers = Readonly<Record<string, string | number>>;

function add(parent: Element, tag: string, attributes: Numbers, text = ''): Element {
  const element = document.createElementNS(namespace, tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  if (text !== '') element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * The least code that draws the same marks: as many shapes that are seen, and the same names and areas for those who
 * point at them or hear them. No ticks, no measured widths, no fitted names, no order, no sentence.
 */
export function drawByHand(what: Drawn, cellSet: CellSet): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('font-size', '12');
  const pattern = add(add(svg, 'defs', {}), 'pattern', {
    id: 'h',
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
  });
  add(pattern, 'line', { x1: 0, y1: 0, x2: 6, y2: 6, stroke: '#767f88' });
  const list = add(svg, 'g', { role: 'list' });
  svg.setAttribute('height', String(DRAW[what](svg, list, cellSet)));
  return svg;
}

interface Cell {
  readonly value: number;
  readonly isHidden: boolean;
  readonly words: string;
}

function reader({ measures, columns }: CellSet): (row: number, column: number) => Cell {
  const { value, status } = [...measures.values()][0]!;
  return (row, column) => {
    const at = row * columns.length + column;
    const isHidden = status[at] === hidden;
    return { value: value[at]!, isHidden, words: isHidden ? '[skjult]' : format.format(value[at]!) };
  };
}

/** A mark with its name and its area, which is what is seen where that is large enough. */
function mark(list: Element, label: string, area: Numbers, fill = 'transparent'): Element {
  const group = add(list, 'g', { class: 'mark', role: 'listitem', 'aria-label': label });
  add(group, 'rect', { ...area, fill });
  return group;
}

const greatest = (cellSet: CellSet): number =>
  [...cellSet.measures.values()][0]!.value.reduce((most, value) => (value > most ? value : most), 0);

const DRAW: Readonly<Record<Drawn, (svg: Element, list: Element, cellSet: CellSet) => number>> = {
  bars(svg, list, cellSet) {
    const at = reader(cellSet);
    const scale = (WIDTH - 200) / greatest(cellSet);
    cellSet.rows.forEach(([name], row) => {
      const y = row * 40;
      add(svg, 'text', { x: 110, y: y + 20, 'text-anchor': 'end' }, name!.label);
      cellSet.columns.forEach(([series], column) => {
        const { value, isHidden, words } = at(row, column);
        const place = { x: 120, y: y + column * 16, height: 14 };
        const group = mark(list, `${name!.label}, ${series!.label}: ${words}`, {
          ...place,
          width: WIDTH - 120,
        });
        const width = isHidden ? 34 : value * scale;
        add(group, 'rect', { ...place, width, fill: isHidden ? 'url(#h)' : column ? '#d5761d' : '#0f5499' });
        add(group, 'text', { x: 126 + width, y: place.y + 11 }, words);
      });
    });
    return cellSet.rows.length * 40;
  },
  panels(svg, list, cellSet) {
    const at = reader(cellSet);
    const [across, wide, high] = [5, WIDTH / 5, 90];
    const [step, scale] = [(wide - 60) / cellSet.columns.length, 50 / greatest(cellSet)];
    cellSet.rows.forEach(([name], row) => {
      const [left, top] = [(row % across) * wide, Math.floor(row / across) * high];
      add(svg, 'text', { x: left, y: top + 12 }, name!.label);
      add(svg, 'line', { x1: left, x2: left + wide - 20, y1: top + 75, y2: top + 75, stroke: '#767f88' });
      let [line, begun] = ['', false];
      cellSet.columns.forEach(([period], column) => {
        const { value, isHidden, words } = at(row, column);
        const x = left + column * step;
        mark(list, `${name!.label}, ${period!.label}: ${words}`, { x, y: top + 15, width: step, height: 60 });
        if (isHidden) add(svg, 'rect', { x, y: top + 69, width: step, height: 6, fill: 'url(#h)' });
        else line += `${begun ? 'L' : 'M'}${x.toFixed(1)},${(top + 70 - value * scale).toFixed(1)}`;
        begun = !isHidden;
      });
      add(svg, 'path', { d: line, fill: 'none', stroke: '#0f5499' });
      add(svg, 'text', { x: left + wide - 55, y: top + 40 }, at(row, cellSet.columns.length - 1).words);
    });
    return Math.ceil(cellSet.rows.length / across) * high;
  },
  'heat-map'(svg, list, cellSet) {
    const at = reader(cellSet);
    const most = greatest(cellSet);
    const wide = (WIDTH - 120) / cellSet.columns.length;
    cellSet.columns.forEach(([name], column) =>
      add(svg, 'text', { x: 120 + column * wide, y: 12 }, name!.label),
    );
    cellSet.rows.forEach(([name], row) => {
      const y = 20 + row * 26;
      add(svg, 'text', { x: 110, y: y + 16, 'text-anchor': 'end' }, name!.label);
      cellSet.columns.forEach(([across], column) => {
        const { value, isHidden, words } = at(row, column);
        const place = { x: 120 + column * wide, y, width: wide - 2, height: 24 };
        const step = STEPS[Math.min(4, Math.floor((value / most) * 5))]!;
        const fill = isHidden ? 'url(#h)' : step;
        const group = mark(list, `${name!.label}, ${across!.label}: ${words}`, place, fill);
        if (!isHidden)
          add(group, 'text', { x: place.x + wide / 2, y: y + 16, 'text-anchor': 'middle' }, words);
      });
    });
    return 20 + cellSet.rows.length * 26;
  },
};

const STEPS = ['#e4f0fe', '#afd3fd', '#71abeb', '#326fb0', '#03437c'];
