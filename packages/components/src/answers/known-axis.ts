import type { Tuple, TupleEntry } from '@datakube/contract';

/** One dimension of an axis of an answer: its positions, and how far apart they are among the tuples. */
export interface KnownDimension {
  readonly dimension: string;
  readonly positions: readonly TupleEntry[];
  /** Tuples from one position to the next. */
  readonly stride: number;
}

/**
 * The dimensions of an axis. Its tuples are the product of them, the last running fastest.
 *
 * @returns null where they are not: nothing can then be found in the axis by reckoning
 */
export function knownAxis(tuples: readonly Tuple[]): readonly KnownDimension[] | null {
  const [first] = tuples;
  if (!first) return null;
  const dimensions: KnownDimension[] = [];
  let stride = 1;
  for (let d = first.length - 1; d >= 0; d--) {
    const positions: TupleEntry[] = [];
    for (let at = 0; at < tuples.length; at += stride) {
      const entry = tuples[at]![d]!;
      if (at > 0 && isSame(entry, first[d]!)) break;
      positions.push(entry);
    }
    dimensions.unshift({ dimension: first[d]!.dimension, positions, stride });
    stride *= positions.length;
  }
  return stride === tuples.length && isProduct(tuples, dimensions) ? dimensions : null;
}

function isProduct(tuples: readonly Tuple[], dimensions: readonly KnownDimension[]): boolean {
  return dimensions.every(({ positions, stride }, d) =>
    tuples.every((tuple, at) => isSame(tuple[d]!, positions[((at / stride) | 0) % positions.length]!)),
  );
}

/** The same position of a dimension. */
export function isSame(a: TupleEntry, b: TupleEntry): boolean {
  return a === b || (a.code === b.code && a.level === b.level && a.kind === b.kind);
}
