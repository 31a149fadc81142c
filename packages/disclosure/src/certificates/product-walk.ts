import type { MoveSpace, Option } from './move-space.ts';

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

export function productWalk({ faces }: MoveSpace): ProductWalk {
  let offset = new Int32Array(1024);
  let sign = new Int8Array(1024);
  const first = new Int32Array(faces.length + 1);
  let held = 0;

  const grow = (least: number): void => {
    if (least <= offset.length) return;
    const longer = new Int32Array(2 * least);
    longer.set(offset);
    offset = longer;
    const wider = new Int8Array(2 * least);
    wider.set(sign);
    sign = wider;
  };

  const hold = (options: readonly Option[], varied: number): void => {
    held = varied;
    let end = 0;
    for (let f = 0; f < faces.length; f++) {
      const face = faces[f]!;
      first[f] = end;
      let sure = 1;
      for (let h = 0; h < options.length && sure !== 0; h++) {
        if (h !== varied && face.at[h]! < 0) sure = signAt(options[h]!, face.resting[h]!);
      }
      if (sure === 0) continue;
      grow(end + 1);
      offset[end] = 0;
      sign[end] = 1;
      let count = 1;
      for (let h = 0; h < options.length; h++) {
        if (h !== varied && face.at[h]! < 0) sign[end]! *= signAt(options[h]!, face.resting[h]!);
      }
      for (let dimension = 0; dimension < face.sizes.length && count > 0; dimension++) {
        const h = face.hierarchies[dimension]!;
        if (h === varied) continue;
        const { nodes, signs } = options[h]!;
        const size = face.sizes[dimension]!;
        const stride = face.strides[dimension]!;
        grow(end + count * (nodes.length + 1));
        // The new product is written behind the old one and then moved down over it.
        let next = end + count;
        for (let at = 0; at < nodes.length; at++) {
          if (nodes[at]! >= size) continue;
          const step = nodes[at]! * stride;
          for (let old = end; old < end + count; old++) {
            offset[next] = offset[old]! + step;
            sign[next++] = sign[old]! * signs[at]!;
          }
        }
        const grown = next - end - count;
        offset.copyWithin(end, end + count, next);
        sign.copyWithin(end, end + count, next);
        count = grown;
      }
      end += count;
    }
    first[faces.length] = end;
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

function signAt({ nodes, signs }: Option, node: number): number {
  for (let at = 0; at < nodes.length; at++) if (nodes[at] === node) return signs[at]!;
  return 0;
}
