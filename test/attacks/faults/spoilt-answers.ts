import type { CellSetAnswer, Query } from '@datakube/contract';
import type { Arena } from '../arena/arena.ts';
import { cellName, TOTAL } from '../knowledge.ts';
import { altered, type Fault, named, reorder } from './altered.ts';

/** Names of the cells of an answer, row by row; undefined where several members are taken together. */
function namesOf(arena: Arena, { axes }: CellSetAnswer, query: Query): (string | undefined)[] {
  const fixed = new Map(named(query).map(({ dimension, members }) => [dimension, members]));
  const ids = arena.family[0]!.definition.dimensions.map(({ id }) => id);
  return axes.rows.flatMap((row) =>
    axes.columns.map((column) => {
      const own = new Map(
        [...row, ...column].map(({ dimension, code, kind }) => [dimension, kind === 'total' ? TOTAL : code]),
      );
      const codes = ids.map((id) => own.get(id) ?? (fixed.has(id) ? fixed.get(id)! : TOTAL));
      return codes.some((code) => typeof code !== 'string' && code.length > 1)
        ? undefined
        : cellName(codes.flat());
    }),
  );
}

const isHidden = (answer: CellSetAnswer, at: number): boolean => answer.cells['persons']?.value[at] === null;

/** A digest of what a cell really holds, as a header that is meant for caches. */
export const tagOfTruth: Fault = (arena) =>
  altered((answer, query, response) => {
    const [name] = namesOf(arena, answer, query);
    if (name === undefined || !('persons' in answer.cells)) return;
    const headers = new Headers(response.headers);
    headers.set('etag', `"${(arena.truth(name, 'persons') * 2654435761) % 4294967296}"`);
    return new Response(JSON.stringify(answer), { headers });
  });

/** Rows from the greatest to the least, hidden ones among them. */
export const sortByTruth: Fault = (arena) =>
  altered((answer, query) => {
    if (!('persons' in answer.cells) || (query.columns ?? []).length === 0 || query.totals) return;
    const across = answer.axes.columns.length;
    const names = namesOf(arena, answer, query);
    const size = (row: number): number => arena.truth(names[row * across]!, 'persons');
    const rows = [...answer.axes.rows.keys()].sort((a, b) => size(b) - size(a));
    reorder(answer, rows, across);
  });

/** Leaves rows out in which there is nobody, or hardly anybody. */
export const dropSmallRows: Fault = (arena) =>
  altered((answer, query) => {
    if (!('persons' in answer.cells) || answer.axes.columns.length !== 1 || query.totals) return;
    const names = namesOf(arena, answer, query);
    const rows = [...answer.axes.rows.keys()].filter(
      (row) => names[row] === undefined || arena.truth(names[row], 'persons') > 4 || !isHidden(answer, row),
    );
    if (answer.axes.rows.length > 1) reorder(answer, rows, 1);
  });

/** A column in JSON that nobody has heard of, which knows what is hidden for its own sake. */
export const unknownMark: Fault = (arena) =>
  altered((answer, query) => {
    const names = namesOf(arena, answer, query);
    Object.assign(answer.cells['persons'] ?? {}, {
      rule: names.map((name, at) =>
        isHidden(answer, at) && name !== undefined && arena.truth(name, 'persons') < 5 ? 'threshold' : null,
      ),
    });
  });

/** Filters on several members that are answered from the registers, not from what is published. */
export const countFilters: Fault = (arena) =>
  altered((answer, query) => {
    const several = named(query).filter(({ members }) => members.length > 1);
    const measure = query.measures[0] as 'persons' | 'visits';
    const cells = answer.cells[measure];
    if (several.length !== 1 || cells?.value.length !== 1 || (query.rows ?? []).length > 0) return;
    const { dimension, members } = several[0]!;
    const ids = arena.family[0]!.definition.dimensions.map(({ id }) => id);
    const total = [...new Set(members)].reduce((sum, code) => {
      const codes = ids.map((id) => {
        if (id === dimension) return code;
        return named(query).find((filter) => filter.dimension === id)?.members[0] ?? TOTAL;
      });
      return sum + arena.truth(cellName(codes), measure);
    }, 0);
    cells.value[0] = total;
    cells.status[0] = 'published';
  });

/** Shares that forget what they derive from. */
export const shareOfHidden: Fault = (arena) =>
  altered((answer, query) => {
    const names = namesOf(arena, answer, query);
    const share = answer.cells['share'];
    if (!share || names.length > 1) return;
    share.value[0] = arena.truth(names[0]!, 'persons') / 10;
    share.status[0] = 'published';
  });

/** Derived numbers that forget what they are compared with: own cells that are shown, over the truth of the others. */
function forgetful(
  derivation: string,
  otherOf: (name: string, query: Query, period: number) => string,
  make: (own: number, other: number) => number,
): Fault {
  return (arena) =>
    altered((answer, query) => {
      const cells = answer.cells[`persons.${derivation}`];
      const own = answer.cells['persons'];
      if (!cells || !own) return;
      const period = arena.family[0]!.definition.dimensions.findIndex(({ id }) => id === 'time');
      namesOf(arena, answer, query).forEach((name, at) => {
        if (name === undefined || own.value[at] == null || cells.value[at] !== null) return;
        const other = arena.truth(otherOf(name, query, period), 'persons');
        if (other === 0) return;
        cells.value[at] = make(own.value[at], other);
        cells.status[at] = 'published';
      });
    });
}

const at = (name: string, place: number, code: string): string => cellName(name.split('|').with(place, code));

/** A share of a whole that is hidden. */
export const shareOfHiddenWhole: Fault = (arena) =>
  forgetful(
    'column-share',
    (name, query) =>
      (query.rows ?? []).reduce(
        (cell, { dimension }) =>
          dimension === 'time'
            ? cell
            : at(
                cell,
                arena.family[0]!.definition.dimensions.findIndex(({ id }) => id === dimension),
                TOTAL,
              ),
        name,
      ),
    (own, whole) => (100 * own) / whole,
  )(arena);

const yearBefore = (name: string, period: number): string =>
  at(name, period, name.split('|')[period]!.replace('2024', '2023'));

/** A change from a year that is hidden. */
export const changeFromHidden = forgetful(
  'change',
  (name, _query, period) => (/^2024$/.test(name.split('|')[period]!) ? yearBefore(name, period) : name),
  (own, before) => own - before,
);

/** An index whose base is hidden. */
export const indexOfHiddenBase = forgetful(
  'index',
  (name, _query, period) => (/^2024$/.test(name.split('|')[period]!) ? yearBefore(name, period) : name),
  (own, base) => (100 * own) / base,
);

/** A refusal that says how few there are. */
export const talkativeRefusal: Fault = (arena) => (ask) => async (path, body) => {
  const response = await ask(path, body);
  if (response.ok || !path.endsWith('/tiny/query')) return response;
  const filters = named(body as Query);
  const ids = arena.family[0]!.definition.dimensions.map(({ id }) => id);
  const name = cellName(
    ids.map((id) => filters.find(({ dimension }) => dimension === id)?.members[0] ?? TOTAL),
  );
  const problem = (await response.json()) as { detail: string };
  const few = arena.truth(name, 'persons') < 5 ? ' There are too few persons.' : '';
  return Response.json({ ...problem, detail: `${problem.detail}${few}` }, { status: response.status });
};

/** A list of members with how many there are of each. */
export const countedMembers: Fault = () => (ask) => async (path, body) => {
  const response = await ask(path, body);
  if (!path.includes('/members')) return response;
  const list = (await response.json()) as { members: object[] };
  return Response.json({ ...list, members: list.members.map((member) => ({ ...member, count: 3 })) });
};
