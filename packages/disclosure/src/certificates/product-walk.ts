import type { Face, MoveSpace, Option } from './move-space.ts';

/** What a walk does at each changed cell; a walk stops once the sum of what it returns exceeds its limit. */
export type Visit = (cell: number, sign: number) => number;

/**
 * Walks the cells a move changes: the product of its options, in every face. While one hierarchy is
 * varied the product of the others is worked out once (`hold`) and used for each option (`walk`).
 */
export interface ProductWalk {
  /** Works out the product of all options but that of one hierarchy. */
  hold(options: readonly Option[], varied: number): void;
  /** Visits the held product times one option. Returns the sum of the visits, or something above the limit. */
  walk(option: Option, visit: Visit, limit: number): number;
  /** Visits the held product times one option, all of it. */
  each(option: Option, visit: (cell: number, sign: number) => void): void;
}

export function productWalk({ faces, relations }: MoveSpace): ProductWalk {
  const first = new Int32Array(faces.length + 1);
  let held = 0;
  // The product so far, and the one that is being written from it.
  let offset = new Int32Array(1024);
  let sign = new Int8Array(1024);
  let partOffset = new Int32Array(1024);
  let partSign = new Int8Array(1024);
  let nextOffset = new Int32Array(1024);
  let nextSign = new Int8Array(1024);
  // Sign of every node of every hierarchy under the options held; 0 where it does not change.
  const signOf = relations.map(({ upwards }) => new Int8Array(upwards.length));
  const marked = relations.map((): Option | undefined => undefined);

  const mark = (h: number, option: Option): void => {
    if (marked[h] === option) return;
    const signs = signOf[h]!;
    const before = marked[h];
    if (before) for (let at = 0; at < before.nodes.length; at++) signs[before.nodes[at]!] = 0;
    for (let at = 0; at < option.nodes.length; at++) signs[option.nodes[at]!] = option.signs[at]!;
    marked[h] = option;
  };

  /** Sign of the nodes at which a face rests; 0 where one of them does not change. */
  const restingSign = (face: Face, varied: number): number => {
    let product = 1;
    for (let i = 0; i < face.restingHierarchies.length; i++) {
      const h = face.restingHierarchies[i]!;
      if (h === varied) continue;
      product *= signOf[h]![face.resting[h]!]!;
      if (product === 0) return 0;
    }
    return product;
  };

  const hold = (options: readonly Option[], varied: number): void => {
    held = varied;
    for (let h = 0; h < options.length; h++) if (h !== varied) mark(h, options[h]!);
    let end = 0;
    for (let f = 0; f < faces.length; f++) {
      const face = faces[f]!;
      first[f] = end;
      const resting = restingSign(face, varied);
      if (resting === 0) continue;
      partOffset[0] = 0;
      partSign[0] = resting;
      let count = 1;
      for (let dimension = 0; dimension < face.sizes.length && count > 0; dimension++) {
        const h = face.hierarchies[dimension]!;
        if (h !== varied)
          count = multiply(options[h]!, face.sizes[dimension]!, face.strides[dimension]!, count);
      }
      if (end + count > offset.length) [offset, sign] = longer(offset, sign, end + count);
      for (let at = 0; at < count; at++) {
        offset[end + at] = partOffset[at]!;
        sign[end + at] = partSign[at]!;
      }
      end += count;
    }
    first[faces.length] = end;
  };

  /** Multiplies the product so far by the nodes of an option; returns how many there are then. */
  const multiply = ({ nodes, signs }: Option, size: number, stride: number, count: number): number => {
    if (count * nodes.length > nextOffset.length)
      [nextOffset, nextSign] = longer(nextOffset, nextSign, count * nodes.length);
    let next = 0;
    for (let at = 0; at < nodes.length; at++) {
      if (nodes[at]! >= size) continue;
      const step = nodes[at]! * stride;
      for (let old = 0; old < count; old++) {
        nextOffset[next] = partOffset[old]! + step;
        nextSign[next++] = partSign[old]! * signs[at]!;
      }
    }
    [partOffset, nextOffset] = [nextOffset, partOffset];
    [partSign, nextSign] = [nextSign, partSign];
    return next;
  };

  const walk = (option: Option, visit: Visit, limit: number): number => {
    let sum = 0;
    const { nodes, signs } = option;
    for (let f = 0; f < faces.length; f++) {
      const from = first[f]!;
      const to = first[f + 1]!;
      if (from === to) continue;
      const { at, resting, cell, sizes, strides } = faces[f]!;
      const dimension = at[held]!;
      if (dimension < 0) {
        const own = signAt(option, resting[held]!);
        if (own === 0) continue;
        for (let i = from; i < to; i++) {
          const id = cell[offset[i]!]!;
          if (id >= 0) sum += visit(id, own * sign[i]!);
        }
        if (sum > limit) return sum;
        continue;
      }
      const size = sizes[dimension]!;
      const stride = strides[dimension]!;
      for (let n = 0; n < nodes.length; n++) {
        if (nodes[n]! >= size) continue;
        const base = nodes[n]! * stride;
        const own = signs[n]!;
        for (let i = from; i < to; i++) {
          const id = cell[base + offset[i]!]!;
          if (id >= 0) sum += visit(id, own * sign[i]!);
        }
        if (sum > limit) return sum;
      }
    }
    return sum;
  };

  const each = (option: Option, visit: (cell: number, sign: number) => void): void => {
    const { nodes, signs } = option;
    for (let f = 0; f < faces.length; f++) {
      const from = first[f]!;
      const to = first[f + 1]!;
      if (from === to) continue;
      const { at, resting, cell, sizes, strides } = faces[f]!;
      const dimension = at[held]!;
      if (dimension < 0) {
        const own = signAt(option, resting[held]!);
        if (own === 0) continue;
        for (let i = from; i < to; i++) {
          const id = cell[offset[i]!]!;
          if (id >= 0) visit(id, own * sign[i]!);
        }
        continue;
      }
      const size = sizes[dimension]!;
      const stride = strides[dimension]!;
      for (let n = 0; n < nodes.length; n++) {
        if (nodes[n]! >= size) continue;
        const base = nodes[n]! * stride;
        const own = signs[n]!;
        for (let i = from; i < to; i++) {
          const id = cell[base + offset[i]!]!;
          if (id >= 0) visit(id, own * sign[i]!);
        }
      }
    }
  };

  return { hold, walk, each };
}

function longer(
  offset: Int32Array<ArrayBuffer>,
  sign: Int8Array<ArrayBuffer>,
  least: number,
): [Int32Array<ArrayBuffer>, Int8Array<ArrayBuffer>] {
  const offsets = new Int32Array(2 * least);
  offsets.set(offset);
  const signs = new Int8Array(2 * least);
  signs.set(sign);
  return [offsets, signs];
}

function signAt({ nodes, signs }: Option, node: number): number {
  for (let at = 0; at < nodes.length; at++) if (nodes[at] === node) return signs[at]!;
  return 0;
}
