import { MONTHS, MONTHS_IN_YEAR, YEARS } from '../calendar.ts';
import { nextBelow, nextFraction } from '../random/stream.ts';
import { NURSING_HOME } from '../rates/care.ts';
import { MORTALITY, MORTALITY_IN_NURSING_HOME, MORTALITY_WITH_DISEASE } from '../rates/mortality.ts';
import { shareWithDisease } from './illness.ts';
import { ageInYear, type Person } from './person.ts';

/** Month of death, if it falls within the calendar. The ill die earlier, the age group as a whole as it should. */
export function drawDeath(person: Person): void {
  person.deathMonth = MONTHS;
  person.lastMonth = MONTHS - 1;
  for (let year = Math.floor(person.firstMonth / MONTHS_IN_YEAR); year < YEARS; year++) {
    if (nextFraction(person.stream) >= mortality(person, year)) continue;
    const start = Math.max(person.firstMonth, year * MONTHS_IN_YEAR);
    person.deathMonth = start + nextBelow(person.stream, (year + 1) * MONTHS_IN_YEAR - start);
    person.lastMonth = person.deathMonth;
    return;
  }
}

function mortality(person: Person, year: number): number {
  const age = ageInYear(person, year);
  const ill = person.diseases[year] ? MORTALITY_WITH_DISEASE : 1;
  const inHome = person.nursingHome[year] ? MORTALITY_IN_NURSING_HOME : 1;
  const expectedIll = 1 + (MORTALITY_WITH_DISEASE - 1) * shareWithDisease[person.sex]![age]!;
  const expectedInHome = 1 + (MORTALITY_IN_NURSING_HOME - 1) * NURSING_HOME[person.sex]![age]!;
  return MORTALITY[person.sex]![age]! * (ill / expectedIll) * (inHome / expectedInHome);
}
