import type { Face, Lattice } from './perturbation.ts';

/**
 * Prices products of nodes: what it costs to hide the cells whose node, in every hierarchy, is in a set.
 * While the set of one hierarchy is varied, the product of the others is worked out once.
 */
export interface ProductPrice {
  /** Works out the product of all sets but that of one hierarchy. */
  hold(nodes: readonly Int32Array[], varied: number): void;
  /** Price of the held product with one set; what comes out above the limit is only known to be above. */
  price(nodes: Int32Array, limit: number): number;
  /** The cells of a whole product, each once. */
  cells(nodes: readonly Int32Array[]): Int32Array;
}

/** @param price of each joint cell */
export function productPrice({ faces }: Lattice, price: Float64Array): ProductPrice {
  /** Offsets of the held product in each face, one face after another. */
  let offset = new Int32Array(256);
  const first = new Int32Array(faces.length + 1);
  let held = 0;

  const reserve = (entries: number): void => {
    if (entries <= offset.length) return;
    const longer = new Int32Array(2 * entries);
    longer.set(offset);
    offset = longer;
  };

  const hold: ProductPrice['hold'] = (nodes, varied) => {
    held = varied;
    let end = 0;
    for (let f = 0; f < faces.length; f++) {
      const face = faces[f]!;
      first[f] = end;
      if (!restsIn(face, nodes, varied)) continue;
      let count = 1;
      reserve(end + 1);
      offset[end] = 0;
      for (let at = 0; at < face.hierarchy.length; at++) {
        if (face.hierarchy[at] === varied) continue;
        const own = nodes[face.hierarchy[at]!]!;
        reserve(end + count * (own.length + 1));
        // Written behind what is there, then moved over it.
        let next = end + count;
        for (let n = 0; n < own.length; n++) {
          if (own[n]! >= face.size[at]!) continue;
          const step = own[n]! * face.stride[at]!;
          for (let i = end; i < end + count; i++) offset[next++] = offset[i]! + step;
        }
        offset.copyWithin(end, end + count, next);
        count = next - end - count;
      }
      end += count;
    }
    first[faces.length] = end;
  };

  const priceOf: ProductPrice['price'] = (nodes, limit) => {
    let sum = 0;
    for (let f = 0; f < faces.length; f++) {
      const from = first[f]!;
      const to = first[f + 1]!;
      if (from === to) continue;
      const face = faces[f]!;
      const { cell } = face;
      const at = face.place[held]!;
      for (let n = 0; n < nodes.length; n++) {
        const base = baseOf(face, at, held, nodes[n]!);
        if (base < 0) continue;
        for (let i = from; i < to; i++) {
          const id = cell[base + offset[i]!]!;
          if (id >= 0) sum += price[id]!;
        }
        if (sum >= limit) return sum;
      }
    }
    return sum;
  };

  return {
    hold,
    price: priceOf,
    cells(nodes) {
      hold(nodes, 0);
      const found: number[] = [];
      faces.forEach((face, f) => {
        for (const node of nodes[0]!) {
          const base = baseOf(face, face.place[0]!, 0, node);
          if (base < 0) continue;
          for (let i = first[f]!; i < first[f + 1]!; i++) {
            const id = face.cell[base + offset[i]!]!;
            if (id >= 0) found.push(id);
          }
        }
      });
      return Int32Array.from(found);
    },
  };
}

/** Does the face rest at nodes of the sets, in every hierarchy that is not one of its dimensions? */
function restsIn(face: Face, nodes: readonly Int32Array[], varied: number): boolean {
  for (let hierarchy = 0; hierarchy < nodes.length; hierarchy++) {
    if (hierarchy === varied || face.place[hierarchy]! >= 0) continue;
    if (!nodes[hierarchy]!.includes(face.resting[hierarchy]!)) return false;
  }
  return true;
}

/** Where a node of the varied hierarchy lies in a face; −1 where the face does not show it. */
function baseOf(face: Face, at: number, hierarchy: number, node: number): number {
  if (at < 0) return node === face.resting[hierarchy] ? 0 : -1;
  return node < face.size[at]! ? node * face.stride[at]! : -1;
}
