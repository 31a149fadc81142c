import { MONTHS, MONTHS_IN_YEAR, YEARS } from '../calendar.ts';
import { drawAlias, makeAlias } from '../random/alias.ts';
import { nextBelow, nextFraction } from '../random/stream.ts';
import {
  HOME_HELP,
  HOME_HELP_BANDS,
  NURSING_ALONE,
  NURSING_QUARTERS,
  NURSING_WITH_HELP,
} from '../rates/care.ts';
import { expectedDiseases } from './illness.ts';
import { ageInYear, type Person } from './person.ts';

const bands = makeAlias(HOME_HELP_BANDS.map((band) => band.share));

/** When home help and home nursing begin, and how much is granted. Nobody in a nursing home has either. */
export function drawHomeCareNeed(person: Person): void {
  person.helpFrom = MONTHS;
  person.nursingFrom = MONTHS;
  if (HOME_HELP[ageInYear(person, YEARS - 1)] === 0) return;
  const place = nextFraction(person.stream);
  const nursed = nextFraction(person.stream) < NURSING_WITH_HELP;
  for (let year = 0; year < YEARS; year++) {
    const share = shareInNeed(person, year);
    if (place < share && person.helpFrom === MONTHS) {
      person.helpFrom = beginning(person, year);
      if (nursed) person.nursingFrom = Math.min(person.nursingFrom, person.helpFrom);
    } else if (
      place < share * (1 + NURSING_ALONE) &&
      person.nursingFrom === MONTHS &&
      person.helpFrom === MONTHS
    ) {
      person.nursingFrom = beginning(person, year);
    }
  }
  const band = HOME_HELP_BANDS[drawAlias(bands, person.stream)]!;
  person.helpQuarters = band.from + nextBelow(person.stream, band.to - band.from + 1);
  person.nursingQuarters =
    NURSING_QUARTERS.from + nextBelow(person.stream, NURSING_QUARTERS.to - NURSING_QUARTERS.from + 1);
}

function shareInNeed(person: Person, year: number): number {
  const age = ageInYear(person, year);
  let diseases = 0;
  for (let mask = person.diseases[year]!; mask; mask &= mask - 1) diseases += 1;
  return (HOME_HELP[age]! * (1 + diseases)) / (1 + expectedDiseases[person.sex]![age]!);
}

/** Those in need in the first year have been so before it; in later years the need begins in some month. */
function beginning(person: Person, year: number): number {
  return year === 0 ? 0 : year * MONTHS_IN_YEAR + nextBelow(person.stream, MONTHS_IN_YEAR);
}
