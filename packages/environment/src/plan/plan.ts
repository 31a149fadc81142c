import type { MeasureDefinition, Note, Query, Way } from '@datakube/contract';
import type { CubeModel } from '../cubes/cube-model.ts';
import { Refusal } from '../problem/refusal.ts';
import type { ReleaseManifest } from '../release/release-store.ts';
import { allowsForm } from '../outside/admission.ts';
import { type Grain, grainOf } from '../outside/grain.ts';
import { comparedFrame } from '../derive/compared-frame.ts';
import { type Axes, type Frame, frameOf, readsOf } from '../derive/frame.ts';
import { addsUp } from './additivity.ts';
import { type AxisDimension, axisPositions } from './axis-positions.ts';
import { chooseCuboid } from './choose-cuboid.ts';
import { costliestChoice } from './chosen-positions.ts';
import { notesOf } from './notes.ts';
import { rankingAxes } from './ranking-axes.ts';
import type { AskedMeasure } from './resolve-measures.ts';
import { resolveQuery } from './resolve-query.ts';
import type { ResolvedFilter } from './resolved-query.ts';

/** What an answer may cost. */
export interface PlanLimits {
  /** Numbers in an answer: rows × columns × measures. */
  readonly cells: number;
}

/** Where an answer is cut from. */
export type PlanSource =
  /** A cuboid of the release, by its position in the manifest. */
  | { readonly kind: 'released'; readonly cuboid: number }
  /** A cuboid that is in no release, by one of the ways, which are tried in this order. */
  | { readonly kind: 'outside'; readonly grain: Grain; readonly ways: readonly Way[] };

/** How a query is answered: from which cuboid, and what stands where, or is to be chosen from. */
export interface Plan {
  readonly cube: CubeModel;
  readonly measures: readonly AskedMeasure[];
  readonly rows: readonly AxisDimension[];
  readonly columns: readonly AxisDimension[];
  readonly filters: readonly ResolvedFilter[];
  /** Of the answer, once the greatest are chosen. */
  readonly size: { readonly rows: number; readonly columns: number };
  readonly source: PlanSource;
  readonly notes: readonly Note[];
}

/** Cells of a cuboid read for one of the answer, on average, at most: unions must not cost without bound. */
const READS_PER_CELL = 10;

/**
 * Maps a query to a slice of the smallest released cuboid that holds it, or of one outside the release. Reads
 * nothing but the definition and the list of cuboids, so a refusal says nothing about the numbers.
 *
 * @param ways outside the release that are open to the user; none by default
 * @throws Refusal `ERR_QUERY_INVALID`, `ERR_QUERY_NOT_ADDITIVE`, `ERR_QUERY_TOO_LARGE`, `ERR_NOT_RELEASABLE`
 */
export function makePlan(
  query: Query,
  cube: CubeModel,
  manifest: Pick<ReleaseManifest, 'cuboids'>,
  limits: PlanLimits,
  ways: readonly Way[] = [],
): Plan {
  const resolved = resolveQuery(query, cube);
  const { measures, filters, totals } = resolved;
  const rows = resolved.rows.map((entry) => axisPositions(entry, totals));
  const columns = resolved.columns.map((entry) => axisPositions(entry, totals));
  const axes = { rows, columns, filters };
  const chosen = { rows: rows.map(costliestChoice), columns: columns.map(costliestChoice), filters };
  const size = { rows: lengthOf(chosen.rows), columns: lengthOf(chosen.columns) };
  const tops = [...rows, ...columns].flatMap((axis) => (axis.top ? { axis, top: axis.top } : []));
  const byMeasures = tops.map(({ top }) => top.by.measure);
  checkAddsUp(cube, [...new Set(measures.map(({ measure }) => measure))], filters);
  for (const measure of byMeasures) checkAddsUp(cube, [measure], filters);
  const ranking = tops.flatMap(({ axis, top }) => framesOf([top.by], rankingAxes(cube, axes, axis, top)));
  checkSize(size, measures.length, limits, readsIn([...framesOf(measures, chosen), ...ranking]));
  const source = chooseSource(depthsOf(framesOf(measures, axes)), cube, manifest, ways);
  const notes = notesOf(cube.definition, measures, axes);
  return { cube, measures, rows, columns, filters, size, source, notes };
}

function chooseSource(
  depths: ReadonlyMap<string, number>,
  cube: CubeModel,
  manifest: Pick<ReleaseManifest, 'cuboids'>,
  ways: readonly Way[],
): PlanSource {
  const cuboid = chooseCuboid(depths, cube, manifest);
  if (cuboid !== undefined) return { kind: 'released', cuboid };
  const grain = grainOf(cube, depths);
  const allowed = ways.filter((way) => allowsForm(grain, way));
  if (allowed.length === 0) throw notReleased();
  return { kind: 'outside', grain, ways: allowed };
}

/** The refusal of a combination that is not shown. */
export function notReleased(): Refusal {
  return new Refusal('ERR_NOT_RELEASABLE', { detail: NOT_RELEASED });
}

/** The same words whatever the reason: a refusal must not tell a sparse combination from an undeclared one. */
const NOT_RELEASED = {
  da: 'Kombinationen er for fin til at blive vist. Vælg et grovere niveau eller færre inddelinger.',
  en: 'This combination is too fine to be shown. Choose a coarser level or fewer breakdowns.',
};

function lengthOf(axis: readonly AxisDimension[]): number {
  return axis.reduce((length, { positions }) => length * positions.length, 1);
}

/** What is read for each measure: its own cells, and those it is compared with. */
function framesOf(measures: readonly AskedMeasure[], axes: Axes): Frame[] {
  return measures.flatMap(({ derivation }) =>
    derivation === null ? [frameOf(axes)] : [frameOf(axes), comparedFrame(derivation, axes)],
  );
}

/** Cells of the cuboid that are read. */
function readsIn(frames: readonly Frame[]): number {
  return frames.reduce((sum, frame) => sum + readsOf(frame), 0);
}

function checkAddsUp(
  cube: CubeModel,
  measures: readonly MeasureDefinition[],
  filters: readonly ResolvedFilter[],
): void {
  const adds = (measure: MeasureDefinition): boolean =>
    filters.every(({ dimension, nodes }) => addsUp(cube.definition, measure, dimension, nodes));
  if (measures.some(adds)) return;
  const names = filters
    .filter(({ dimension, nodes }) =>
      measures.some((measure) => !addsUp(cube.definition, measure, dimension, nodes)),
    )
    .map(({ dimension }) => dimension.definition.name);
  throw new Refusal('ERR_QUERY_NOT_ADDITIVE', {
    detail: {
      da: `Flere valg under ${names.map(({ da }) => da).join(', ')} kan ikke lægges sammen for det, du tæller.`,
      en: `Several choices under ${names.map(({ en }) => en).join(', ')} do not add up for what you count.`,
    },
  });
}

function checkSize(size: Plan['size'], measures: number, limits: PlanLimits, reads: number): void {
  const cells = size.rows * size.columns * measures;
  if (cells <= limits.cells && reads <= limits.cells * READS_PER_CELL) return;
  const figure = Math.max(cells, Math.ceil(reads / READS_PER_CELL));
  const [da, en] = ['da-DK', 'en-GB'].map((locale) => new Intl.NumberFormat(locale));
  throw new Refusal('ERR_QUERY_TOO_LARGE', {
    detail: {
      da: `Tabellen ville få ${da!.format(figure)} celler. Grænsen er ${da!.format(limits.cells)}.`,
      en: `The table would have ${en!.format(figure)} cells. The limit is ${en!.format(limits.cells)}.`,
    },
  });
}

/** How deep the cuboid must go in every dimension of the cube. */
function depthsOf(frames: readonly Frame[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { dimension, places } of frames.flatMap((each) => [
    ...each.rows,
    ...each.columns,
    ...each.filters,
  ])) {
    const { id } = dimension.definition;
    for (const node of places.flat()) {
      depths.set(id, Math.max(dimension.hierarchy.depth[node]!, depths.get(id) ?? 0));
    }
  }
  return depths;
}
