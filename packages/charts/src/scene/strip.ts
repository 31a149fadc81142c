import { written, type Writing } from '../words.ts';
import { hatched } from './hatch.ts';
import { shape, text, type Shape } from './shape.ts';

/** A piece of the strip on the axis of time: a period of a series that has no height. */
export interface StripPiece {
  readonly category: number;
  readonly series: number;
  readonly x: number;
  readonly width: number;
}

/** Height of the strip. It is no height on the scale of values. */
export const STRIP_HEIGHT = 15;

/** Hatch where values are hidden. */
export function stripHatch(pieces: readonly StripPiece[], bottom: number, id: string): Shape[] {
  return pieces.map(({ x, width }) =>
    hatched(`${id}-hatch`, { x, y: bottom - STRIP_HEIGHT, width, height: STRIP_HEIGHT }),
  );
}

/** Along the edge of its piece the colour of the series: for plots with several. */
export function stripEdges(pieces: readonly StripPiece[], bottom: number): Shape[] {
  return pieces.map(({ x, width, series }) =>
    shape('rect', { x, y: bottom - 3, width, height: 3, class: `edge series-${series + 1}` }),
  );
}

/** `[skjult]` once on each unbroken piece of hatch of a series that has room for it. */
export function stripTexts(
  pieces: readonly StripPiece[],
  bottom: number,
  writing: Writing,
  measure: (text: string) => number,
): Shape[] {
  const content = written({ kind: 'hidden' }, writing);
  const runs: { series: number; from: number; to: number }[] = [];
  for (const { series, x, width } of pieces) {
    const last = runs.at(-1);
    if (last && last.series === series && x - last.to < 1) last.to = x + width;
    else runs.push({ series, from: x, to: x + width });
  }
  return runs
    .filter(({ from, to }) => to - from >= measure(content) + 8)
    .map(({ from, to }) =>
      text(content, { x: (from + to) / 2, y: bottom - STRIP_HEIGHT + 11, class: 'halo middle' }),
    );
}
