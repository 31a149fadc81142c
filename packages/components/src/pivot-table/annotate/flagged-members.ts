import type { TupleEntry } from '@datakube/contract';
import { entryOf } from '../../pivot/axis.ts';
import type { AxisLayout } from '../../pivot/layout.ts';

/** The members with flags among the positions of an axis that are spoken of, each once. */
export function flaggedMembers({ axis, order }: AxisLayout): TupleEntry[] {
  return axis.dimensions.flatMap(({ nodeOf }, d) => {
    const found = new Map<string, TupleEntry>();
    let last = -1;
    for (const tuple of order) {
      const node = nodeOf[tuple]!;
      if (node === last) continue;
      last = node;
      const entry = entryOf(axis, d, node);
      if (entry.flags?.length) found.set(entry.code, entry);
    }
    return [...found.values()];
  });
}
