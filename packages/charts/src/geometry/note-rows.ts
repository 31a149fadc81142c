/** Something to be written above a plot, beside an upright line. */
export interface Note {
  /** Where the line stands. */
  readonly x: number;
  /** Width of the text. */
  readonly width: number;
}

/** Where a note is written: on which side of its line, in which row from the top, and how wide it may be. */
export interface PlacedNote {
  readonly x: number;
  readonly side: 'start' | 'end';
  readonly row: number;
  readonly room: number;
}

/** Height of a row of notes. */
export const NOTE_ROW = 16;

const beside = 5;
const between = 8;

/**
 * Writes notes to the right of their lines, to the left where there is no room, and in as many rows as it takes
 * that none lies on another. In the order they are given.
 */
export function noteRows(notes: readonly Note[], left: number, right: number): PlacedNote[] {
  const taken: { row: number; from: number; to: number }[] = [];
  return notes.map(({ x, width }): PlacedNote => {
    const [after, before] = [right - x - beside, x - beside - left];
    const side = width <= after || after >= before ? 'start' : 'end';
    const room = Math.max(0, Math.min(width, side === 'start' ? after : before));
    const from = side === 'start' ? x + beside : x - beside - room;
    const to = from + room;
    let row = 0;
    while (
      taken.some((other) => other.row === row && from < other.to + between && other.from < to + between)
    ) {
      row++;
    }
    taken.push({ row, from, to });
    return { x: side === 'start' ? from : to, side, row, room };
  });
}

/** Height that placed notes take above a plot. */
export function notesHeight(placed: readonly PlacedNote[]): number {
  return placed.reduce((most, { row }) => Math.max(most, (row + 1) * NOTE_ROW), 0);
}
