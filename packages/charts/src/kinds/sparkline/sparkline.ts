import type { ChartValue } from '../../model/chart-value.ts';
import { drawChart } from '../../scene/draw.ts';
import { shape, type Shape } from '../../scene/shape.ts';
import { spoken, type Writing } from '../../words.ts';
import {
  SPARKLINE_HEIGHT,
  SPARKLINE_STRIP,
  SPARKLINE_WIDTH,
  sparklineGeometry,
} from './sparkline-geometry.ts';

/** Options of {@link sparkline}. */
export interface SparklineOptions {
  /** Places of values that cannot be compared with those before them: no line comes to them. Default none. */
  readonly breaks?: readonly number[];
}

/**
 * Draws values over time as a line of 72 × 20 pixels without axes: what is shown, from its own least to its own
 * greatest, and a point where it ends. A hidden period is a gap with hatch at the foot; a missing one is a gap. Two
 * sparklines have two scales: they show courses, not sizes.
 *
 * It is for the eye alone, beside the numbers themselves; where those are not there, {@link sparklineText} says them.
 * Its styles are {@link sparklineStyles}.
 *
 * @example
 * ```ts
 * cell.append(sparkline([{ kind: 'shown', value: 12 }, { kind: 'hidden' }, { kind: 'shown', value: 15 }]));
 * ```
 */
export function sparkline(values: readonly ChartValue[], options: SparklineOptions = {}): SVGSVGElement {
  return drawChart(sparklineScene(values, options));
}

/** A sparkline as plain shapes. */
export function sparklineScene(values: readonly ChartValue[], { breaks = [] }: SparklineOptions): Shape {
  const { runs, last, hatches } = sparklineGeometry(values, breaks);
  const line = runs.map((run) => `M${run.map(written).join('L')}${run.length === 1 ? 'Z' : ''}`).join('');
  return shape(
    'svg',
    {
      class: 'datakube-sparkline',
      width: SPARKLINE_WIDTH,
      height: SPARKLINE_HEIGHT,
      viewBox: `0 0 ${SPARKLINE_WIDTH} ${SPARKLINE_HEIGHT}`,
      'aria-hidden': 'true',
    },
    [
      ...hatches.map(({ x, width }) => shape('path', { d: hatch(x, width), class: 'hatch' })),
      ...(line === '' ? [] : [shape('path', { d: line, class: 'line' })]),
      ...(last ? [shape('path', { d: `M${written(last)}Z`, class: 'end' })] : []),
    ],
  );
}

/**
 * What a sparkline shows, in words: `2023: 12, 2024: skjult af hensyn til diskretion, 2025: 15`.
 *
 * @param periods - the names of the values
 */
export function sparklineText(
  values: readonly ChartValue[],
  periods: readonly string[],
  writing: Writing,
): string {
  return values.map((value, at) => `${periods[at] ?? ''}: ${spoken(value, writing)}`).join(', ');
}

/** A framed strip with strokes across it, drawn without a pattern, which would need an id for each sparkline. */
function hatch(x: number, width: number): string {
  const [top, bottom] = [SPARKLINE_HEIGHT - SPARKLINE_STRIP - 0.5, SPARKLINE_HEIGHT - 0.5];
  const frame = `M${round(x)},${top}H${round(x + width)}V${bottom}H${round(x)}Z`;
  const strokes: string[] = [];
  for (let from = 3 - SPARKLINE_STRIP; from < width; from += 3) {
    const [start, end] = [Math.max(0, from), Math.min(width, from + SPARKLINE_STRIP)];
    strokes.push(
      `M${round(x + start)},${bottom - (start - from)}L${round(x + end)},${bottom - (end - from)}`,
    );
  }
  return frame + strokes.join('');
}

function written({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${round(x)},${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
