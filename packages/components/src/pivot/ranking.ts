import type { Language } from '@datakube/contract';
import { compareNames } from '../localisation/format.ts';
import type { Axis } from './axis.ts';
import type { Labels } from './label.ts';
import { nodeLabel } from './node-key.ts';

export type Direction = 'ascending' | 'descending';

/** What names are compared: in which language, and what of them is written. */
export interface Naming {
  readonly language: Language;
  readonly labels: Labels;
}

/** Compares two nodes of the same parent. Totals never take part. */
export type NodeOrder = (dimension: number, a: number, b: number) => number;

/** Orders members by name, as the language sorts: in Danish Æ, Ø, Å last and Aa as Å. */
export function byName(axis: Axis, direction: Direction, naming: Naming): NodeOrder {
  const ranks = axis.dimensions.map((_, d) => nameRanks(axis, d, naming));
  const sign = direction === 'ascending' ? 1 : -1;
  return (d, a, b) => sign * (ranks[d]![a]! - ranks[d]![b]!) || a - b;
}

/**
 * Orders members by a value of their own: that of the tuple in which every dimension further in stands at
 * its total. Where there is no such tuple, nobody may add one up, and the members keep their order.
 *
 * Members whose value is hidden or absent come last in order of name, whichever way the rest is sorted,
 * so that their place says nothing of their size.
 *
 * @param valueOf the value of a tuple, `NaN` where its status carries no number
 */
export function byValue(
  axis: Axis,
  direction: Direction,
  naming: Naming,
  valueOf: (tuple: number) => number,
): NodeOrder {
  const values = axis.dimensions.map((_, d) => ownValues(axis, d, valueOf));
  const name = byName(axis, 'ascending', naming);
  const sign = direction === 'ascending' ? 1 : -1;
  return (d, a, b) => {
    const own = values[d];
    if (!own) return a - b;
    const x = own[a]!;
    const y = own[b]!;
    if (x === y) return a - b;
    if (Number.isNaN(x)) return Number.isNaN(y) ? name(d, a, b) : 1;
    return Number.isNaN(y) ? -1 : sign * (x - y);
  };
}

/** Node → place of its label among the labels of the dimension. Few labels are compared, many nodes are ranked. */
function nameRanks(axis: Axis, d: number, { language, labels }: Naming): Int32Array {
  const nodes = axis.dimensions[d]!.first.length;
  const rankOf = new Map<string, number>();
  for (let node = 0; node < nodes; node++) rankOf.set(nodeLabel(axis, d, node, labels), 0);
  [...rankOf.keys()]
    .sort((a, b) => compareNames(a, b, language))
    .forEach((label, rank) => rankOf.set(label, rank));
  const ranks = new Int32Array(nodes);
  for (let node = 0; node < nodes; node++) ranks[node] = rankOf.get(nodeLabel(axis, d, node, labels))!;
  return ranks;
}

/** Node → value of the tuple that stands for it, or null where no node of the dimension has one. */
function ownValues(axis: Axis, d: number, valueOf: (tuple: number) => number): Float64Array | null {
  const { nodeOf, first } = axis.dimensions[d]!;
  const further = axis.dimensions.slice(d + 1);
  const standsForNode = (t: number): boolean => further.every((inner) => inner.total[inner.nodeOf[t]!]);
  const values = new Float64Array(first.length).fill(NaN);
  let found = false;
  for (let t = 0; t < nodeOf.length; t++) {
    if (!standsForNode(t)) continue;
    values[nodeOf[t]!] = valueOf(t);
    found = true;
  }
  return found ? values : null;
}
