import { agree } from '../release/family-policy.ts';
import type { CubeModel } from './cube-model.ts';
import type { Complain } from './definition-fault.ts';

/** The cubes that are protected with this one, itself among them: the whole first, then its parts by name. */
export function familyOf(cubes: Iterable<CubeModel>, { definition }: CubeModel): CubeModel[] {
  const root = definition.partOf?.cube ?? definition.id;
  return [...cubes]
    .filter((cube) => cube.definition.id === root || cube.definition.partOf?.cube === root)
    .sort((a, b) => rank(a, root) - rank(b, root) || (a.definition.id < b.definition.id ? -1 : 1));
}

function rank(cube: CubeModel, root: string): number {
  return cube.definition.id === root ? 0 : 1;
}

/** Checks that a part and its whole speak of the same things in the same words. */
export function checkPart(part: CubeModel, cubes: ReadonlyMap<string, CubeModel>, complain: Complain): void {
  const { partOf } = part.definition;
  if (!partOf) return;
  const whole = cubes.get(partOf.cube);
  if (!whole || whole === part || whole.definition.partOf) {
    complain(['partOf', 'cube'], `there is no whole cube ${partOf.cube}`);
    return;
  }
  if (!agree(whole.definition.policy, part.definition.policy)) {
    complain(['policy'], `${partOf.cube} counts the same events and is protected in another way`);
  }
  const dimension = whole.dimension(partOf.dimension);
  if (!dimension || dimension.definition.source.multiple) {
    complain(
      ['partOf', 'dimension'],
      `${partOf.cube} has no dimension ${partOf.dimension} that divides events`,
    );
  } else if (!dimension.nodeOf.has(partOf.member)) {
    complain(['partOf', 'member'], `${partOf.dimension} has no member ${partOf.member}`);
  } else if (part.dimension(partOf.dimension)) {
    complain(['partOf', 'dimension'], `the part has the dimension ${partOf.dimension} itself`);
  }
  part.dimensions.forEach((own, index) => {
    const other = whole.dimension(own.definition.id);
    const codes = (members: typeof own.members): string => JSON.stringify(members.map((each) => each?.code));
    if (!other || codes(own.members) === codes(other.members)) return;
    complain(['dimensions', index, 'members'], `${own.definition.id} has other members in ${partOf.cube}`);
  });
}
