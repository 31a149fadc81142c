import {
  line,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import { holds } from '../../model/flags.ts';
import type { ChartValue } from '../../model/chart-value.ts';
import { shape, type Shape } from '../../scene/shape.ts';
import type { Point } from './line-geometry.ts';

const pen = line<Point>()
  .x((point) => point.x)
  .y((point) => point.y ?? 0)
  .digits(2);

/** The line through points: broken where nothing is shown or the series breaks, dotted to and from what is provisional. */
export function lineShapes(points: readonly Point[], colour: string): Shape[] {
  const path = (runs: readonly (readonly Point[])[], look: string): Shape[] => {
    const d = runs.map((run) => pen([...run]) ?? '').join('');
    return d === '' ? [] : [shape('path', { d, class: look })];
  };
  const { solid, provisional } = stretches(points);
  return [...path(solid, `line ${colour}`), ...path(provisional, `line ${colour} provisional`)];
}

/** The stretches of a line without a gap, those that are certain apart from those that are provisional. */
export function stretches<P extends Pick<Point, 'y' | 'breaks' | 'value'>>(
  points: readonly P[],
): { readonly solid: P[][]; readonly provisional: P[][] } {
  const solid: P[][] = [];
  const provisional: P[][] = [];
  let run: { kind: 'solid' | 'provisional' | null; points: P[] } = { kind: null, points: [] };
  const end = (): void => {
    if (run.points.length > 0) (run.kind === 'provisional' ? provisional : solid).push(run.points);
    run = { kind: null, points: [] };
  };
  for (const point of points) {
    const last = run.points.at(-1);
    if (point.y === null || point.breaks) end();
    if (point.y === null) continue;
    if (last && run.points.length > 0) {
      const kind = [last, point].some(({ value }) => holds(value, 'provisional')) ? 'provisional' : 'solid';
      if (run.kind !== null && run.kind !== kind) {
        end();
        run.points.push(last);
      }
      run.kind = kind;
    }
    run.points.push(point);
  }
  end();
  return { solid, provisional };
}

const symbols: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** A point of a series. Each series has a shape of its own: colour alone must never tell them apart. */
export function pointMarker(x: number, y: number, series: number, size = 36, look = ''): Shape {
  const outline = symbol(symbols[series % symbols.length] ?? symbolCircle, size).digits(2)();
  return shape('path', {
    d: outline ?? '',
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
    class: `point series-${series + 1}${look && ` ${look}`}`,
  });
}

/** A point as it is marked: open where it is provisional, with a cross where it is unreliable. */
export function valueMarker(
  { x, y }: { readonly x: number; readonly y: number },
  value: ChartValue,
  series: number,
): Shape[] {
  const provisional = holds(value, 'provisional');
  const cross = (dx: number): Shape =>
    shape('line', { x1: x - 5, x2: x + 5, y1: y - dx, y2: y + dx, class: `cross series-${series + 1}` });
  return [
    provisional ? pointMarker(x, y, series, 48, 'open') : pointMarker(x, y, series),
    ...(holds(value, 'unreliable') ? [cross(5), cross(-5)] : []),
  ];
}
