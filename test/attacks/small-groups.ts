import type { Knowledge } from './knowledge.ts';
import { codeIn, keysBelow, numberCells } from './numbering.ts';

/**
 * Family 35: numbers of persons that are nobody's cell and follow from published ones. Where persons do not
 * add up, a cell minus one with narrower codes is a number of persons, and parts minus their whole count those
 * who are in several.
 */
export function smallGroups(knowledge: Knowledge, threshold: number): string[] {
  const { dimensions, names, values } = numberCells(knowledge, 'persons');
  const additive = knowledge.additiveOver.get('persons')!;
  const nested = dimensions.filter(({ id }) => !additive.includes(id));
  const isSmall = (persons: number): boolean => persons > 0 && persons < threshold;
  const found: string[] = [];
  for (const [key, persons] of values) {
    if (persons === null) continue;
    let wider = [key];
    for (const dimension of nested) {
      const code = codeIn(key, dimension);
      const steps = dimension.upwards[code]!.map((above) => (above - code) * dimension.weight);
      wider = wider.flatMap((each) => steps.map((step) => each + step));
    }
    for (const each of wider) {
      const whole = values.get(each);
      if (whole != null && isSmall(whole - persons))
        found.push(`${names.get(each)} without ${names.get(key)}`);
    }
    for (const dimension of nested) {
      const parts = keysBelow(key, dimension).map((part) => values.get(part));
      if (parts.length < 2 || parts.some((part) => part == null)) continue;
      const sum = parts.reduce<number>((all, part) => all + part!, 0);
      if (isSmall(sum - persons)) found.push(`several ${dimension.id} in ${names.get(key)}`);
    }
  }
  return found;
}
