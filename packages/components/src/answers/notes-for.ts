import type { Cube, Note, Query, TupleEntry } from '@datakube/contract';
import type { KnownAnswer } from './slice-answer.ts';

/**
 * The notes of an answer that still hold when less of it is shown.
 *
 * @param entries the positions shown, of all axes
 * @returns null where only the environment knows
 */
export function notesFor(
  { query: known, cells }: KnownAnswer,
  wanted: Query,
  cube: Cube,
  entries: readonly TupleEntry[],
): readonly Note[] | null {
  const used = dimensionsIn(wanted);
  const gone = [...dimensionsIn(known)].filter((id) => !used.has(id));
  // Over what a measure does not add up is told of the table as a whole, and which totals it has.
  if (added(known) !== added(wanted) && cells.notes.some(({ code }) => code === 'not-additive')) return null;
  const caveats = new Set(
    cube.dimensions
      .filter(({ id }) => gone.includes(id))
      .flatMap(({ caveats: all }) => all.map(({ da }) => da)),
  );
  const onAxis = new Map<string, Set<string>>();
  for (const { dimension, code } of entries)
    onAxis.set(dimension, (onAxis.get(dimension) ?? new Set()).add(code));
  const wasOnAxis = new Set(
    [...(known.rows ?? []), ...(known.columns ?? [])].map(({ dimension }) => dimension),
  );
  const isShown = (dimension: string, member: string): boolean => {
    const codes = onAxis.get(dimension);
    if (codes) return codes.has(member);
    // What stood beside the axes stands there still. What has left them stands at its total or at one member.
    const filter = wanted.filters?.find((each) => each.dimension === dimension);
    return (
      !wasOnAxis.has(dimension) ||
      (filter !== undefined && 'members' in filter && filter.members.includes(member))
    );
  };
  return cells.notes.filter(({ code, text, about }) => {
    if (code === 'caveat' && caveats.has(text.da)) return false;
    if (about === undefined) return true;
    if ('member' in about) return isShown(about.dimension, about.member);
    if (!wanted.measures.includes(about.measure)) return false;
    return about.dimension === undefined || (onAxis.get(about.dimension)?.size ?? 0) > 1;
  });
}

/** All that decides what is added up in a table. */
function added({ rows = [], columns = [], filters = [], measures, totals }: Query): string {
  return JSON.stringify([
    [...rows, ...columns].map(({ dimension, level }) => [dimension, level].join()).sort(),
    filters.map((filter) => JSON.stringify(filter)).sort(),
    [...measures].sort(),
    totals === true,
  ]);
}

function dimensionsIn({ rows = [], columns = [], filters = [] }: Query): ReadonlySet<string> {
  return new Set([...rows, ...columns, ...filters].map(({ dimension }) => dimension));
}
