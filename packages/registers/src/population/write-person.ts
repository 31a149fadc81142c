import { indexOfCode } from '../code-lists.ts';
import { MONTHS_IN_YEAR } from '../calendar.ts';
import { reserve, type RegisterWriter } from '../register-writer.ts';
import { ageGroup } from './age-groups.ts';
import { ageInYear, type Person } from './person.ts';

const inNursingHome = indexOfCode('nursing-home', 'ja');
const atHome = indexOfCode('nursing-home', 'nej');

export function writePerson(person: Person, writer: RegisterWriter<'person'>): void {
  reserve(writer, 1);
  const row = writer.rows++;
  writer.columns.person[row] = person.id;
  writer.columns.sex[row] = person.sex;
  writer.columns.birth_year[row] = person.birthYear;
  writer.columns.birth_month[row] = person.birthMonth;
  writer.columns.death_month[row] = person.deathMonth;
}

/** The person's attributes in a year in which they live. */
export function writeResidentYear(
  person: Person,
  year: number,
  writer: RegisterWriter<'resident_year'>,
): void {
  reserve(writer, 1);
  const row = writer.rows++;
  const { columns } = writer;
  columns.person[row] = person.id;
  columns.year[row] = year;
  columns.municipality[row] = person.municipality[year]!;
  columns.age_group[row] = ageGroup(ageInYear(person, year));
  columns.sex[row] = person.sex;
  columns.nursing_home[row] = person.nursingHome[year] ? inNursingHome : atHome;
  columns.diseases[row] = person.diseases[year]!;
  columns.resident[row] = person.deathMonth < (year + 1) * MONTHS_IN_YEAR ? 0 : 1;
}
