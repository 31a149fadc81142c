import { type Knowledge, TOTAL } from './knowledge.ts';

/** A sum the attacker knows to hold: whole = parts added up. */
export interface Relation {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Every sum of one measure that the hierarchies give, over the dimensions where the measure adds up. */
export function relations(knowledge: Knowledge, measure: string): Relation[] {
  const cells = knowledge.measures.get(measure)!;
  const additive = knowledge.cube.measures.find(({ id }) => id === measure)!.additiveOver;
  const found: Relation[] = [];
  knowledge.dimensions.forEach((dimension, position) => {
    if (!additive.includes(dimension)) return;
    const children = knowledge.children.get(dimension)!;
    for (const whole of cells.keys()) {
      const codes = whole.split('|');
      const below = children.get(codes[position]!);
      if (!below) continue;
      const parts = below.map((code) => codes.with(position, code).join('|'));
      if (parts.every((part) => cells.has(part))) found.push({ whole, parts });
    }
  });
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

/** The name of the cell with everything at its total. */
export const everything = (knowledge: Knowledge): string => knowledge.dimensions.map(() => TOTAL).join('|');
