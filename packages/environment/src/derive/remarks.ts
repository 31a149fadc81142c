import { type Flag, FLAGS, type MemberRemark } from '@datakube/contract';
import type { DimensionModel } from '../cubes/cube-model.ts';

/**
 * What there is to know of a member: the remarks that name it, or a coarser member it is part of. A remark on a
 * part says nothing of the whole: the country is not provisional because one municipality is.
 */
export function remarksOn({ definition, hierarchy, members }: DimensionModel, node: number): MemberRemark[] {
  const { remarks } = definition;
  if (!remarks) return [];
  const codes = new Set<string>();
  for (let at = node; at >= 0; at = hierarchy.parent[at]!) {
    const code = members[at]?.code;
    if (code !== undefined) codes.add(code);
  }
  return remarks.filter((remark) => remark.members.some((code) => codes.has(code)));
}

/** The flags of a member's numbers, each once, in the order of {@link FLAGS}. */
export function flagsOn(dimension: DimensionModel, node: number): Flag[] {
  const found = new Set(remarksOn(dimension, node).map(({ flag }) => flag));
  return FLAGS.filter((flag) => flag !== 'unreliable' && found.has(flag));
}
