import type { CubeModel, DimensionModel } from '../../cubes/cube-model.ts';
import { levelSize, positionsAt } from '../../cubes/dimension-model.ts';
import type { Grouping } from '../../engines/engine.ts';
import { type CountedMeasure, leavesPerYear, resolveRequest, type ResolvedGrouping, timeOf } from '../../engines/request.ts';
import { MARKS_COLUMN } from './distinct-marks.ts';

/**
 * The SQL of a tabulation: key columns as integers, then measures as doubles, ordered by the keys.
 * Names come from the checked definition and are quoted; nothing of a request is in the text.
 *
 * @param mark bit of the mark that makes persons a sum over rows; without one, persons are counted by
 *   grouping by person first, and groups of one person second
 */
export function tabulationSql(
  cube: CubeModel,
  by: readonly Grouping[],
  measures: readonly string[],
  mark: number | undefined,
): string {
  const request = resolveRequest(cube, by, measures);
  return mark === undefined ? personFirstSql(cube, request) : markedSql(cube, request, mark);
}

interface Request {
  readonly by: readonly ResolvedGrouping[];
  readonly measures: readonly CountedMeasure[];
}

/** One pass over the rows by leaf members and masks; levels and several members are sorted out on the small result. */
function markedSql(cube: CubeModel, { by, measures }: Request, mark: number): string {
  const leaves = by.map((each, index) => `${sourceColumn(each.dimension)} as g${index}`);
  const counts = measures.map((measure, index) => `${countOf(measure, mark)} as m${index}`);
  const inner = `select ${[...leaves, ...counts].join(', ')} from ${joined(cube)} ${groupBy(by.length)}`;
  const keys = by.map((each, index) => keyOf(each, `g${index}`, index));
  const sums = measures.map((_, index) => `coalesce(sum(m${index}), 0)::double as v${index}`);
  const masks = by.map((each, index) => maskJoin(each, `g${index}`, index)).join('');
  return `select ${[...keys, ...sums].join(', ')} from (${inner}) as leaf${masks} ${groupBy(by.length)}${orderBy(by.length)}`;
}

function personFirstSql(cube: CubeModel, { by, measures }: Request): string {
  const keys = by.map((each, index) => keyOf(each, sourceColumn(each.dimension), index));
  const counts = measures.map((measure, index) => `${measure.kind === 'persons' ? '1' : countOf(measure, 0)} as m${index}`);
  const masks = by.map((each, index) => maskJoin(each, sourceColumn(each.dimension), index)).join('');
  const inner =
    `select ${[...keys, 'f.person as person', ...counts].join(', ')} from ${joined(cube)}${masks} ` + groupBy(by.length + 1);
  const outer = by.map((_, index) => `k${index}`);
  const sums = measures.map((_, index) => `coalesce(sum(m${index}), 0)::double as v${index}`);
  return `select ${[...outer, ...sums].join(', ')} from (${inner}) as person ${groupBy(by.length)}${orderBy(by.length)}`;
}

/** Residents by year and the leaves of the public dimensions. */
export function populationSql(cube: CubeModel): string {
  const columns = ['year', ...cube.definition.population.public.map((id) => cube.dimension(id)!.definition.source.column)];
  const keys = columns.map((column, index) => `"${column}"::integer as k${index}`);
  return (
    `select ${keys.join(', ')}, count(*)::double as v0 from "${cube.definition.population.table}" ` +
    `where resident = 1 ${groupBy(columns.length)}${orderBy(columns.length)}`
  );
}

/** Facts with the attributes of the person in the year of the event. */
function joined(cube: CubeModel): string {
  const time = timeOf(cube);
  return (
    `"${cube.definition.facts}" as f join "${cube.definition.population.table}" as p ` +
    `on p.person = f.person and p.year = ${sourceColumn(time)} // ${leavesPerYear(time)}`
  );
}

function sourceColumn(dimension: DimensionModel): string {
  const { table, column } = dimension.definition.source;
  return `${table === 'facts' ? 'f' : 'p'}."${column}"`;
}

function countOf(measure: CountedMeasure, mark: number): string {
  switch (measure.kind) {
    case 'persons':
      return `sum((f."${MARKS_COLUMN}" >> ${mark}) & 1)`;
    case 'events':
      return 'count(*)';
    case 'sum':
      return `sum(f."${measure.column}")`;
  }
}

/** Position of a leaf's ancestor among the members of the level. */
function keyOf({ dimension, level, size }: ResolvedGrouping, leaf: string, index: number): string {
  if (dimension.definition.source.multiple) return `b${index}.leaf::integer as k${index}`;
  if (dimension.definition.levels.at(-1)!.id === level) return `${leaf}::integer as k${index}`;
  if (dimension.definition.kind === 'time') return `(${leaf} // ${dimension.leaves.length / size})::integer as k${index}`;
  return `list_extract([${positionsAt(dimension, level).join(', ')}], ${leaf}::integer + 1)::integer as k${index}`;
}

/** Repeats a row for each bit of its mask. */
function maskJoin({ dimension, level }: ResolvedGrouping, mask: string, index: number): string {
  if (!dimension.definition.source.multiple) return '';
  const leaves = `(select range::integer as leaf from range(${levelSize(dimension, level)})) as b${index}`;
  return ` join ${leaves} on (${mask}::integer >> b${index}.leaf) & 1 = 1`;
}

/** Without keys there is one group, and none where there are no rows. */
function groupBy(count: number): string {
  return count === 0 ? 'having count(*) > 0' : `group by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`;
}

function orderBy(count: number): string {
  return count === 0 ? '' : ` order by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`;
}
