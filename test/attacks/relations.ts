import type { Knowledge } from './knowledge.ts';
import { keysBelow, numberCells } from './numbering.ts';

/** A sum the attacker knows to hold: whole = parts added up. */
export interface Relation {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Every sum of one measure in which something is hidden, over the dimensions where the measure adds up. */
export function relations(knowledge: Knowledge, measure: string): Relation[] {
  const { dimensions, names, values } = numberCells(knowledge, measure);
  const additive = dimensions.filter(({ id }) => knowledge.additiveOver.get(measure)!.includes(id));
  const found: Relation[] = [];
  for (const [key, value] of values) {
    for (const dimension of additive) {
      const parts = keysBelow(key, dimension);
      if (parts.length === 0 || !parts.every((part) => values.has(part))) continue;
      if (value !== null && !parts.some((part) => values.get(part) === null)) continue;
      found.push({ whole: names.get(key)!, parts: parts.map((part) => names.get(part)!) });
    }
  }
  return found;
}

/** Families 1–3: subtract what is known from what is known, until nothing new turns up. */
export function bySubtraction(
  cells: ReadonlyMap<string, number | null>,
  sums: readonly Relation[],
): Map<string, number> {
  const known = new Map([...cells].filter((entry): entry is [string, number] => entry[1] !== null));
  const recovered = new Map<string, number>();
  const open = sums.filter(({ whole, parts }) => !known.has(whole) || parts.some((part) => !known.has(part)));
  for (let before = -1; before !== recovered.size;) {
    before = recovered.size;
    for (const { whole, parts } of open) {
      const hidden = [whole, ...parts].filter((cell) => !known.has(cell));
      if (hidden.length !== 1) continue;
      const sum = parts.reduce((total, part) => total + (known.get(part) ?? 0), 0);
      const value = hidden[0] === whole ? sum : known.get(whole)! - sum;
      known.set(hidden[0]!, value);
      recovered.set(hidden[0]!, value);
    }
  }
  return recovered;
}
