import { FIRST_YEAR, MONTHS, MONTHS_IN_YEAR, YEARS } from '../calendar.ts';
import { drawAlias, makeAlias } from '../random/alias.ts';
import { nextBelow } from '../random/stream.ts';
import { MORTALITY } from '../rates/mortality.ts';
import { MEN_BY_AGE, WOMEN_BY_AGE } from '../rates/population-by-age.ts';
import type { Person } from './person.ts';

const AT_THE_END = [MEN_BY_AGE, WOMEN_BY_AGE];
const AGES = MEN_BY_AGE.length;

/**
 * The known pyramid is that of the last year. The population at the start is the one that, after the
 * deaths of the calendar, becomes it: everybody that many years younger, and as many more as die on the way.
 */
const atTheStart = Float64Array.from({ length: 2 * AGES }, (_, cell) => {
  const sex = cell < AGES ? 0 : 1;
  const age = cell % AGES;
  return (AT_THE_END[sex]![age + YEARS] ?? 0) / survival(sex, age + 1, age + YEARS);
});

/** Births by sex and year: those who are 0, 1 and 2 years old at the end. */
const births = Float64Array.from({ length: 2 * YEARS }, (_, cell) => {
  const sex = cell < YEARS ? 0 : 1;
  const ageAtEnd = YEARS - 1 - (cell % YEARS);
  return AT_THE_END[sex]![ageAtEnd]! / survival(sex, 0, ageAtEnd);
});

const startAlias = makeAlias(atTheStart);
const birthAlias = makeAlias(births);

/** Number of persons born within the calendar, for this many citizens at its start. */
export function birthsAmong(citizens: number): number {
  return Math.round((citizens * sum(births)) / sum(atTheStart));
}

/** Sex, time of birth and first month for someone alive at the start of the calendar. */
export function drawFromPyramid(person: Person): void {
  const cell = drawAlias(startAlias, person.stream);
  person.sex = cell < AGES ? 0 : 1;
  person.birthYear = FIRST_YEAR - 1 - (cell % AGES);
  person.birthMonth = nextBelow(person.stream, MONTHS_IN_YEAR);
  person.firstMonth = 0;
}

/** The same for someone born within the calendar. */
export function drawBirth(person: Person): void {
  const cell = drawAlias(birthAlias, person.stream);
  const year = cell % YEARS;
  person.sex = cell < YEARS ? 0 : 1;
  person.birthYear = FIRST_YEAR + year;
  person.birthMonth = nextBelow(person.stream, MONTHS_IN_YEAR);
  person.firstMonth = Math.min(MONTHS - 1, year * MONTHS_IN_YEAR + person.birthMonth);
}

function survival(sex: number, fromAge: number, toAge: number): number {
  let alive = 1;
  for (let age = fromAge; age <= toAge; age++) alive *= 1 - (MORTALITY[sex]![age] ?? 1);
  return Math.max(alive, 0.05);
}

function sum(values: Float64Array): number {
  return values.reduce((total, each) => total + each, 0);
}
