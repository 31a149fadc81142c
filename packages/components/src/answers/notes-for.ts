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
  const shown = new Set(entries.map(({ dimension, code }) => `${dimension}:${code}`));
  for (const filter of wanted.filters ?? []) {
    if ('members' in filter) for (const member of filter.members) shown.add(`${filter.dimension}:${member}`);
  }
  return cells.notes.filter(({ code, text, about }) => {
    if (code === 'caveat' && caveats.has(text.da)) return false;
    if (about === undefined) return true;
    if ('measure' in about) return wanted.measures.includes(about.measure);
    return shown.has(`${about.dimension}:${about.member}`);
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
