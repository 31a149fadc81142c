import type { CellSet, ChartType } from '@datakube/contract';
import { legendOf, type LegendEntry } from './chart-legend.ts';
import type { ChartOptions } from './chart-options.ts';
import { tableOf, type ChartTable } from './chart-table.ts';
import type { ChartModel } from './model/chart-model.ts';
import { writingOf } from './model/read-cell-set.ts';
import { noticesOf } from './notices.ts';
import { drawChart } from './scene/draw.ts';
import type { Shape } from './scene/shape.ts';
import type { Writing } from './words.ts';

/**
 * A kind of chart: a function from a cell set to a drawing, and what is said of it in words. All of it is made from
 * what is shown; a hidden value has nothing but its being hidden.
 *
 * @example
 * ```ts
 * element.replaceChildren(barChart(cellSet, { width: element.clientWidth }));
 * caption.textContent = barChart.describe(cellSet);
 * ```
 */
export interface Chart<Options extends ChartOptions = ChartOptions> {
  (cellSet: CellSet, options?: Options): SVGSVGElement;
  readonly type: ChartType;
  /** Which way the categories run, for the arrow keys: `down` where they stand below one another, `around` as on a map. */
  readonly walk: 'across' | 'down' | 'around';
  /** The drawing as plain data, without a document. */
  scene(cellSet: CellSet, options?: Options): Shape;
  /** One sentence on what the chart shows, and how many values are hidden. */
  describe(cellSet: CellSet, options?: Options): string;
  /** The marks that must be explained: hatch, letters, lines to compare with, remarks of the page. */
  legend(cellSet: CellSet, options?: Options): LegendEntry[];
  /** The values of the chart as a table: the same cells, in the same order. */
  table(cellSet: CellSet, options?: Options): ChartTable;
  /** What the reader must know: numbers that are not exact, and what is left out. */
  notices(cellSet: CellSet, options?: Options): string[];
}

/** What makes a kind of chart. What is left out is as for all: legend, table and notices of its model. */
export interface ChartParts<Options extends ChartOptions, Model extends ChartModel = ChartModel> {
  readonly type: ChartType;
  readonly walk: 'across' | 'down' | 'around';
  readonly model: (cellSet: CellSet, options: Options) => Model;
  readonly scene: (cellSet: CellSet, options: Options) => Shape;
  readonly sentence: (model: Model, writing: Writing, options: Options) => string;
  readonly legend?: (model: Model, writing: Writing, options: Options) => LegendEntry[];
  readonly table?: (model: Model, writing: Writing, options: Options) => ChartTable;
  readonly notices?: (cellSet: CellSet, model: Model, options: Options) => string[];
}

/** Makes a kind of chart of its parts. */
export function defineChart<Options extends ChartOptions, Model extends ChartModel = ChartModel>(
  parts: ChartParts<Options, Model>,
): Chart<Options> {
  const {
    type,
    walk,
    model,
    scene,
    sentence,
    legend = legendOf,
    table = tableOf,
    notices = noticesOf,
  } = parts;
  const none = {} as Options;
  const draw = (cellSet: CellSet, options = none): SVGSVGElement => drawChart(scene(cellSet, options));
  return Object.assign(draw, {
    type,
    walk,
    scene: (cellSet: CellSet, options = none) => scene(cellSet, options),
    describe: (cellSet: CellSet, options = none) =>
      sentence(model(cellSet, options), writingOf(options), options),
    legend: (cellSet: CellSet, options = none) =>
      legend(model(cellSet, options), writingOf(options), options),
    table: (cellSet: CellSet, options = none) => table(model(cellSet, options), writingOf(options), options),
    notices: (cellSet: CellSet, options = none) => notices(cellSet, model(cellSet, options), options),
  });
}
