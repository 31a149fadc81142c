import { barChart, chartStyles, heatMapChart, smallMultiplesChart } from '@datakube/charts';
import { drawByHand } from './chart-baseline.ts';
import { cellSets, type Drawn } from './chart-cells.ts';
import { textMeasure } from '../src/chart/text-measure.ts';

export type Side = 'baseline' | 'chart';

const options = { width: 900, decimals: 1, order: 'given', measureText: textMeasure(document.body) } as const;

const draw: Readonly<Record<Drawn, () => SVGSVGElement>> = {
  bars: () => barChart(cellSets.bars, options),
  panels: () => smallMultiplesChart(cellSets.panels, options),
  'heat-map': () => heatMapChart(cellSets['heat-map'], options),
};

const sheet = new CSSStyleSheet();
sheet.replaceSync(chartStyles);
document.adoptedStyleSheets = [sheet];
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Draws a number of times, each until the frame after it is on the screen. */
async function repeat(side: Side, what: Drawn, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const drawing = side === 'chart' ? draw[what]() : drawByHand(what, cellSets[what]);
    document.body.replaceChildren(drawing);
    await frame();
    await frame();
  }
}

/** Marks, and how much is drawn and written with them. */
function drawn(): { readonly marks: number; readonly shapes: number; readonly texts: number } {
  const count = (selector: string): number => document.querySelectorAll(selector).length;
  return { marks: count('.mark'), shapes: count('rect, path, line'), texts: count('text') };
}

const bench = { repeat, drawn };
export type ChartBench = typeof bench;
Object.assign(globalThis, { bench });
