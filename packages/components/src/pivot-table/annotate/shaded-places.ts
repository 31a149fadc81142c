import type { AxisLayout } from '../../pivot/layout.ts';

/**
 * The visible positions of an axis that can be compared by shade, as a mask: members of the finest level that
 * shows. A total or a subtotal is larger than its parts for no other reason than that it is their sum.
 */
export function comparable({ axis, order }: AxisLayout): Uint8Array {
  const finest = axis.dimensions.map(({ nodeOf, depth }) =>
    order.reduce((deepest, tuple) => Math.max(deepest, depth[nodeOf[tuple]!]!), 0),
  );
  return Uint8Array.from(order, (tuple) =>
    axis.dimensions.every(({ nodeOf, depth, total, others }, d) => {
      const node = nodeOf[tuple]!;
      return !total[node] && !others[node] && depth[node] === finest[d];
    })
      ? 1
      : 0,
  );
}
