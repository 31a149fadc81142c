import { indexOfCode, leavesOf } from '../code-lists.ts';
import { MONTHS, MONTHS_IN_YEAR } from '../calendar.ts';
import { drawAlias, makeAlias } from '../random/alias.ts';
import { makeSpread, drawSpread, poisson } from '../random/counts.ts';
import { nextFraction } from '../random/stream.ts';
import { OUT_OF_HOURS_CONTACT_TYPES } from '../rates/case-mix.ts';
import {
  DIGITAL,
  HOME_VISITS,
  HOME_VISITS_IN_NURSING_HOME,
  KEEPS_AWAY,
  MORE_PER_DISEASE,
  OUT_OF_HOURS,
  PRACTICE,
  RECEIVED_OF_LAST_MONTHS,
  SEASONS,
  TELEPHONE,
  WRITTEN_SHARE,
  YEAR_OF_DEATH,
} from '../rates/contacts.ts';
import {
  KEEPS_AWAY_IN_PLACE,
  MUNICIPALITIES,
  PRACTICE_USE_OF_MUNICIPALITY,
  PRACTICE_USE_OF_PLACE,
} from '../rates/municipalities.ts';
import { addContact, type ContactBuffer, packContact } from './contact-buffer.ts';
import { drawMonth, needForDiseases, type PersonYear } from './person-year.ts';
import { aliasOfCodes } from './weights.ts';

const sector = indexOfCode('sector', 'almen-praksis');
const consultation = indexOfCode('contact-type', 'konsultation');
const homeVisit = indexOfCode('contact-type', 'hjemmebesoeg');
const telephone = indexOfCode('contact-type', 'telefon');
const written = indexOfCode('contact-type', 'e-konsultation');
const ownDoctor = indexOfCode('practice-specialty', '80');
const outOfHours = indexOfCode('practice-specialty', '83');

const seasons = makeAlias(SEASONS.practice);
const outOfHoursTypes = aliasOfCodes('contact-type', OUT_OF_HOURS_CONTACT_TYPES);
const ownSpread = makeSpread(0.45);
const provisionalFrom = MONTHS - RECEIVED_OF_LAST_MONTHS.length;

const useOfMunicipality = new Float64Array(leavesOf('residence').length);
const keepsAway = new Float64Array(useOfMunicipality.length);
for (const [code, , place] of MUNICIPALITIES) {
  keepsAway[indexOfCode('residence', code)] = KEEPS_AWAY_IN_PLACE[place];
  useOfMunicipality[indexOfCode('residence', code)] =
    PRACTICE_USE_OF_MUNICIPALITY[code] ?? PRACTICE_USE_OF_PLACE[place];
}

/** Contacts with the own doctor and with doctors out of hours. */
export function addPracticeContacts(personYear: PersonYear, buffer: ContactBuffer): void {
  const { person, age, part } = personYear;
  const { stream } = person;
  const need =
    needForDiseases(personYear, MORE_PER_DISEASE.practice) *
    (personYear.dies ? YEAR_OF_DEATH.practice : 1) *
    part;
  const isDigital = !person.nursingHome[personYear.year] && person.digital < DIGITAL[age]!;
  const municipality = person.municipality[personYear.year]!;
  if (nextFraction(stream) >= KEEPS_AWAY[person.sex]![age]! + keepsAway[municipality]!) {
    const use = PRACTICE[person.sex]![age]! * useOfMunicipality[municipality]!;
    const contacts = poisson(
      stream,
      use * need * (0.1 + 0.9 * person.frailty) * drawSpread(ownSpread, stream),
    );
    for (let i = 0; i < contacts; i++) add(personYear, buffer, drawForm(personYear, isDigital), ownDoctor);
  }
  const calls = poisson(stream, OUT_OF_HOURS[age]! * need * person.frailty);
  for (let i = 0; i < calls; i++) add(personYear, buffer, drawAlias(outOfHoursTypes, stream), outOfHours);
}

function drawForm(personYear: PersonYear, isDigital: boolean): number {
  const { person, age } = personYear;
  if (isDigital && nextFraction(person.stream) < WRITTEN_SHARE) return written;
  const form = nextFraction(person.stream);
  if (form < TELEPHONE[age]!) return telephone;
  const visits = person.nursingHome[personYear.year] ? HOME_VISITS_IN_NURSING_HOME : HOME_VISITS[age]!;
  return form < TELEPHONE[age]! + (1 - TELEPHONE[age]!) * visits ? homeVisit : consultation;
}

function add(personYear: PersonYear, buffer: ContactBuffer, type: number, specialty: number): void {
  const month = drawMonth(personYear, seasons);
  const late = personYear.year * MONTHS_IN_YEAR + month - provisionalFrom;
  if (late >= 0 && nextFraction(personYear.person.stream) >= RECEIVED_OF_LAST_MONTHS[late]!) return;
  addContact(buffer, month, packContact(sector, type, 0, specialty));
}
