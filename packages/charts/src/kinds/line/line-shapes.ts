import {
  line,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  type SymbolType,
} from 'd3-shape';
import type { Point } from './line-geometry.ts';
import { shape, type Shape } from '../../scene/shape.ts';

const pen = line<Point>()
  .defined((point) => point.y !== null)
  .x((point) => point.x)
  .y((point) => point.y ?? 0)
  .digits(2);

/** The line through points, broken where nothing is shown. */
export function lineShapes(points: readonly Point[], colour: string): Shape[] {
  const path = pen(points);
  return path ? [shape('path', { d: path, class: `line ${colour}` })] : [];
}

const symbols: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];

/** A point of a series. Each series has a shape of its own: colour alone must never tell them apart. */
export function pointMarker(x: number, y: number, series: number): Shape {
  const outline = symbol(symbols[series % symbols.length] ?? symbolCircle, 36).digits(2)();
  return shape('path', {
    d: outline ?? '',
    transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})`,
    class: `point series-${series + 1}`,
  });
}
