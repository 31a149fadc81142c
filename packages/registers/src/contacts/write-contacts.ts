import { indexOfCode } from '../code-lists.ts';
import { MONTHS_IN_YEAR } from '../calendar.ts';
import { reserve, type RegisterWriters } from '../register-writer.ts';
import {
  type ContactBuffer,
  firstOf,
  secondOf,
  sectorOf,
  sortContacts,
  thirdOf,
  typeOf,
} from './contact-buffer.ts';
import type { PersonYear } from './person-year.ts';

const hospital = indexOfCode('sector', 'sygehus');
const practice = indexOfCode('sector', 'almen-praksis');
const specialist = indexOfCode('sector', 'speciallaegepraksis');

const MINUTES_IN_QUARTER = 15;

/** Writes the contacts of a person in a year to `contact` and to the register of their sector. */
export function writeContacts(personYear: PersonYear, buffer: ContactBuffer, writers: RegisterWriters): void {
  if (buffer.count === 0) return;
  sortContacts(buffer);
  const person = personYear.person.id;
  const firstMonth = personYear.year * MONTHS_IN_YEAR;
  const { contact } = writers;
  reserve(contact, buffer.count);
  const { columns } = contact;
  for (let i = 0; i < buffer.count; i++) {
    const packed = buffer.sorted[i]!;
    const month = firstMonth + buffer.sortedMonth[i]!;
    const sector = sectorOf(packed);
    const row = contact.rows++;
    columns.person[row] = person;
    columns.month[row] = month;
    columns.sector[row] = sector;
    columns.contact_type[row] = typeOf(packed);
    columns.bed_days[row] = sector === hospital ? firstOf(packed) : 0;
    if (sector === practice) writePractice(writers, person, month, packed);
    else if (sector === hospital) writeHospital(writers, person, month, packed);
    else if (sector === specialist) writeSpecialist(writers, person, month, packed);
    else writeHomeCare(writers, person, month, packed);
  }
}

function writePractice(
  { practice_contact: writer }: RegisterWriters,
  person: number,
  month: number,
  packed: number,
): void {
  reserve(writer, 1);
  const row = writer.rows++;
  writer.columns.person[row] = person;
  writer.columns.month[row] = month;
  writer.columns.specialty[row] = secondOf(packed);
  writer.columns.contact_type[row] = typeOf(packed);
}

function writeHospital(
  { hospital_contact: writer }: RegisterWriters,
  person: number,
  month: number,
  packed: number,
): void {
  reserve(writer, 1);
  const row = writer.rows++;
  writer.columns.person[row] = person;
  writer.columns.month[row] = month;
  writer.columns.contact_type[row] = typeOf(packed);
  writer.columns.bed_days[row] = firstOf(packed);
  writer.columns.diagnosis_chapter[row] = secondOf(packed);
}

function writeSpecialist(
  { specialist_contact: writer }: RegisterWriters,
  person: number,
  month: number,
  packed: number,
): void {
  reserve(writer, 1);
  const row = writer.rows++;
  writer.columns.person[row] = person;
  writer.columns.month[row] = month;
  writer.columns.specialty[row] = firstOf(packed);
  writer.columns.contact_type[row] = typeOf(packed);
  writer.columns.diagnosis_chapter[row] = secondOf(packed);
  writer.columns.referral[row] = thirdOf(packed);
}

function writeHomeCare(
  { home_care: writer }: RegisterWriters,
  person: number,
  month: number,
  packed: number,
): void {
  reserve(writer, 1);
  const row = writer.rows++;
  writer.columns.person[row] = person;
  writer.columns.month[row] = month;
  writer.columns.contact_type[row] = typeOf(packed);
  writer.columns.minutes_per_week[row] = firstOf(packed) * MINUTES_IN_QUARTER;
}
