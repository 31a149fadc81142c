import { OTHERS, type AxisEntry, type Cube, type Filter, type TupleEntry } from '@datakube/contract';

/** A dimension on an axis, with what a filter keeps of it, and whether totals are shown. */
export interface ShownEntry {
  readonly entry: AxisEntry;
  readonly filter: Filter | undefined;
  readonly totals: boolean;
}

type Dimension = Cube['dimensions'][number];

/**
 * Which positions of a dimension, as an answer has them, another query would show.
 *
 * @param known how the answer was asked, and `wanted` what is asked now
 * @param positions the answer's positions of the dimension
 * @returns their indices in order, or null where the answer does not hold them all
 */
export function keptPositions(
  dimension: Dimension,
  known: ShownEntry,
  wanted: ShownEntry,
  positions: readonly TupleEntry[],
): readonly number[] | null {
  if (JSON.stringify(known.entry.top) !== JSON.stringify(wanted.entry.top)) return null;
  if (wanted.totals && dimension.total !== null && !known.totals) return null;
  const members = keptMembers(dimension, known, wanted, positions);
  if (members === null || members.length === 0) return null;
  const total = wanted.totals ? positions.findIndex(({ kind }) => kind === 'total') : -1;
  return total < 0 ? members : [...members, total];
}

function keptMembers(
  dimension: Dimension,
  known: ShownEntry,
  wanted: ShownEntry,
  positions: readonly TupleEntry[],
): readonly number[] | null {
  if (sameFilter(known.filter, wanted.filter)) {
    const isLevel = dimension.levels.some(({ id }) => id === wanted.entry.level);
    if (isLevel) return atLevels(dimension, known, wanted, positions);
    return known.entry.level === wanted.entry.level ? inGrouping(known.entry, wanted.entry, positions) : null;
  }
  const plain = isPlain(known.entry) && isPlain(wanted.entry) && known.entry.level === wanted.entry.level;
  // A total would be that of the chosen members, which only the environment can give.
  const hasTotal = wanted.totals && dimension.total !== null;
  if (!plain || hasTotal || !wanted.filter) return null;
  return chosen(wanted.entry.level, wanted.filter, known.filter === undefined, positions);
}

/** The members under the same filter: those of the level, of the levels above it, and below those that are open. */
function atLevels(
  dimension: Dimension,
  known: ShownEntry,
  wanted: ShownEntry,
  positions: readonly TupleEntry[],
): readonly number[] | null {
  const { levels } = dimension;
  const depthOf = (level: string): number => levels.findIndex(({ id }) => id === level);
  const [had, asked] = [depthOf(known.entry.level), depthOf(wanted.entry.level)];
  const open = new Set(wanted.entry.open);
  const opened = new Set(known.entry.open);
  const same = known.entry.level === wanted.entry.level;
  // What a filter keeps of a coarser level is not what it keeps of a finer one.
  if (!same && (had < asked || known.entry.parents !== true || wanted.filter)) return null;
  if (wanted.entry.parents === true && known.entry.parents !== true && asked > 0) return null;
  const everything = known.entry.parents === true && opened.size === 0;
  const has = (member: string, depth: number): boolean =>
    (same && opened.has(member)) || (everything && !wanted.filter && depth < had);
  const path: TupleEntry[] = [];
  const found = new Set<string>();
  const kept: number[] = [];
  positions.forEach((position, index) => {
    if (position.kind === 'total') return;
    if (position.level === OTHERS) return void kept.push(index);
    const depth = depthOf(position.level);
    while (path.length > 0 && depthOf(path.at(-1)!.level) >= depth) path.pop();
    const above = path.filter(({ level }) => depthOf(level) >= asked);
    path.push(position);
    if (depth < asked ? wanted.entry.parents === true : above.every(({ code }) => open.has(code))) {
      kept.push(index);
      if (has(position.code, depth)) found.add(position.code);
    }
  });
  return [...open].every((member) => found.has(member)) ? kept : null;
}

/** The groups, alone or with the same of them open: the members below do not tell which group they are in. */
function inGrouping(
  known: AxisEntry,
  wanted: AxisEntry,
  positions: readonly TupleEntry[],
): readonly number[] | null {
  const opened = (entry: AxisEntry): string => [...new Set(entry.open)].sort().join();
  const alone = opened(wanted) === '';
  if (!alone && opened(known) !== opened(wanted)) return null;
  return positions.flatMap(({ kind, level }, index) =>
    kind === 'member' && (!alone || level === wanted.level || level === OTHERS) ? [index] : [],
  );
}

function isPlain({ parents, open, top }: AxisEntry): boolean {
  return parents !== true && !open?.length && top === undefined;
}

/** @param whole true where the positions are all members of the level: a window or range needs every one. */
function chosen(
  level: string,
  filter: Filter,
  whole: boolean,
  positions: readonly TupleEntry[],
): readonly number[] | null {
  const members = positions.flatMap((position, index) =>
    position.kind === 'member' && position.level === level ? [index] : [],
  );
  const place = (code: string): number => members.findIndex((index) => positions[index]!.code === code);
  if ('members' in filter) {
    const places = new Set(filter.members.map(place));
    return places.has(-1) ? null : members.filter((_, at) => places.has(at));
  }
  if (!whole || filter.level !== level) return null;
  if ('latest' in filter) return members.slice(-filter.latest);
  const from = filter.from === undefined ? 0 : place(filter.from);
  const to = filter.to === undefined ? members.length - 1 : place(filter.to);
  return from < 0 || to < 0 ? null : members.slice(from, to + 1);
}

/** The same filter, however it is written. */
export function sameFilter(a: Filter | undefined, b: Filter | undefined): boolean {
  return written(a) === written(b);
}

function written(filter: Filter | undefined): string {
  if (!filter) return '';
  if ('members' in filter) return JSON.stringify([filter.dimension, [...new Set(filter.members)].sort()]);
  if ('latest' in filter) return JSON.stringify([filter.dimension, filter.level, filter.latest]);
  return JSON.stringify([filter.dimension, filter.level, filter.from ?? 0, filter.to ?? 0]);
}
