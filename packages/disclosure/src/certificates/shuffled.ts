import type { RandomStream } from '../secondary/random-stream.ts';

/** A list in a secret order. */
export function shuffled<T>(list: readonly T[], random: RandomStream): T[] {
  const order = [...list];
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
