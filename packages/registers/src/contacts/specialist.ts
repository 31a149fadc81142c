import { indexOfCode, leavesOf } from '../code-lists.ts';
import { drawAlias, makeAlias } from '../random/alias.ts';
import { drawSpread, makeSpread, poisson } from '../random/counts.ts';
import {
  REFERRALS,
  SPECIALIST_CHAPTERS,
  SPECIALIST_CONTACT_TYPES,
  SPECIALTIES,
  USUAL_REFERRALS,
} from '../rates/case-mix.ts';
import { MORE_PER_DISEASE, SEASONS, SPECIALIST } from '../rates/contacts.ts';
import { addContact, type ContactBuffer, packContact } from './contact-buffer.ts';
import { drawMonth, needForDiseases, type PersonYear } from './person-year.ts';
import { aliasesByBand, aliasOfCodes } from './weights.ts';

const sector = indexOfCode('sector', 'speciallaegepraksis');
const seasons = makeAlias(SEASONS.practice);
const ownSpread = makeSpread(0.9);
const contactTypes = aliasOfCodes('contact-type', SPECIALIST_CONTACT_TYPES);

const specialties = [0, 1].map((sex) =>
  aliasesByBand('specialty', (code, band) => {
    const { bands, women } = SPECIALTIES[code]!;
    return bands[band]! * (sex === 1 ? women : 1 - women);
  }),
);
const codes = leavesOf('specialty').map((member) => member.code);
const chapters = codes.map((code) => aliasOfCodes('diagnosis-chapter', SPECIALIST_CHAPTERS[code]!));
const referrals = codes.map((code) => aliasOfCodes('referral', REFERRALS[code] ?? USUAL_REFERRALS));

/** Contacts with specialist practice. Within a year a person keeps to one specialty most of the time. */
export function addSpecialistContacts(personYear: PersonYear, buffer: ContactBuffer): void {
  const { person, age } = personYear;
  const { stream, sex } = person;
  const need = needForDiseases(personYear, MORE_PER_DISEASE.specialist) * personYear.part;
  const spread = Math.sqrt(person.frailty) * 1.07 * drawSpread(ownSpread, stream);
  const contacts = poisson(stream, SPECIALIST[sex]![age]! * need * spread);
  if (contacts === 0) return;
  const usual = drawAlias(specialties[sex]![personYear.band]!, stream);
  for (let i = 0; i < contacts; i++) {
    const another = i > 0 && i % 3 === 0;
    const specialty = another ? drawAlias(specialties[sex]![personYear.band]!, stream) : usual;
    const type = drawAlias(contactTypes, stream);
    const chapter = drawAlias(chapters[specialty]!, stream);
    const referral = drawAlias(referrals[specialty]!, stream);
    addContact(
      buffer,
      drawMonth(personYear, seasons),
      packContact(sector, type, specialty, chapter, referral),
    );
  }
}
