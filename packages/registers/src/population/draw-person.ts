import { makeSpread, drawSpread } from '../random/counts.ts';
import { nextFraction, startStream } from '../random/stream.ts';
import type { RegisterWriters } from '../register-writer.ts';
import { FRAILTY_UNEVENNESS } from '../rates/contacts.ts';
import { drawHomeCareNeed } from './home-care-need.ts';
import { drawIllness } from './illness.ts';
import { drawDeath } from './life-span.ts';
import type { Person } from './person.ts';
import { drawBirth, drawFromPyramid } from './pyramid.ts';
import { drawResidence } from './residence.ts';

const frailties = makeSpread(FRAILTY_UNEVENNESS);

/**
 * Makes one person: everything about their life but the contacts, in a fixed order from a stream of their own.
 *
 * @param citizens persons with a lower number are alive at the start; the others are born later
 */
export function drawPerson(
  person: Person,
  id: number,
  seed: number,
  citizens: number,
  writers: RegisterWriters,
): void {
  person.id = id;
  startStream(person.stream, seed, id);
  if (id < citizens) drawFromPyramid(person);
  else drawBirth(person);
  person.frailty = drawSpread(frailties, person.stream);
  person.digital = nextFraction(person.stream);
  drawIllness(person);
  drawDeath(person);
  drawHomeCareNeed(person);
  drawResidence(person, writers.residence_history);
}
