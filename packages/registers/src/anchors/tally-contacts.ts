import { indexOfCode, leavesOf } from '../code-lists.ts';
import { FIRST_YEAR, MONTHS_IN_YEAR, YEARS } from '../calendar.ts';
import type { RegisterBlock } from '../register-table.ts';
import { count, type Tally } from './tally.ts';

const women = indexOfCode('sex', 'K');
const municipalities = leavesOf('residence');
const contactType = (code: string): number => indexOfCode('contact-type', code);

/** Uses of health care in each year, against the citizens at the end of it. */
export function tallyContacts(block: RegisterBlock, tally: Tally): void {
  const ownDoctor = { specialty: indexOfCode('practice-specialty', '80') };
  const doctor = perYear(block, 'practice_contact', ownDoctor);
  const written = perYear(block, 'practice_contact', {
    ...ownDoctor,
    contact_type: contactType('e-konsultation'),
  });
  const telephone = perYear(block, 'practice_contact', {
    ...ownDoctor,
    contact_type: contactType('telefon'),
  });
  const hospital = perYear(block, 'hospital_contact', {});
  const admissions = perYear(block, 'hospital_contact', { contact_type: contactType('indlaeggelse') });
  const planned = perYear(block, 'hospital_contact', { contact_type: contactType('ambulant') });
  const prescriptions = perYear(block, 'prescription', {});
  const birthYear = block.tables['person']!.columns['birth_year']!;
  const { rows, columns } = block.tables['resident_year']!;
  for (let row = 0; row < rows; row++) {
    const at = columns['person']![row]! - block.firstPerson;
    const year = columns['year']![row]!;
    const cell = at * YEARS + year;
    const resident = columns['resident']![row]!;
    const woman = columns['sex']![row] === women;
    const { code: municipality, parent: region } = municipalities[columns['municipality']![row]!]!;
    const seen = doctor[cell]! > 0 ? 100 : 0;
    count(tally, 'practice-seen', seen, resident);
    count(tally, `practice-seen-${municipality}`, seen, resident);
    count(tally, 'practice-contacts', doctor[cell]!, resident);
    count(tally, `practice-contacts-${municipality}`, doctor[cell]!, resident);
    count(tally, 'practice-written', written[cell]! > 0 ? 100 : 0, resident);
    count(tally, 'practice-telephone', telephone[cell]! > 0 ? 100 : 0, resident);
    const age = FIRST_YEAR + year - birthYear[at]!;
    if (age >= 30 && age <= 59) {
      count(tally, woman ? 'practice-seen-women' : 'practice-seen-men', seen, resident);
      count(tally, woman ? 'practice-contacts-women' : 'practice-contacts-men', doctor[cell]!, resident);
    }
    count(tally, 'hospital-seen', hospital[cell]! > 0 ? 100 : 0, resident);
    if (hospital[cell]! > 0) {
      count(tally, 'hospital-stays', hospital[cell]!, 1);
      count(tally, 'hospital-one', hospital[cell] === 1 ? 100 : 0, 1);
      count(tally, 'hospital-ten', hospital[cell]! >= 10 ? 100 : 0, 1);
    }
    count(tally, 'admissions', 1000 * admissions[cell]!, resident);
    count(tally, `admissions-${region}`, 1000 * admissions[cell]!, resident);
    count(tally, 'admissions-women', woman ? 100 * admissions[cell]! : 0, admissions[cell]!);
    const visits = hospital[cell]! - admissions[cell]!;
    count(tally, 'outpatient', visits, resident);
    count(tally, 'outpatient-planned', 100 * planned[cell]!, visits);
    count(tally, 'prescriptions', prescriptions[cell]! > 0 ? 100 : 0, resident);
    count(tally, 'home-help', 0, MONTHS_IN_YEAR * resident);
  }
  tallyHomeHelp(block, tally);
}

function tallyHomeHelp(block: RegisterBlock, tally: Tally): void {
  const help = contactType('hjemmehjaelp');
  const { rows, columns } = block.tables['home_care']!;
  for (let row = 0; row < rows; row++) {
    if (columns['contact_type']![row] !== help) continue;
    const hours = columns['minutes_per_week']![row]! / 60;
    count(tally, 'home-help', 1000, 0);
    count(tally, 'home-help-hours', hours, 1);
    count(tally, 'home-help-under-2', hours < 2 ? 100 : 0, 1);
    count(tally, 'home-help-over-20', hours >= 20 ? 100 : 0, 1);
  }
}

/** Rows of a register by person and year, those alone whose columns have the values of `where`. */
function perYear(block: RegisterBlock, table: string, where: Readonly<Record<string, number>>): Int32Array {
  const { rows, columns } = block.tables[table]!;
  const counts = new Int32Array(block.persons * YEARS);
  const conditions = Object.entries(where).map(([column, value]) => ({ column: columns[column]!, value }));
  for (let row = 0; row < rows; row++) {
    if (!conditions.every(({ column, value }) => column[row] === value)) continue;
    const year = Math.floor(columns['month']![row]! / MONTHS_IN_YEAR);
    counts[(columns['person']![row]! - block.firstPerson) * YEARS + year]! += 1;
  }
  return counts;
}
