import type { Cube } from '@datakube/contract';
import { depthOf } from './cube-shape.ts';
import type { AxisField, ExplorerState, FilterField } from './explorer-state.ts';

/**
 * The state as the parameters of a link: `rows=residence:municipality*&columns=time:year,sex:sex`.
 * `*` marks a dimension shown with its parents, `;` parts filters. What is as in `usual` is left out, so the
 * first layout of a cube has an empty link. Members are named by code; no name and no number is in a link.
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
  const text = (name: Parameter): string | null => parameters.get(name);
  const rows = axisFrom(text('rows'), cube) ?? usual.rows;
  const onRows = new Set(rows.map(({ dimension }) => dimension));
  const columns = (axisFrom(text('columns'), cube) ?? usual.columns).filter(
    ({ dimension }) => !onRows.has(dimension),
  );
  const view = text('view');
  const chart = text('chart');
  return {
    rows,
    columns,
    filters: filtersFrom(text('filters'), cube) ?? usual.filters,
    measures: measuresFrom(text('measures'), cube) ?? usual.measures,
    totals: text('totals') === null ? usual.totals : text('totals') === '1',
    view: view === 'table' || view === 'chart' ? view : usual.view,
    chart: chart === 'bar' || chart === 'line' ? chart : usual.chart,
  };
}

/** Names of the parameters, in the order they are written. */
export const PARAMETERS = ['rows', 'columns', 'filters', 'measures', 'totals', 'view', 'chart'] as const;
type Parameter = (typeof PARAMETERS)[number];

function written(state: ExplorerState): Record<Parameter, string> {
  const axis = (fields: readonly AxisField[]): string =>
    fields.map(({ dimension, level, parents }) => `${dimension}:${level}${parents ? '*' : ''}`).join(',');
  return {
    rows: axis(state.rows),
    columns: axis(state.columns),
    filters: state.filters
      .map(({ dimension, level, members }) => `${dimension}:${level}:${members.join(',')}`)
      .join(';'),
    measures: state.measures.join(','),
    totals: state.totals ? '1' : '0',
    view: state.view,
    chart: state.chart,
  };
}

/** Percent-encoded, but with the separators left as they are: all of them are allowed in a query string. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A|%2C|%3B/g, decodeURIComponent);
}

function axisFrom(text: string | null, cube: Cube): readonly AxisField[] | null {
  if (text === null) return null;
  const seen = new Set<string>();
  return text.split(',').flatMap((part) => {
    const parents = part.endsWith('*');
    const [dimension = '', level = ''] = part.replace(/\*$/, '').split(':');
    if (seen.has(dimension) || depthOf(cube, dimension, level) === 0) return [];
    seen.add(dimension);
    return [{ dimension, level, parents }];
  });
}

function filtersFrom(text: string | null, cube: Cube): readonly FilterField[] | null {
  if (text === null) return null;
  const seen = new Set<string>();
  return text.split(';').flatMap((part) => {
    const [dimension = '', level = '', codes = ''] = part.split(':');
    const members = [...new Set(codes.split(',').filter((code) => MEMBER_CODE.test(code)))];
    if (seen.has(dimension) || depthOf(cube, dimension, level) === 0 || members.length === 0) return [];
    seen.add(dimension);
    return [{ dimension, level, members }];
  });
}

/** As the contract has it; a code that is written otherwise would only be refused. */
const MEMBER_CODE = /^[\p{L}\p{N}][\p{L}\p{N}+._-]{0,31}$/u;

function measuresFrom(text: string | null, cube: Cube): readonly string[] | null {
  if (text === null) return null;
  const known = new Set(cube.measures.map(({ id }) => id));
  const measures = [...new Set(text.split(','))].filter((id) => known.has(id));
  return measures.length > 0 ? measures : null;
}
