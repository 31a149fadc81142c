import { YEARS } from './calendar.ts';
import { makeContactBuffer } from './contacts/contact-buffer.ts';
import { addHomeCare } from './contacts/home-care.ts';
import { addHospitalContacts } from './contacts/hospital.ts';
import { enterYear, makePersonYear } from './contacts/person-year.ts';
import { addPracticeContacts } from './contacts/practice.ts';
import { writePrescriptions } from './contacts/prescriptions.ts';
import { addSpecialistContacts } from './contacts/specialist.ts';
import { writeContacts } from './contacts/write-contacts.ts';
import { drawPerson } from './population/draw-person.ts';
import { makePerson } from './population/person.ts';
import { birthsAmong } from './population/pyramid.ts';
import { writePerson, writeResidentYear } from './population/write-person.ts';
import { makeWriters, takeTables } from './register-writer.ts';
import type { RegisterBlock, RegisterOptions } from './register-table.ts';

const DEFAULT_BLOCK_SIZE = 20_000;
/** Four times Denmark: beyond it a person's number and the memory of a block are not meant to reach. */
const MOST_CITIZENS = 24_000_000;

/** Number of persons in the registers: the citizens at the start, and those born within the calendar. */
export function countPersons(citizens: number): number {
  return citizens + birthsAmong(citizens);
}

/**
 * Makes the synthetic population and its registers, a block of persons at a time. All rows of a person
 * are in one block. Each person is drawn from a random stream of their own, so the same seed and number
 * of citizens give the same rows whatever the block size.
 *
 * @throws RangeError when an option is not a whole number within its bounds
 *
 * @example
 * ```ts
 * for (const block of registerBlocks({ citizens: 600_000, seed: 1 })) {
 *   append(block.tables);
 *   report((block.firstPerson + block.persons) / countPersons(600_000));
 * }
 * ```
 */
export function* registerBlocks(options: RegisterOptions): Generator<RegisterBlock> {
  const { citizens, seed, blockSize = DEFAULT_BLOCK_SIZE } = options;
  checkWhole('citizens', citizens, 1, MOST_CITIZENS);
  checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  checkWhole('blockSize', blockSize, 1, MOST_CITIZENS);
  const persons = countPersons(citizens);
  const writers = makeWriters();
  const buffer = makeContactBuffer();
  const person = makePerson();
  const personYear = makePersonYear(person);
  for (let first = 0; first < persons; first += blockSize) {
    const end = Math.min(first + blockSize, persons);
    for (let id = first; id < end; id++) {
      drawPerson(person, id, seed, citizens, writers);
      writePerson(person, writers.person);
      for (let year = 0; year < YEARS; year++) {
        if (!enterYear(personYear, year)) continue;
        writeResidentYear(person, year, writers.resident_year);
        buffer.count = 0;
        addHospitalContacts(personYear, buffer);
        addPracticeContacts(personYear, buffer);
        addSpecialistContacts(personYear, buffer);
        addHomeCare(personYear, buffer);
        writeContacts(personYear, buffer, writers);
        writePrescriptions(personYear, buffer, writers.prescription);
      }
    }
    yield { firstPerson: first, persons: end - first, tables: takeTables(writers) };
  }
}

function checkWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}`);
  }
}
