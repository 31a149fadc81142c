import { type CellSetAnswer, OTHERS, type Query } from '@datakube/contract';
import type { Arena } from '../arena/arena.ts';
import { cellName, TOTAL } from '../knowledge.ts';
import { altered, type Fault, named, reorder, type Writable } from './altered.ts';

/** What members of the dimension in rows really hold together, whatever is hidden. */
function truthOf(arena: Arena, query: Query, codes: readonly string[]): number {
  const down = query.rows![0]!.dimension;
  const fixed = new Map(named(query).map(({ dimension, members }) => [dimension, members[0]!]));
  const ids = arena.family[0]!.definition.dimensions.map(({ id }) => id);
  const cellOf = (own: string): string =>
    cellName(ids.map((id) => (id === down ? own : (fixed.get(id) ?? TOTAL))));
  return codes.reduce((sum, code) => sum + arena.truth(cellOf(code), 'persons'), 0);
}

/** Alters tables of one column, down one dimension, that hold persons. */
const downOne =
  (
    change: (answer: Writable<CellSetAnswer>, query: Query, codes: readonly string[], arena: Arena) => void,
  ): Fault =>
  (arena) =>
    altered((answer, query) => {
      const { rows, columns } = answer.axes;
      if (query.rows?.length !== 1 || columns.length !== 1 || query.totals || !answer.cells['persons'])
        return;
      change(
        answer,
        query,
        rows.map(([entry]) => entry!.code),
        arena,
      );
    });

function publish(answer: Writable<CellSetAnswer>, row: number, value: number): void {
  const cells = answer.cells['persons']!;
  cells.value[row] = value;
  cells.status[row] = 'published';
}

/** The greatest in the order of what they really hold, hidden ones among them. */
export const greatestByTruth = downOne((answer, query, codes, arena) => {
  if (!query.rows![0]!.top || codes.includes(OTHERS)) return;
  const size = (row: number): number => truthOf(arena, query, [codes[row]!]);
  reorder(
    answer,
    [...codes.keys()].sort((a, b) => size(b) - size(a)),
    1,
  );
});

/** The others, also where one of them is hidden. */
export const othersOfHidden = downOne((answer, query, codes, arena) => {
  const { dimension, level, top } = query.rows![0]!;
  if (!top || !codes.includes(OTHERS)) return;
  const all = arena.family[0]!.dimension(dimension)!.members.filter((member) => member?.level === level);
  const rest = all.flatMap((member) => (member && !codes.includes(member.code) ? member.code : []));
  if (rest.length > 0) publish(answer, codes.indexOf(OTHERS), truthOf(arena, query, rest));
});

/** A group, also where one of its members is hidden. */
export const groupOfHidden = downOne((answer, query, codes, arena) => {
  const { groupOf, members } = arena.family[0]!.dimension(query.rows![0]!.dimension)!;
  codes.forEach((code, row) => {
    const held = groupOf.get(code)?.nodes.map((node) => members[node]!.code);
    if (held) publish(answer, row, truthOf(arena, query, held));
  });
});
