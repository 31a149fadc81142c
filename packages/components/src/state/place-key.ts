/**
 * Keys of places in the table, as the pivot model writes them: dimension and code of each member from the
 * outside in, e.g. `residence:1081/sex:K`.
 */

/** The dimensions a key goes through, from the outside in. */
export function dimensionsOf(key: string): readonly string[] {
  return key === '' ? [] : key.split('/').map((part) => part.slice(0, Math.max(0, part.indexOf(':'))));
}

/** The member a key has of a dimension. */
export function memberIn(key: string, dimension: string): string | undefined {
  const part = key.split('/').find((each) => each.startsWith(`${dimension}:`));
  return part?.slice(dimension.length + 1);
}

/** The code a total has where members have theirs. */
export const TOTAL = 'total';
