/** Above this many possible groups, only those that occur get a number. */
const DENSE_LIMIT = 2 ** 22;

/** Numbers the groups that occur, as they turn up, and puts them in order at the end. */
export interface GroupIndex {
  /** Number of the group with this mixed-radix key. */
  find(key: number): number;
  readonly count: () => number;
  /** Group numbers in the order of their keys, and the keys in that order. */
  sorted(): { readonly order: Int32Array; readonly keys: Float64Array };
}

/**
 * @param possible number of possible keys, at most 2⁵³
 */
export function createGroupIndex(possible: number): GroupIndex {
  let count = 0;
  const find = possible <= DENSE_LIMIT ? denseFind(possible, () => count++) : sparseFind(() => count++);
  return {
    find: find.group,
    count: () => count,
    sorted() {
      const keys = new Float64Array(count);
      find.each((key, group) => (keys[group] = key));
      const order = Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
      return { order, keys: Float64Array.from(order, (group) => keys[group]!) };
    },
  };
}

interface Finder {
  readonly group: (key: number) => number;
  readonly each: (visit: (key: number, group: number) => void) => void;
}

function denseFind(possible: number, next: () => number): Finder {
  const groups = new Int32Array(possible).fill(-1);
  return {
    group: (key) => {
      const group = groups[key]!;
      return group >= 0 ? group : (groups[key] = next());
    },
    each: (visit) => groups.forEach((group, key) => group >= 0 && visit(key, group)),
  };
}

function sparseFind(next: () => number): Finder {
  const groups = new Map<number, number>();
  return {
    group: (key) => {
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = next()));
      return group;
    },
    each: (visit) => groups.forEach((group, key) => visit(key, group)),
  };
}

/** Takes mixed-radix keys apart, the last digit running fastest. */
export function splitKeys(keys: Float64Array, sizes: readonly number[]): Int32Array[] {
  const digits = sizes.map(() => new Int32Array(keys.length));
  for (let index = 0; index < keys.length; index++) {
    let rest = keys[index]!;
    for (let digit = sizes.length - 1; digit >= 0; digit--) {
      const size = sizes[digit]!;
      const above = Math.floor(rest / size);
      digits[digit]![index] = rest - above * size;
      rest = above;
    }
  }
  return digits;
}
