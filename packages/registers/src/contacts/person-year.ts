import { MONTHS_IN_YEAR } from '../calendar.ts';
import { expectedDiseases } from '../population/illness.ts';
import { ageInYear, type Person } from '../population/person.ts';
import { type Alias, drawAlias } from '../random/alias.ts';
import { nextBelow } from '../random/stream.ts';
import { BANDS } from '../rates/case-mix.ts';

/** What the contacts of one person in one year depend on. One record, filled anew for each. */
export interface PersonYear {
  readonly person: Person;
  year: number;
  age: number;
  /** Position in {@link BANDS}. */
  band: number;
  /** First and last month of the year that the person lives in, 0–11. */
  from: number;
  to: number;
  /** Part of the year the person lives in. */
  part: number;
  diseases: number;
  diseaseCount: number;
  dies: boolean;
}

export function makePersonYear(person: Person): PersonYear {
  return {
    person,
    year: 0,
    age: 0,
    band: 0,
    from: 0,
    to: 0,
    part: 0,
    diseases: 0,
    diseaseCount: 0,
    dies: false,
  };
}

/** @returns false when the person does not live in that year */
export function enterYear(personYear: PersonYear, year: number): boolean {
  const { person } = personYear;
  const start = year * MONTHS_IN_YEAR;
  const end = start + MONTHS_IN_YEAR - 1;
  if (person.firstMonth > end || person.lastMonth < start) return false;
  personYear.year = year;
  personYear.age = ageInYear(person, year);
  personYear.band = BANDS.findIndex((highest) => personYear.age <= highest);
  personYear.from = Math.max(person.firstMonth, start) - start;
  personYear.to = Math.min(person.lastMonth, end) - start;
  personYear.part = (personYear.to - personYear.from + 1) / MONTHS_IN_YEAR;
  personYear.diseases = person.diseases[year]!;
  personYear.diseaseCount = countBits(personYear.diseases);
  personYear.dies = person.deathMonth <= end;
  return true;
}

/** How much more the person needs for their diseases than others of the same age and sex; mean one. */
export function needForDiseases(personYear: PersonYear, more: number): number {
  const expected = expectedDiseases[personYear.person.sex]![personYear.age]!;
  return (1 + more * personYear.diseaseCount) / (1 + more * expected);
}

/** A month in which the person lives; by season where that is the whole year. */
export function drawMonth(personYear: PersonYear, seasons: Alias): number {
  const { from, to, person } = personYear;
  if (from === 0 && to === MONTHS_IN_YEAR - 1) return drawAlias(seasons, person.stream);
  return from + nextBelow(person.stream, to - from + 1);
}

/** One of the person's diseases, as its position in the code list. They must have one. */
export function drawDisease(personYear: PersonYear): number {
  let skip = nextBelow(personYear.person.stream, personYear.diseaseCount);
  let mask = personYear.diseases;
  while (skip-- > 0) mask &= mask - 1;
  return 31 - Math.clz32(mask & -mask);
}

function countBits(mask: number): number {
  let bits = 0;
  for (let left = mask; left; left &= left - 1) bits += 1;
  return bits;
}
