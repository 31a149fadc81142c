import { indexOfCode, leavesOf } from '../code-lists.ts';
import { LAST_YEAR, YEARS } from '../calendar.ts';
import type { RegisterBlock } from '../register-table.ts';
import { count, type Tally } from './tally.ts';

const AGES: readonly (readonly [figure: string, from: number, to: number])[] = [
  ['age-0-17', 0, 17],
  ['age-18-39', 18, 39],
  ['age-40-64', 40, 64],
  ['age-65-79', 65, 79],
  ['age-80', 80, Infinity],
];
const women = indexOfCode('sex', 'K');
const inNursingHome = indexOfCode('nursing-home', 'ja');
const regionOf = leavesOf('residence').map((member) => member.parent);
const oldest = leavesOf('age').map((member) => member.parent === '80+');
const diseases = leavesOf('chronic-disease').map((member) => member.code);

/** Ages, sex, regions, moves, nursing homes and chronic diseases of the citizens at the end of each year. */
export function tallyPopulation(block: RegisterBlock, tally: Tally): void {
  const person = block.tables['person']!.columns;
  const { rows, columns } = block.tables['resident_year']!;
  const diseasesBefore = new Uint8Array(block.persons);
  let residents = 0;
  for (let row = 0; row < rows; row++) {
    if (columns['resident']![row] === 0) continue;
    residents += 1;
    const at = columns['person']![row]! - block.firstPerson;
    const last = columns['year']![row] === YEARS - 1;
    const mask = columns['diseases']![row]!;
    if (last) {
      const age = LAST_YEAR - person['birth_year']![at]!;
      for (const [figure, from, to] of AGES) count(tally, figure, age >= from && age <= to ? 100 : 0, 1);
      count(tally, 'chronic-new', 1000 * countBits(mask & ~diseasesBefore[at]!), 1);
    }
    count(tally, 'women', columns['sex']![row] === women ? 100 : 0, 1);
    const region = regionOf[columns['municipality']![row]!];
    for (const each of new Set(regionOf)) count(tally, `region-${each}`, each === region ? 100 : 0, 1);
    count(tally, 'nursing-home', columns['nursing_home']![row] === inNursingHome ? 100 : 0, 1);
    count(tally, 'chronic', mask !== 0 ? 100 : 0, 1);
    if (oldest[columns['age_group']![row]!]) count(tally, 'chronic-80', mask !== 0 ? 100 : 0, 1);
    diseases.forEach((code, disease) => count(tally, `disease-${code}`, mask & (1 << disease) ? 100 : 0, 1));
    diseasesBefore[at] = mask;
  }
  const spells = block.tables['residence_history']!.rows;
  count(tally, 'moves', 100 * (spells - block.persons), residents);
}

function countBits(mask: number): number {
  let bits = 0;
  for (let left = mask; left; left &= left - 1) bits += 1;
  return bits;
}
