/** A direction on the screen, as an arrow key gives it. */
export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** True for the keys that lead somewhere on a map. */
export function isDirection(key: string): key is Direction {
  return /^Arrow(Up|Down|Left|Right)$/.test(key);
}

/**
 * The nearest place in a direction; -1 where there is none. A place that lies straight ahead is preferred to a nearer
 * one that lies aside, and what is more aside than ahead is in another direction.
 */
export function nearest(
  places: readonly { readonly x: number; readonly y: number }[],
  from: number,
  direction: Direction,
): number {
  const start = places[from];
  let [found, least] = [-1, Infinity];
  if (!start) return found;
  places.forEach(({ x, y }, index) => {
    const [right, down] = [x - start.x, y - start.y];
    const ahead = { ArrowUp: -down, ArrowDown: down, ArrowLeft: -right, ArrowRight: right }[direction];
    const aside = Math.abs(direction === 'ArrowUp' || direction === 'ArrowDown' ? right : down);
    if (ahead <= 0 || aside > ahead) return;
    const way = ahead + 2 * aside;
    if (way < least) [found, least] = [index, way];
  });
  return found;
}
