import { type Cube, isChartType } from '@datakube/contract';
import type { ExplorerState } from './explorer-state.ts';
import { axisFrom, filtersFrom, writtenAxis, writtenFilters } from './link-fields.ts';
import { lookFrom, placesFrom, sortFrom, writtenLook, writtenSort } from './link-look.ts';
import { isMeasure } from './measures.ts';
import { CONTRACT, MOST_FOLDED } from './query-limits.ts';
import { settled } from './settle.ts';

/**
 * The state as the parameters of a link. What is as in `usual` is left out, so the first layout of a cube has an
 * empty link. Members are named by code; no name and no number of the table is in a link.
 *
 * - `rows=residence:municipality*` with subtotals, `residence:region/1081/1082` with members open,
 *   `residence:municipality!10!contacts!others` the ten greatest; a comma parts dimensions
 * - `filters=sex:sex:K;time:quarter:latest*8;time:month:2024-01~2024-06`
 * - `measures=persons,persons.growth`, `totals=0`, `view=chart`, `chart=line`
 * - `sort=name`, `sort=-persons@time:2025` descending by the column of 2025
 * - `folded=residence:1081,residence:1082`
 * - `look=both,after,spark,persons:heat,persons:1` names and codes, totals after, sparklines, shades, one decimal
 *
 * A table with more than {@link MOST_FOLDED} members folded away opens unfolded.
 */
export function toLink(state: ExplorerState, usual: ExplorerState): string {
  const now = written(state);
  const then = written(usual);
  return PARAMETERS.filter((name) => now[name] !== then[name])
    .map((name) => `${name}=${readable(now[name])}`)
    .join('&');
}

/**
 * Reads a link back. Anything missing is as in `usual`; anything the cube does not have is ignored, so an
 * old or damaged link gives the nearest table and not an error.
 */
export function fromLink(link: string, cube: Cube, usual: ExplorerState): ExplorerState {
  const parameters = new URLSearchParams(link.replace(/^[#?]/, ''));
  const read = <T>(name: Parameter, from: (text: string) => T | undefined): T | undefined => {
    const text = parameters.get(name);
    return text === null ? undefined : from(text);
  };
  const measures = read('measures', (text) => measuresFrom(text, cube)) ?? usual.measures;
  const rows = read('rows', (text) => axisFrom(text, cube, measures)) ?? usual.rows;
  const onRows = new Set(rows.map(({ dimension }) => dimension));
  const columns = read('columns', (text) => axisFrom(text, cube, measures)) ?? usual.columns;
  const sort = read('sort', sortFrom);
  return settled(
    {
      rows,
      columns: columns.filter(({ dimension }) => !onRows.has(dimension)),
      filters: read('filters', (text) => filtersFrom(text, cube)) ?? usual.filters,
      measures,
      totals: read('totals', (text) => text === '1') ?? usual.totals,
      sort: sort === undefined ? usual.sort : sort,
      collapsed: read('folded', placesFrom) ?? usual.collapsed,
      look: read('look', lookFrom) ?? usual.look,
      view: read('view', (text) => (text === 'table' || text === 'chart' ? text : undefined)) ?? usual.view,
      chart:
        read('chart', (text) => (isChartType(text) || text === 'fitting' ? text : undefined)) ?? usual.chart,
    },
    cube,
  );
}

/** Names of the parameters, in the order they are written. */
export const PARAMETERS = [
  'rows',
  'columns',
  'filters',
  'measures',
  'totals',
  'sort',
  'folded',
  'look',
  'view',
  'chart',
] as const;
type Parameter = (typeof PARAMETERS)[number];

function written(state: ExplorerState): Record<Parameter, string> {
  return {
    rows: writtenAxis(state.rows, state.measures),
    columns: writtenAxis(state.columns, state.measures),
    filters: writtenFilters(state.filters),
    measures: state.measures.join(','),
    totals: state.totals ? '1' : '0',
    sort: writtenSort(state.sort),
    folded: state.collapsed.length > MOST_FOLDED ? '' : state.collapsed.join(','),
    look: writtenLook(state.look),
    view: state.view,
    chart: state.chart,
  };
}

/** Percent-encoded, but with the separators left as they are: all of them are allowed in a query string. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A|%2C|%3B|%2F|%40/g, decodeURIComponent);
}

function measuresFrom(text: string, cube: Cube): readonly string[] | undefined {
  const measures = [...new Set(text.split(','))].filter((reference) => isMeasure(cube, reference));
  return measures.length > 0 ? measures.slice(0, CONTRACT.measures) : undefined;
}
