import { leavesOf } from '../code-lists.ts';
import { YEARS } from '../calendar.ts';
import { nextFraction } from '../random/stream.ts';
import { HIGHEST_AGE } from '../rates/age-curve.ts';
import { NURSING_HOME, NURSING_HOME_WITH_DEMENTIA } from '../rates/care.ts';
import {
  DISEASE_SHARES,
  REDELIMITED_DISEASE,
  SHARE_BEFORE_REDELIMITATION,
} from '../rates/chronic-diseases.ts';
import { ageInYear, type Person } from './person.ts';

const codes = leavesOf('chronic-disease').map((member) => member.code);
const shares = codes.map((code) => {
  const curves = DISEASE_SHARES[code];
  if (!curves) throw new RangeError(`There are no shares for the disease ${code}`);
  return curves;
});
const dementia = 1 << codes.indexOf('demens');
const redelimited = codes.indexOf(REDELIMITED_DISEASE);

/** Nobody is certain to fall ill, however frail. */
const HIGHEST_SHARE = 0.95;

/** Expected number of diseases, and share with any, by sex and age. */
export const expectedDiseases = bySexAndAge((sex, age) =>
  shares.reduce((sum, curve) => sum + curve[sex]![age]!, 0),
);
export const shareWithDisease = bySexAndAge(
  (sex, age) => 1 - shares.reduce((none, curve) => none * (1 - curve[sex]![age]!), 1),
);
const shareWithDementia = shares[codes.indexOf('demens')]!;

/**
 * Chronic diseases and nursing home in every year. For each disease a person has a fixed place in the
 * queue; the disease sets in at the age at which the share of their sex reaches it. Frail people
 * stand further ahead in every queue, which makes diseases come together.
 */
export function drawIllness(person: Person): void {
  const leaning = 0.55 + 0.45 * person.frailty;
  person.diseases.fill(0);
  shares.forEach((curves, disease) => {
    const curve = curves[person.sex]!;
    if (curve[ageInYear(person, YEARS - 1)] === 0) return;
    const place = nextFraction(person.stream) / leaning;
    for (let year = 0; year < YEARS; year++) {
      const delimitation = disease === redelimited && year === 0 ? SHARE_BEFORE_REDELIMITATION : 1;
      const share = Math.min(
        HIGHEST_SHARE / leaning,
        (curve[Math.max(0, ageInYear(person, year))] ?? 0) * delimitation,
      );
      if (place < share) person.diseases[year]! |= 1 << disease;
    }
  });
  drawNursingHome(person);
}

function drawNursingHome(person: Person): void {
  const curve = NURSING_HOME[person.sex]!;
  person.nursingHome.fill(0);
  if (curve[ageInYear(person, YEARS - 1)] === 0) return;
  const place = nextFraction(person.stream);
  let living = 0;
  for (let year = 0; year < YEARS; year++) {
    const age = ageInYear(person, year);
    const expected = 1 + (NURSING_HOME_WITH_DEMENTIA - 1) * shareWithDementia[person.sex]![age]!;
    const factor = person.diseases[year]! & dementia ? NURSING_HOME_WITH_DEMENTIA : 1;
    if (place < (curve[age]! * factor) / expected) living = 1;
    person.nursingHome[year] = living;
  }
}

function bySexAndAge(value: (sex: number, age: number) => number): readonly [Float64Array, Float64Array] {
  const curve = (sex: number): Float64Array =>
    Float64Array.from({ length: HIGHEST_AGE + 1 }, (_, age) => value(sex, age));
  return [curve(0), curve(1)];
}
