import fc from 'fast-check';
import { estimateTextWidth } from '../geometry/text-width.ts';
import type { Shape } from '../scene/shape.ts';
import type { CellLike } from './cell-set.fixture.ts';

/** A shape and everything in it. */
export function all(drawing: Shape): Shape[] {
  return [drawing, ...drawing.children.flatMap(all)];
}

export function number({ attributes }: Shape, name: string): number {
  return Number(attributes[name] ?? 0);
}

export function classes({ attributes }: Shape): string[] {
  return (attributes['class'] ?? '').split(' ');
}

export function marksOf(drawing: Shape): Shape[] {
  return all(drawing).filter(({ attributes }) => attributes['role'] === 'listitem');
}

export function withClass(drawing: Shape, name: string): Shape[] {
  return all(drawing).filter((each) => classes(each).includes(name));
}

/** Counts and hidden cells, as they come. */
export const anyCell = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 250_000 }) },
  { weight: 1, arbitrary: fc.constant<CellLike>('suppressed') },
  { weight: 1, arbitrary: fc.constantFrom<CellLike>('missing', 'not-applicable') },
);

/** Tables of any cells, at least two rows. */
export function anyTable(columns: { min: number; max: number }, rows: number): fc.Arbitrary<CellLike[][]> {
  return fc.integer(columns).chain((across) =>
    fc.array(fc.array(anyCell, { minLength: across, maxLength: across }), {
      minLength: 2,
      maxLength: rows,
    }),
  );
}

/** Widths from a telephone's to a wide page's. */
export const anyWidth: fc.Arbitrary<number> = fc.integer({ min: 280, max: 1200 });

/** Attributes that a browser cannot draw: numbers that are none, lengths below nothing, styles. */
export function undrawable(drawing: Shape): string[] {
  return all(drawing).flatMap(({ tag, attributes }) =>
    Object.entries(attributes)
      .filter(
        ([name, value]) =>
          /NaN|Infinity|undefined/.test(value) ||
          ((name === 'width' || name === 'height') && Number(value) < 0) ||
          name === 'style',
      )
      .map(([name, value]) => `${tag} ${name}="${value}"`),
  );
}

/**
 * Level texts that lie on each other or leave the drawing. Words in brackets are left out: where a number is missing
 * they may need more room than a narrow chart has.
 */
export function unreadable(drawing: Shape, width: number): string[] {
  const found = all(drawing)
    .filter(
      ({ tag, attributes, text }) => tag === 'text' && !attributes['transform'] && !text.startsWith('['),
    )
    .map((each) => {
      const room = estimateTextWidth(each.text);
      const before = classes(each).includes('end') ? room : classes(each).includes('middle') ? room / 2 : 0;
      const left = number(each, 'x') - before;
      return { text: each.text, left, right: left + room, y: number(each, 'y') };
    });
  return found.flatMap((one, index) => [
    ...(one.left < -1 || one.right > width + 1 ? [`${width} px: "${one.text}" leaves the drawing`] : []),
    ...found
      .slice(index + 1)
      .filter((other) => Math.abs(one.y - other.y) < 11 && one.right > other.left && other.right > one.left)
      .map((other) => `${width} px: "${one.text}" lies on "${other.text}"`),
  ]);
}
