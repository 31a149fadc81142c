import type { Range } from '../pivot/window.ts';

/** How the elements of a window are made and moved. */
export interface Recycling<T> {
  readonly create: () => T;
  readonly before: (item: T, next: T) => void;
  readonly append: (item: T) => void;
  readonly remove: (item: T) => void;
}

/**
 * Moves a window over a long list: elements that fall out at one end come in at the other, so that the order
 * in the document stays the order on the screen and an element keeps its content while it shows.
 *
 * @param items the elements of `from`, changed in place to those of `to`
 * @returns the ranges of positions whose elements must be painted
 */
export function recycle<T>(
  items: T[],
  from: Range,
  to: Range,
  { create, before, append, remove }: Recycling<T>,
): Range[] {
  const kept: Range = { first: Math.max(from.first, to.first), end: Math.min(from.end, to.end) };
  const length = to.end - to.first;
  if (kept.first >= kept.end) {
    while (items.length > length) remove(items.pop()!);
    while (items.length < length) {
      const item = create();
      append(item);
      items.push(item);
    }
    return [to];
  }
  const spare = [...items.splice(kept.end - from.first), ...items.splice(0, kept.first - from.first)];
  for (let at = kept.first; at > to.first; at--) {
    const item = spare.pop() ?? create();
    before(item, items[0]!);
    items.unshift(item);
  }
  for (let at = kept.end; at < to.end; at++) {
    const item = spare.pop() ?? create();
    append(item);
    items.push(item);
  }
  spare.forEach(remove);
  return [
    { first: to.first, end: kept.first },
    { first: kept.end, end: to.end },
  ].filter(({ first, end }) => first < end);
}
