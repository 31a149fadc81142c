import { FIRST_YEAR, MONTHS, YEARS } from '../calendar.ts';
import { makeStream, type Stream } from '../random/stream.ts';
import { HIGHEST_AGE } from '../rates/age-curve.ts';

/**
 * The person being made. There is one such record, filled anew for each person: hundreds of thousands
 * of short-lived objects would cost more than the drawing.
 */
export interface Person {
  readonly stream: Stream;
  id: number;
  /** 0 men, 1 women. */
  sex: number;
  birthYear: number;
  birthMonth: number;
  /** First and last month of the calendar in which the person lives in the country. */
  firstMonth: number;
  lastMonth: number;
  /** Month of death, or {@link MONTHS}. */
  deathMonth: number;
  /** Lasting need of health care against others of the same age and sex; mean one. */
  frailty: number;
  /** 0 to 1: those below the share of digital users at their age write to their doctor. */
  digital: number;
  /** First month with home help, and with home nursing, or {@link MONTHS}. */
  helpFrom: number;
  nursingFrom: number;
  /** Granted quarters of an hour per week. */
  helpQuarters: number;
  nursingQuarters: number;
  /** By year of the calendar. */
  readonly municipality: Uint8Array;
  readonly diseases: Uint8Array;
  readonly nursingHome: Uint8Array;
}

/** Age reached by the end of a year of the calendar. */
export function ageInYear(person: Person, year: number): number {
  return Math.min(HIGHEST_AGE, FIRST_YEAR + year - person.birthYear);
}

export function makePerson(): Person {
  return {
    stream: makeStream(),
    id: 0,
    sex: 0,
    birthYear: 0,
    birthMonth: 0,
    firstMonth: 0,
    lastMonth: 0,
    deathMonth: MONTHS,
    frailty: 1,
    digital: 1,
    helpFrom: MONTHS,
    nursingFrom: MONTHS,
    helpQuarters: 0,
    nursingQuarters: 0,
    municipality: new Uint8Array(YEARS),
    diseases: new Uint8Array(YEARS),
    nursingHome: new Uint8Array(YEARS),
  };
}
