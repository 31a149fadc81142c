import { indexOfCode, leavesOf } from '../code-lists.ts';
import { MONTHS_IN_YEAR } from '../calendar.ts';
import { drawAlias, makeAlias } from '../random/alias.ts';
import { drawSpread, makeSpread, poisson } from '../random/counts.ts';
import { nextFraction } from '../random/stream.ts';
import { reserve, type RegisterWriter } from '../register-writer.ts';
import { ATC_GROUPS, ATC_GROUPS_OF_MEN, DUE_TO_DISEASE, OF_DISEASE } from '../rates/case-mix.ts';
import { MORE_PER_DISEASE, PRESCRIPTIONS, SEASONS } from '../rates/contacts.ts';
import { addContact, type ContactBuffer, sortContacts } from './contact-buffer.ts';
import { drawDisease, drawMonth, needForDiseases, type PersonYear } from './person-year.ts';
import { aliasesByBand } from './weights.ts';

const seasons = makeAlias(SEASONS.hospital);
const ownSpread = makeSpread(0.5);
const groups = [0, 1].map((sex) =>
  aliasesByBand(
    'atc-group',
    (code, band) => ATC_GROUPS[code]![band]! * (sex === 0 ? (ATC_GROUPS_OF_MEN[code] ?? 1) : 1),
  ),
);
const groupOfDisease = Uint8Array.from(leavesOf('chronic-disease'), (member) =>
  indexOfCode('atc-group', OF_DISEASE[member.code]!.atc),
);

/** Prescriptions redeemed in the year (Lægemiddelstatistikregisteret), in order of month. */
export function writePrescriptions(
  personYear: PersonYear,
  buffer: ContactBuffer,
  writer: RegisterWriter<'prescription'>,
): void {
  const { person, age, year } = personYear;
  const need = needForDiseases(personYear, MORE_PER_DISEASE.prescriptions) * personYear.part;
  const count = poisson(
    person.stream,
    PRESCRIPTIONS[person.sex]![age]! * need * person.frailty * drawSpread(ownSpread, person.stream),
  );
  if (count === 0) return;
  buffer.count = 0;
  for (let i = 0; i < count; i++) addContact(buffer, drawMonth(personYear, seasons), drawGroup(personYear));
  sortContacts(buffer);
  reserve(writer, count);
  const { columns } = writer;
  for (let i = 0; i < count; i++) {
    const row = writer.rows++;
    columns.person[row] = person.id;
    columns.month[row] = year * MONTHS_IN_YEAR + buffer.sortedMonth[i]!;
    columns.atc_group[row] = buffer.sorted[i]!;
  }
}

function drawGroup(personYear: PersonYear): number {
  const { stream } = personYear.person;
  if (personYear.diseases !== 0 && nextFraction(stream) < DUE_TO_DISEASE)
    return groupOfDisease[drawDisease(personYear)]!;
  return drawAlias(groups[personYear.person.sex]![personYear.band]!, stream);
}
