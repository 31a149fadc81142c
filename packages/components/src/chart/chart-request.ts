import {
  categoryDimensions,
  fittingChart,
  misfit,
  type Annotation,
  type AnyChartOptions,
  type ChartFacts,
  type MapGeometry,
  type Misfit,
  type Reference,
} from '@datakube/charts';
import {
  isChartType,
  readReference,
  type CellSet,
  type ChartType,
  type Cube,
  type DimensionKind,
  type Language,
} from '@datakube/contract';
import { featuresOf, type ChartGeometry } from './geometry/chart-geometry.ts';

/** A member that is the user's own, as their municipality. */
export interface OwnMember {
  readonly dimension: string;
  readonly member: string;
}

/** What is drawn, as the properties of the element have it. */
export interface ChartRequest {
  readonly cellSet: CellSet;
  readonly cube: Cube | null;
  readonly measure: string;
  readonly type: string;
  readonly references: readonly Reference[];
  readonly annotations: readonly Annotation[];
  readonly highlight: string;
  readonly own: readonly OwnMember[];
  readonly geometry: ChartGeometry | null;
  readonly geometryKey: string;
  readonly language: Language;
}

/** Which kind of chart is asked for, which is drawn, and why it is another where it is. */
export interface Choice {
  readonly asked: ChartType | 'fitting';
  /** Why the one that is asked for is not drawn. */
  readonly misfit: Misfit | null;
  readonly drawn: ChartType;
}

/** The kind of chart that was asked for; the one that suits where none was, or where that one would mislead. */
export function chosen(request: ChartRequest): Choice {
  const facts = factsOf(request);
  if (!isChartType(request.type)) {
    return { asked: 'fitting', misfit: null, drawn: fittingChart(request.cellSet, facts) };
  }
  const found = misfit(request.cellSet, request.type, facts);
  return { asked: request.type, misfit: found, drawn: found?.better ?? request.type };
}

/** What the definition of the cube says of what is drawn. */
export function factsOf(request: ChartRequest): ChartFacts {
  const { cube, geometry } = request;
  const { measure } = readReference(drawnMeasure(request));
  const definition = cube?.measures.find(({ id }) => id === measure);
  return {
    measure: drawnMeasure(request),
    ...(definition ? { kind: definition.kind, additiveOver: definition.additiveOver } : {}),
    ...(cube ? { dimensions: Object.fromEntries(cube.dimensions.map(({ id, kind }) => [id, kind])) } : {}),
    geometry: geometry !== null,
  };
}

/** Options of the chart, with what the definition of the cube knows: decimals, unit, which order means something. */
export function chartOptions(request: ChartRequest): AnyChartOptions {
  const { cellSet, cube, references, annotations, language } = request;
  const definition = measureOf(request);
  const highlight = highlighted(request);
  const standing = (wanted: DimensionKind): string | undefined =>
    cube?.dimensions.find(({ kind, id }) => kind === wanted && stands(cellSet, id))?.id;
  const [ages, places] = [standing('age'), standing('geography')];
  return {
    measure: drawnMeasure(request),
    ...(highlight ? { highlight } : {}),
    ...(references.length > 0 ? { references } : {}),
    ...(annotations.length > 0 ? { annotations } : {}),
    ...bordersOf(request),
    ...(ages ? { ageDimension: ages } : {}),
    ...(places ? { memberDimension: places } : {}),
    language,
    decimals: definition?.decimals ?? 0,
    unit: definition?.unit[language] ?? '',
    timeDimension: cube?.dimensions.find(({ kind }) => kind === 'time')?.id ?? 'time',
    order: sizeMatters(cellSet, cube) ? 'value' : 'given',
  };
}

/** The measure that is drawn: the one that is asked for, or the first. */
export function drawnMeasure({ cellSet, measure }: ChartRequest): string {
  return measure || ([...cellSet.measures.keys()][0] ?? '');
}

/** The definition of the measure that is drawn, where a cube is given that has it. */
export function measureOf(request: ChartRequest): Cube['measures'][number] | undefined {
  const id = drawnMeasure(request);
  return request.cube?.measures.find((candidate) => candidate.id === id);
}

/** The member that stands out: the one the page names, or the user's own where the chart has it. */
function highlighted({ cellSet, highlight, own }: ChartRequest): string {
  if (highlight) return highlight;
  const there = own.find(({ dimension, member }) =>
    [...cellSet.rows, ...cellSet.columns].some((tuple) =>
      tuple.some((entry) => entry.dimension === dimension && entry.code === member),
    ),
  );
  return there?.member ?? '';
}

function bordersOf({ geometry, geometryKey }: ChartRequest): {
  readonly geometry?: MapGeometry;
  readonly geometryKey?: string;
} {
  const features = geometry && featuresOf(geometry);
  return features ? { geometry: features, ...(geometryKey ? { geometryKey } : {}) } : {};
}

function stands({ rows, columns }: CellSet, dimension: string): boolean {
  return [rows[0], columns[0]].some((tuple) => tuple?.some((entry) => entry.dimension === dimension));
}

/** Places and codes are ranked by size. Ages and periods have an order of their own, and so have nested names. */
function sizeMatters(cellSet: CellSet, cube: Cube | null): boolean {
  const [only, ...others] = categoryDimensions(cellSet);
  const kind = cube?.dimensions.find(({ id }) => id === only)?.kind;
  return others.length === 0 && (kind === 'geography' || kind === 'code');
}
