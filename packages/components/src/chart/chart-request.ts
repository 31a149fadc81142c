import { categoryDimensions, chartType, type AnyChartOptions } from '@datakube/charts';
import type { CellSet, ChartType, Cube, Language } from '@datakube/contract';

/** What is drawn, as the properties of the element have it. */
export interface ChartRequest {
  readonly cellSet: CellSet;
  readonly cube: Cube | null;
  readonly measure: string;
  readonly type: ChartType | '';
  readonly reference: boolean;
  readonly highlight: string;
  readonly language: Language;
}

/** The kind of chart that was asked for, or the one that suits the cell set. */
export function chosenType({ cellSet, cube, type, measure }: ChartRequest): ChartType {
  return type || chartType(cellSet, { ...chosenMeasure(measure), timeDimension: timeDimension(cube) });
}

/** Options of the chart, with what the definition of the cube knows: decimals, unit, which order means something. */
export function chartOptions(request: ChartRequest): AnyChartOptions {
  const { cellSet, cube, measure, reference, highlight, language } = request;
  const id = measure || [...cellSet.measures.keys()][0];
  const definition = cube?.measures.find((candidate) => candidate.id === id);
  return {
    ...chosenMeasure(measure),
    ...(highlight ? { highlight } : {}),
    reference,
    language,
    decimals: definition?.decimals ?? 0,
    unit: definition?.unit[language] ?? '',
    timeDimension: timeDimension(cube),
    order: sizeMatters(cellSet, cube) ? 'value' : 'given',
  };
}

function chosenMeasure(measure: string): { measure?: string } {
  return measure ? { measure } : {};
}

function timeDimension(cube: Cube | null): string {
  return cube?.dimensions.find(({ kind }) => kind === 'time')?.id ?? 'time';
}

/** Places and codes are ranked by size. Ages and periods have an order of their own, and so have nested names. */
function sizeMatters(cellSet: CellSet, cube: Cube | null): boolean {
  const [only, ...others] = categoryDimensions(cellSet);
  const kind = cube?.dimensions.find(({ id }) => id === only)?.kind;
  return others.length === 0 && (kind === 'geography' || kind === 'code');
}
