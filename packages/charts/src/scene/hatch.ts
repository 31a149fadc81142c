import { shape, type Shape } from './shape.ts';

/** The hatch that stands for a hidden value, everywhere the same. `id` must be unique on the page. */
export function hatch(id: string): Shape {
  return shape('defs', {}, [
    shape(
      'pattern',
      { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      [shape('line', { x1: 0, y1: 0, x2: 0, y2: 6, class: 'hatch-line' })],
    ),
  ]);
}

/** A hatched rectangle. */
export function hatched(id: string, place: { x: number; y: number; width: number; height: number }): Shape {
  return shape('rect', { ...place, class: 'hidden', fill: `url(#${id})` });
}
