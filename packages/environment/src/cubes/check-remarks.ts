import type { DimensionDefinition, Member } from '@datakube/contract';
import type { Complain } from './definition-fault.ts';

/** Checks that remarks are about members that there are. */
export function checkRemarks(
  { remarks = [] }: DimensionDefinition,
  members: readonly Member[],
  complain: Complain,
): void {
  const codes = new Set(members.map(({ code }) => code));
  remarks.forEach((remark, index) => {
    remark.members.forEach((code, position) => {
      if (!codes.has(code)) complain(['remarks', index, 'members', position], `there is no member ${code}`);
    });
  });
}
