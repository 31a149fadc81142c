import { indexOfCode } from '../code-lists.ts';
import { MONTHS_IN_YEAR } from '../calendar.ts';
import { addContact, type ContactBuffer, packContact } from './contact-buffer.ts';
import type { PersonYear } from './person-year.ts';

const sector = indexOfCode('sector', 'kommune');
const help = indexOfCode('contact-type', 'hjemmehjaelp');
const nursing = indexOfCode('contact-type', 'hjemmesygepleje');

/** One contact for each month and kind of help; the first further code is quarters of an hour per week. */
export function addHomeCare(personYear: PersonYear, buffer: ContactBuffer): void {
  const { person, year, from, to } = personYear;
  if (person.nursingHome[year]) return;
  const start = year * MONTHS_IN_YEAR;
  for (let month = Math.max(from, person.helpFrom - start); month <= to; month++) {
    addContact(buffer, month, packContact(sector, help, person.helpQuarters));
  }
  for (let month = Math.max(from, person.nursingFrom - start); month <= to; month++) {
    addContact(buffer, month, packContact(sector, nursing, person.nursingQuarters));
  }
}
