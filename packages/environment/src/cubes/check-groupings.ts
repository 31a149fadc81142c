import type { DimensionDefinition, Grouping, Member } from '@datakube/contract';
import type { Complain } from './definition-fault.ts';
import { RESERVED } from './reserved-names.ts';

/**
 * Checks that groupings name what is there, and that no name says two things: a grouping stands where a level
 * can stand, and a group where a member can.
 */
export function checkGroupings(
  { levels, groupings = [] }: DimensionDefinition,
  members: readonly Member[],
  complain: Complain,
): void {
  const ids = new Set([...levels.map(({ id }) => id), ...RESERVED]);
  const codes = new Set([...members.map(({ code }) => code), ...RESERVED]);
  groupings.forEach((grouping, index) => {
    const inGrouping: Complain = (path, reason) => complain(['groupings', index, ...path], reason);
    if (ids.has(grouping.id)) inGrouping(['id'], `${grouping.id} is the name of a level or another grouping`);
    ids.add(grouping.id);
    if (!levels.some(({ id }) => id === grouping.level)) {
      inGrouping(['level'], `the dimension has no level ${grouping.level}`);
    }
    grouping.groups.forEach(({ code }, group) => {
      if (codes.has(code))
        inGrouping(['groups', group, 'code'], `${code} is the code of a member or another group`);
      codes.add(code);
    });
    checkGroups(grouping, members, inGrouping);
  });
}

function checkGroups(grouping: Grouping, members: readonly Member[], complain: Complain): void {
  const onLevel = new Set(members.filter(({ level }) => level === grouping.level).map(({ code }) => code));
  const taken = new Set<string>();
  grouping.groups.forEach((group, index) => {
    group.members.forEach((code, at) => {
      const path = ['groups', index, 'members', at];
      if (!onLevel.has(code)) complain(path, `there is no member ${code} of level ${grouping.level}`);
      else if (taken.has(code)) complain(path, `${code} is in a group already`);
      taken.add(code);
    });
  });
}
