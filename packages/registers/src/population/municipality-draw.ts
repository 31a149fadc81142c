import { indexOfCode, leavesOf } from '../code-lists.ts';
import { type Alias, drawAlias, makeAlias } from '../random/alias.ts';
import { nextBelow, nextFraction, type Stream } from '../random/stream.ts';
import { AGES_OF_PLACE, MUNICIPALITIES } from '../rates/municipalities.ts';
import { MEN_BY_AGE, WOMEN_BY_AGE } from '../rates/population-by-age.ts';
import { MOVES_WITHIN_REGION } from '../rates/residence.ts';
import { BROAD_GROUPS, broadGroup } from './age-groups.ts';

const municipalities = leavesOf('residence');
const weights = new Float64Array(municipalities.length);
for (const [code, population] of MUNICIPALITIES) weights[indexOfCode('residence', code)] = population;

const byAge = rake().map((column) => makeAlias(column));
const regions = [...new Set(municipalities.map((member) => member.parent))];
const regionOf = Uint8Array.from(municipalities, (member) => regions.indexOf(member.parent));
const byRegion: readonly Alias[] = regions.map((_, region) =>
  makeAlias(weights.map((weight, municipality) => (regionOf[municipality] === region ? weight : 0))),
);

/** A municipality for someone of this age, by size and by how old its people are. */
export function drawMunicipality(stream: Stream, age: number): number {
  return drawAlias(byAge[broadGroup(age)]!, stream);
}

/** A municipality to move to: most moves are short. Never the one moved from. */
export function drawDestination(stream: Stream, from: number, age: number): number {
  const near = nextFraction(stream) < MOVES_WITHIN_REGION;
  const alias = near ? byRegion[regionOf[from]!]! : byAge[broadGroup(age)]!;
  for (let attempt = 0; attempt < 20; attempt++) {
    const to = drawAlias(alias, stream);
    if (to !== from) return to;
  }
  return (from + 1 + nextBelow(stream, municipalities.length - 1)) % municipalities.length;
}

/**
 * People by broad age group and municipality: the ages that places of a kind have, made to add up to
 * both the size of each municipality and the ages of the country (iterative proportional fitting,
 * W. E. Deming and F. F. Stephan 1940).
 */
function rake(): Float64Array[] {
  const size = weights.reduce((sum, weight) => sum + weight, 0);
  const ages = new Float64Array(BROAD_GROUPS);
  let people = 0;
  MEN_BY_AGE.forEach((men, age) => {
    const both = men + WOMEN_BY_AGE[age]!;
    ages[broadGroup(age)]! += both;
    people += both;
  });
  const columns = Array.from({ length: BROAD_GROUPS }, () => new Float64Array(weights.length));
  for (const [code, population, place] of MUNICIPALITIES) {
    const row = indexOfCode('residence', code);
    columns.forEach(
      (column, group) => (column[row] = population * AGES_OF_PLACE[place][group]! * ages[group]!),
    );
  }
  for (let round = 0; round < 30; round++) {
    columns.forEach((column, group) => scale(column, (size * ages[group]!) / people));
    for (let row = 0; row < weights.length; row++) {
      const found = columns.reduce((sum, column) => sum + column[row]!, 0);
      for (const column of columns) column[row]! *= weights[row]! / found;
    }
  }
  return columns;
}

function scale(column: Float64Array, total: number): void {
  const factor = total / column.reduce((sum, each) => sum + each, 0);
  column.forEach((each, row) => (column[row] = each * factor));
}
