import { KEY_MODULUS } from '@datakube/disclosure';
import type { CubeModel } from '../../cubes/cube-model.ts';
import { levelSize, positionsAt } from '../../cubes/dimension-model.ts';
import type { Grouping } from '../../engines/engine.ts';
import { type CountedMeasure, resolveRequest, type ResolvedGrouping } from '../../engines/request.ts';
import { MARKS_COLUMN } from './distinct-marks.ts';
import { attributeColumn } from './fact-layout.ts';

/**
 * The SQL of a tabulation: key columns as integers, then measures as doubles, ordered by the keys.
 * Names come from the checked definition and are quoted; nothing of a request is in the text.
 */
export function tabulationSql(
  cube: CubeModel,
  by: readonly Grouping[],
  measures: readonly string[],
  { mark, setKeys }: TabulationWay,
): string {
  const request = { ...resolveRequest(cube, by, measures), setKeys };
  return mark === undefined ? personFirstSql(cube, request) : markedSql(cube, request, mark);
}

export interface TabulationWay {
  /**
   * Bit of the mark that makes persons a sum over rows. Without one, persons are counted by grouping by person
   * first, and groups of one person second.
   */
  readonly mark: number | undefined;
  /** Adds a last column with the keys of the sets of persons. Record keys are parameters 1 to 4. */
  readonly setKeys: boolean;
}

interface Request {
  readonly by: readonly ResolvedGrouping[];
  readonly measures: readonly CountedMeasure[];
  readonly setKeys: boolean;
}

/** The key of a person: `recordKey` in SQL. No step leaves 63 bits. */
const RECORD_KEY = [2, 3, 4].reduce(
  (sofar, parameter) => `((${sofar} * person::bigint + $${parameter}::bigint) % ${KEY_MODULUS})`,
  '$1::bigint',
);

/** A sum of keys, which is wider than 64 bits until it is reduced. */
function setKey(keys: string): string {
  return `(coalesce(sum(${keys}), 0) % ${KEY_MODULUS})::double as set_key`;
}

/** One pass over the rows by periods, leaf members and masks; levels and several members are sorted out on the small result. */
function markedSql(cube: CubeModel, { by, measures, setKeys }: Request, mark: number): string {
  const leaves = by.map((each, index) => `${sourceOf(each)} as g${index}`);
  const counts = measures.map((measure, index) => `${countOf(measure, mark)} as m${index}`);
  if (setKeys) counts.push(`sum(case when ${marked(mark)} = 1 then ${RECORD_KEY} end) as keys`);
  const inner = `select ${[...leaves, ...counts].join(', ')} from "${cube.definition.facts}" ${groupBy(by.length)}`;
  const keys = by.map((each, index) => keyOf(each, `g${index}`, index));
  const sums = measures.map((_, index) => `coalesce(sum(m${index}), 0)::double as v${index}`);
  if (setKeys) sums.push(setKey('keys'));
  const masks = by.map((each, index) => maskJoin(each, `g${index}`, index)).join('');
  return `select ${[...keys, ...sums].join(', ')} from (${inner}) as leaf${masks} ${groupBy(by.length)}${orderBy(by.length)}`;
}

function personFirstSql(cube: CubeModel, { by, measures, setKeys }: Request): string {
  const keys = by.map((each, index) => keyOf(each, sourceOf(each), index));
  const counts = measures.map(
    (measure, index) => `${measure.kind === 'persons' ? '1' : countOf(measure, 0)} as m${index}`,
  );
  const masks = by.map((each, index) => maskJoin(each, sourceOf(each), index)).join('');
  const inner =
    `select ${[...keys, 'person', ...counts].join(', ')} from "${cube.definition.facts}"${masks} ` +
    groupBy(by.length + 1);
  const outer = by.map((_, index) => `k${index}`);
  const sums = measures.map((_, index) => `coalesce(sum(m${index}), 0)::double as v${index}`);
  if (setKeys) sums.push(setKey(RECORD_KEY));
  return `select ${[...outer, ...sums].join(', ')} from (${inner}) as persons ${groupBy(by.length)}${orderBy(by.length)}`;
}

/** Residents by year and the leaves of the public dimensions. */
export function populationSql(cube: CubeModel): string {
  const columns = [
    'year',
    ...cube.definition.population.public.map((id) => cube.dimension(id)!.definition.source.column),
  ];
  const keys = columns.map((column, index) => `"${column}"::integer as k${index}`);
  return (
    `select ${keys.join(', ')}, count(*)::double as v0 from "${cube.definition.population.table}" ` +
    `where resident = 1 ${groupBy(columns.length)}${orderBy(columns.length)}`
  );
}

/**
 * Periods, leaf members or masks as they stand on an event. Events carry the attributes of their
 * person in the year of the event: see `fact-layout.ts`.
 */
function sourceOf({ dimension, size }: ResolvedGrouping): string {
  const { kind, source } = dimension.definition;
  const column = `"${source.table === 'facts' ? source.column : attributeColumn(source.column)}"`;
  const perPeriod = dimension.leaves.length / size;
  return kind === 'time' && perPeriod > 1 ? `${column} // ${perPeriod}` : column;
}

function countOf(measure: CountedMeasure, mark: number): string {
  switch (measure.kind) {
    case 'persons':
      return `sum(${marked(mark)})`;
    case 'events':
      return 'count(*)';
    case 'sum':
      return `sum("${measure.column}")`;
  }
}

/** 1 on the rows that the mark picks out. */
function marked(mark: number): string {
  return `(("${MARKS_COLUMN}" >> ${mark}) & 1)`;
}

/** Position among the members of the level, of a period or of a leaf's ancestor. */
function keyOf({ dimension, level }: ResolvedGrouping, from: string, index: number): string {
  const { kind, source, levels } = dimension.definition;
  if (source.multiple) return `b${index}.leaf::integer as k${index}`;
  if (kind === 'time' || levels.at(-1)!.id === level) return `(${from})::integer as k${index}`;
  return `list_extract([${positionsAt(dimension, level).join(', ')}], ${from}::integer + 1)::integer as k${index}`;
}

/** Repeats a row for each bit of its mask. */
function maskJoin({ dimension, level }: ResolvedGrouping, mask: string, index: number): string {
  if (!dimension.definition.source.multiple) return '';
  const leaves = `(select range::integer as leaf from range(${levelSize(dimension, level)})) as b${index}`;
  return ` join ${leaves} on (${mask}::integer >> b${index}.leaf) & 1 = 1`;
}

/** Without keys there is one group, and none where there are no rows. */
function groupBy(count: number): string {
  return count === 0
    ? 'having count(*) > 0'
    : `group by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`;
}

function orderBy(count: number): string {
  return count === 0 ? '' : ` order by ${Array.from({ length: count }, (_, index) => index + 1).join(', ')}`;
}
