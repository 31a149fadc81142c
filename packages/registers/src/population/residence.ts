import { MONTHS_IN_YEAR, YEARS } from '../calendar.ts';
import { nextBelow, nextFraction } from '../random/stream.ts';
import { reserve, type RegisterWriter } from '../register-writer.ts';
import { MOVES } from '../rates/residence.ts';
import { drawDestination, drawMunicipality } from './municipality-draw.ts';
import { ageInYear, type Person } from './person.ts';

/** Where the person lives, with at most one move a year, and the history of it. */
export function drawResidence(person: Person, history: RegisterWriter<'residence_history'>): void {
  reserve(history, 1 + YEARS);
  const first = Math.floor(person.firstMonth / MONTHS_IN_YEAR);
  let municipality = drawMunicipality(person.stream, ageInYear(person, first));
  writeSpell(history, person.id, person.firstMonth, municipality);
  for (let year = first; year * MONTHS_IN_YEAR <= person.lastMonth; year++) {
    const age = ageInYear(person, year);
    const start = Math.max(person.firstMonth, year * MONTHS_IN_YEAR);
    const end = Math.min(person.lastMonth, (year + 1) * MONTHS_IN_YEAR - 1);
    const chance = (MOVES[age]! * (end - start + 1)) / MONTHS_IN_YEAR;
    if (!person.nursingHome[year] && nextFraction(person.stream) < chance) {
      const month = start + nextBelow(person.stream, end - start + 1);
      // A move in the first month would leave a spell of no length before it.
      if (month > person.firstMonth) {
        municipality = drawDestination(person.stream, municipality, age);
        writeSpell(history, person.id, month, municipality);
      }
    }
    person.municipality[year] = municipality;
  }
}

function writeSpell(
  history: RegisterWriter<'residence_history'>,
  person: number,
  fromMonth: number,
  municipality: number,
): void {
  const row = history.rows++;
  history.columns.person[row] = person;
  history.columns.from_month[row] = fromMonth;
  history.columns.municipality[row] = municipality;
}
