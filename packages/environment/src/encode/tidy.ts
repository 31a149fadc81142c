import { type Flag, FLAGS, type Measure, type TupleEntry } from '@datakube/contract';
import { type Answer, type AnswerDimension, tuplesOf } from './answer.ts';

/**
 * The cells one to a line, as programs like them: line `cell × measures + measure`. What the dimensions stand at is
 * the same on each line for those on no axis, so that a file says by itself which year it is of.
 */
export interface Tidy {
  readonly lines: number;
  readonly dimensions: readonly TidyDimension[];
  readonly measures: readonly Measure[];
  /** A name for the column of measures that no dimension has. */
  readonly measureColumn: string;
}

export interface TidyDimension extends Pick<AnswerDimension, 'id' | 'name' | 'kind' | 'depths'> {
  readonly entries: readonly Omit<TupleEntry, 'dimension'>[];
  /** Cells for which it stays at one entry. */
  readonly run: number;
}

/** Several members taken together, as a filter takes them. */
const TOGETHER = '+';

export function tidy({ table, axes, meta }: Answer): Tidy {
  const onAxes = [...axes.rows, ...axes.columns];
  const dimensions = onAxes.map((dimension, at) => ({
    ...dimension,
    run: tuplesOf(onAxes.slice(at + 1)),
  }));
  const resting = meta.filters
    .filter(({ dimension }) => onAxes.every(({ id }) => id !== dimension))
    .map(({ dimension: id, name, kind, members, labels }): TidyDimension => {
      const code = members.join(TOGETHER);
      const entry = { level: '', code, label: labels.join(', '), kind: 'member' as const };
      return { id, name, kind, entries: [entry], depths: [0], run: table.cells };
    });
  const all = [...dimensions, ...resting];
  return {
    lines: table.cells * meta.measures.length,
    dimensions: all,
    measures: meta.measures,
    measureColumn: all.some(({ id }) => id === 'measure') ? 'measure_' : 'measure',
  };
}

/** The number of the entry of a dimension that a cell stands at. */
export function entryAt({ entries, run }: TidyDimension, cell: number): number {
  return Math.floor(cell / run) % entries.length;
}

/** Bits of all that holds for a cell: of the members it stands at, and of itself. */
export function flagBits(answer: Answer, { dimensions, measures }: Tidy): Uint8Array[] {
  const { cells } = answer.table;
  const ofPlaces = new Uint8Array(cells);
  for (const dimension of dimensions) {
    const bits = dimension.entries.map(({ flags = [] }) => bitsOf(flags));
    if (bits.every((each) => each === 0)) continue;
    for (let cell = 0; cell < cells; cell++) ofPlaces[cell]! |= bits[entryAt(dimension, cell)]!;
  }
  return measures.map(({ id }) => {
    const own = answer.flags.get(id);
    return own ? ofPlaces.map((bits, cell) => bits | own[cell]!) : ofPlaces;
  });
}

function bitsOf(flags: readonly Flag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << FLAGS.indexOf(flag)), 0);
}

/** Something for each set of flags, by their bits. */
export function forFlags<T>(make: (flags: readonly Flag[]) => T): T[] {
  return Array.from({ length: 1 << FLAGS.length }, (_, bits) =>
    make(FLAGS.filter((_flag, bit) => ((bits >> bit) & 1) === 1)),
  );
}
