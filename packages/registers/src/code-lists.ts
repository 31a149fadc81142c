import type { Member } from '@datakube/contract';
import age from '../definitions/code-lists/age.json' with { type: 'json' };
import atcGroup from '../definitions/code-lists/atc-group.json' with { type: 'json' };
import chronicDisease from '../definitions/code-lists/chronic-disease.json' with { type: 'json' };
import contactType from '../definitions/code-lists/contact-type.json' with { type: 'json' };
import diagnosisChapter from '../definitions/code-lists/diagnosis-chapter.json' with { type: 'json' };
import nursingHome from '../definitions/code-lists/nursing-home.json' with { type: 'json' };
import practiceSpecialty from '../definitions/code-lists/practice-specialty.json' with { type: 'json' };
import referral from '../definitions/code-lists/referral.json' with { type: 'json' };
import residence from '../definitions/code-lists/residence.json' with { type: 'json' };
import sector from '../definitions/code-lists/sector.json' with { type: 'json' };
import sex from '../definitions/code-lists/sex.json' with { type: 'json' };
import specialty from '../definitions/code-lists/specialty.json' with { type: 'json' };

const lists = {
  age,
  'atc-group': atcGroup,
  'chronic-disease': chronicDisease,
  'contact-type': contactType,
  'diagnosis-chapter': diagnosisChapter,
  'nursing-home': nursingHome,
  'practice-specialty': practiceSpecialty,
  referral,
  residence,
  sector,
  sex,
  specialty,
} satisfies Record<string, readonly Member[]>;

export type CodeListName = keyof typeof lists;

/**
 * The code lists by name, as they stand in the files: members with their names in Danish and English,
 * coarsest level first. Not validated here: whoever reads definitions validates them as well.
 */
export const codeLists: Readonly<Record<CodeListName, unknown>> = lists;

/** The members of the finest level, in the order in which register columns count them. */
export function leavesOf(name: CodeListName): readonly Member[] {
  const members: readonly Member[] = lists[name];
  const finest = members.at(-1)?.level;
  return members.filter((member) => member.level === finest);
}

/**
 * The number that stands for a code in a register column.
 *
 * @throws RangeError when the code list has no such code on its finest level
 */
export function indexOfCode(name: CodeListName, code: string): number {
  const index = leavesOf(name).findIndex((member) => member.code === code);
  if (index < 0) throw new RangeError(`The code list ${name} has no code ${code}`);
  return index;
}
