import { indexOfCode, leavesOf } from '../code-lists.ts';
import { type Alias, drawAlias, makeAlias } from '../random/alias.ts';
import { drawSpread, makeSpread, poisson } from '../random/counts.ts';
import { nextFraction } from '../random/stream.ts';
import { CHILDBIRTH, DUE_TO_DISEASE, HOSPITAL_CHAPTERS, OF_DISEASE } from '../rates/case-mix.ts';
import {
  ACUTE_SHARE,
  ADMISSIONS,
  ADMISSIONS_OF_REGION,
  BED_DAYS,
  LONGEST_STAY,
  MORE_PER_DISEASE,
  OUTPATIENT,
  SEASONS,
  WELL_ALL_YEAR,
  YEAR_OF_DEATH,
} from '../rates/contacts.ts';
import { addContact, type ContactBuffer, packContact } from './contact-buffer.ts';
import { drawDisease, drawMonth, needForDiseases, type PersonYear } from './person-year.ts';
import { aliasesByBand } from './weights.ts';

const sector = indexOfCode('sector', 'sygehus');
const admission = indexOfCode('contact-type', 'indlaeggelse');
const planned = indexOfCode('contact-type', 'ambulant');
const acute = indexOfCode('contact-type', 'akut-ambulant');

const seasons = makeAlias(SEASONS.hospital);
const ownSpread = makeSpread(1.1);
const ofRegion = Float64Array.from(
  leavesOf('residence'),
  (member) => ADMISSIONS_OF_REGION[member.parent ?? ''] ?? 1,
);
const chapterOfDisease = Uint8Array.from(leavesOf('chronic-disease'), (member) =>
  indexOfCode('diagnosis-chapter', OF_DISEASE[member.code]!.chapter),
);
const chapters: readonly (readonly Alias[])[] = [0, 1].map((sex) =>
  aliasesByBand('diagnosis-chapter', (code, band) =>
    sex === 1 && code === CHILDBIRTH.chapter ? CHILDBIRTH.weights[band]! : HOSPITAL_CHAPTERS[code]![band]!,
  ),
);

/** Admissions and outpatient visits (Landspatientregisteret). */
export function addHospitalContacts(personYear: PersonYear, buffer: ContactBuffer): void {
  const { person, age } = personYear;
  const { stream, sex } = person;
  const dying = personYear.dies ? YEAR_OF_DEATH.hospital : 1;
  const need =
    (needForDiseases(personYear, MORE_PER_DISEASE.hospital) * dying * personYear.part * person.frailty) /
    (1 - WELL_ALL_YEAR[age]!);
  if (nextFraction(stream) < WELL_ALL_YEAR[age]!) return;
  // A few see the hospital often: the same illness, several visits.
  const episode = drawSpread(ownSpread, stream);
  const visits = poisson(stream, OUTPATIENT[sex]![age]! * need * episode);
  for (let i = 0; i < visits; i++)
    add(personYear, buffer, nextFraction(stream) < ACUTE_SHARE ? acute : planned, 0);
  const use = ADMISSIONS[sex]![age]! * ofRegion[person.municipality[personYear.year]!]!;
  const admissions = poisson(stream, use * need * (0.5 + 0.5 * episode));
  for (let i = 0; i < admissions; i++) add(personYear, buffer, admission, drawBedDays(personYear));
}

function add(personYear: PersonYear, buffer: ContactBuffer, type: number, bedDays: number): void {
  addContact(
    buffer,
    drawMonth(personYear, seasons),
    packContact(sector, type, bedDays, drawChapter(personYear)),
  );
}

function drawChapter(personYear: PersonYear): number {
  const { stream, sex } = personYear.person;
  if (personYear.diseases !== 0 && nextFraction(stream) < DUE_TO_DISEASE)
    return chapterOfDisease[drawDisease(personYear)]!;
  return drawAlias(chapters[sex]![personYear.band]!, stream);
}

/** At least one day; the rest of the stay is as if it could end on any day. */
function drawBedDays(personYear: PersonYear): number {
  const rest = BED_DAYS[personYear.age]! - 1;
  const days =
    1 + Math.floor(Math.log1p(-nextFraction(personYear.person.stream)) / Math.log1p(-1 / (1 + rest)));
  return Math.min(LONGEST_STAY, days);
}
