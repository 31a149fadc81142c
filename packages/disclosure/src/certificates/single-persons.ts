import type { Equations } from '../system/equations.ts';
import type { Inequalities } from '../system/inequalities.ts';

/** Who is counted alone: cells that hold one and the same person. */
export interface SinglePersons {
  /** A number for the person of each cell that counts a single one, else 0. */
  readonly of: Int32Array;
  /** Persons who know a cell because it counts nobody else: those above, and of hidden zeros all within theirs. */
  readonly own: (cell: number) => readonly number[];
  /** Cells of each person. */
  readonly cells: ReadonlyMap<number, readonly number[]>;
}

/**
 * Finds cells that count one person, and which of them count the same one: where a total of 1 has a part
 * of 1 it is the same, and so it is with a code of 1 within a wider code of 1. Such a person may know these
 * numbers, and must not learn another from them.
 *
 * @param equations sums, parent first
 */
export function singlePersons(
  equations: Equations,
  nested: Inequalities,
  counts: Float64Array,
): SinglePersons {
  const root = new Int32Array(counts.length).fill(-1);
  counts.forEach((count, cell) => {
    if (count === 1) root[cell] = cell;
  });
  const find = (cell: number): number => {
    let at = cell;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  const join = (members: Int32Array): void => {
    if (counts[members[0]!] !== 1) return;
    for (const member of members) {
      if (member < counts.length && counts[member] === 1) root[find(member)] = find(members[0]!);
    }
  };
  for (let row = 0; row < equations.rows; row++)
    join(equations.cell.subarray(equations.start[row], equations.start[row + 1]));
  for (let row = 0; row < nested.rows; row++)
    join(nested.cell.subarray(nested.start[row], nested.start[row + 1]));
  const of = new Int32Array(counts.length);
  const cells = new Map<number, number[]>();
  counts.forEach((count, cell) => {
    if (count !== 1) return;
    const person = find(cell) + 1;
    of[cell] = person;
    const known = cells.get(person);
    if (known) known.push(cell);
    else cells.set(person, [cell]);
  });
  const empty = emptyWithin(equations, nested, counts, of);
  return { of, cells, own: (cell) => empty.get(cell) ?? (of[cell]! > 0 ? [of[cell]!] : []) };
}

/**
 * Cells without persons inside a cell of one: that person is counted elsewhere in it, so nobody is here. A
 * cell inside such a cell is known to the same persons.
 */
function emptyWithin(
  equations: Equations,
  nested: Inequalities,
  counts: Float64Array,
  of: Int32Array,
): ReadonlyMap<number, readonly number[]> {
  const knowers = new Map<number, Set<number>>();
  const rows = [equations, nested].flatMap(({ rows: count, start, cell }) =>
    Array.from({ length: count }, (_, row) => cell.subarray(start[row], start[row + 1])).filter(
      ([first]) => first! < counts.length && counts[first!]! <= 1,
    ),
  );
  const below = Map.groupBy(rows, ([first]) => first!);
  const spread = (cell: number, person: number): void => {
    for (const row of below.get(cell) ?? []) {
      for (const part of row.subarray(1)) {
        if (counts[part] !== 0) continue;
        const known = knowers.get(part) ?? new Set();
        if (known.has(person)) continue;
        knowers.set(part, known.add(person));
        spread(part, person);
      }
    }
  };
  of.forEach((person, cell) => {
    if (person > 0) spread(cell, person);
  });
  return new Map([...knowers].map(([cell, persons]) => [cell, [...persons]]));
}
