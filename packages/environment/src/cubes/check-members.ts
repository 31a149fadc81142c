import type { DimensionDefinition, Member } from '@datakube/contract';
import type { Complain } from './definition-fault.ts';
import { RESERVED } from './reserved-names.ts';

/** Checks that members fill the levels as a tree: every member has its parent one level up, every branch reaches the leaves. */
export function checkMembers(
  definition: DimensionDefinition,
  members: readonly Member[],
  complain: Complain,
): void {
  const order = new Map(definition.levels.map((level, index) => [level.id, index]));
  const byCode = new Map<string, Member>();
  for (const member of members) {
    if (byCode.has(member.code)) complain(['members'], `the code ${member.code} occurs twice`);
    if (RESERVED.includes(member.code)) complain(['members'], `the code ${member.code} is reserved`);
    byCode.set(member.code, member);
  }
  const withChildren = new Set<string>();
  for (const member of members) {
    const position = order.get(member.level);
    if (position === undefined) {
      complain(['members'], `${member.code} is of level ${member.level}, which the dimension lacks`);
    } else if (position === 0) {
      if (member.parent !== undefined)
        complain(['members'], `${member.code} is of the first level and has a parent`);
    } else {
      checkParent(member, definition.levels[position - 1]!.id, byCode, complain);
      if (member.parent !== undefined) withChildren.add(member.parent);
    }
  }
  definition.levels.forEach((level, index) => {
    const onLevel = members.filter((member) => member.level === level.id);
    if (onLevel.length === 0) complain(['levels', index, 'id'], `no member is of level ${level.id}`);
    if (index === definition.levels.length - 1) return;
    for (const member of onLevel) {
      if (!withChildren.has(member.code)) complain(['members'], `${member.code} has no members below it`);
    }
  });
}

function checkParent(
  member: Member,
  levelAbove: string,
  byCode: ReadonlyMap<string, Member>,
  complain: Complain,
): void {
  if (member.parent === undefined) {
    complain(['members'], `${member.code} has no parent`);
    return;
  }
  const parent = byCode.get(member.parent);
  if (!parent) complain(['members'], `${member.code} has the parent ${member.parent}, which does not exist`);
  else if (parent.level !== levelAbove) {
    complain(
      ['members'],
      `${member.code} has the parent ${member.parent}, which is not of level ${levelAbove}`,
    );
  }
}
