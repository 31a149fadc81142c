import { type Knowledge, TOTAL } from './knowledge.ts';

/** A dimension with its codes numbered from 0. */
export interface NumberedDimension {
  readonly id: string;
  /** Distance between the keys of neighbouring codes. */
  readonly weight: number;
  readonly size: number;
  /** Codes right below each. */
  readonly children: readonly (readonly number[])[];
  /** Each code with everything above it, the code itself first. */
  readonly upwards: readonly (readonly number[])[];
}

/** A measure's cells by number instead of by name: an attack looks up millions. */
export interface Numbering {
  readonly dimensions: readonly NumberedDimension[];
  readonly names: ReadonlyMap<number, string>;
  readonly values: ReadonlyMap<number, number | null>;
}

/** Numbers the cells of a measure: a key is the sum of the codes' numbers, each times the weight of its dimension. */
export function numberCells(knowledge: Knowledge, measure: string): Numbering {
  const numbers: Map<string, number>[] = [];
  let weight = 1;
  const dimensions = knowledge.dimensions.map((id): NumberedDimension => {
    const children = knowledge.children.get(id)!;
    const codes = [...new Set([TOTAL, ...[...children.values()].flat()])];
    const number = new Map(codes.map((code, index) => [code, index]));
    const below = codes.map((code) => (children.get(code) ?? []).map((child) => number.get(child)!));
    const upwards = codes.map((_, index) => {
      const path = [index];
      for (let at = index; at >= 0;) {
        at = below.findIndex((each) => each.includes(at));
        if (at >= 0) path.push(at);
      }
      return path;
    });
    const numbered = { id, weight, size: codes.length, children: below, upwards };
    numbers.push(number);
    weight *= codes.length;
    return numbered;
  });
  const names = new Map<number, string>();
  const values = new Map<number, number | null>();
  for (const [name, value] of knowledge.measures.get(measure)!) {
    const key = name
      .split('|')
      .reduce((sum, code, at) => sum + numbers[at]!.get(code)! * dimensions[at]!.weight, 0);
    names.set(key, name);
    values.set(key, value);
  }
  return { dimensions, names, values };
}

/** Number of a cell's code in a dimension. */
export function codeIn(key: number, { weight, size }: NumberedDimension): number {
  return Math.floor(key / weight) % size;
}

/** Keys of the cells with the codes right below a cell's own in a dimension. */
export function keysBelow(key: number, dimension: NumberedDimension): number[] {
  const code = codeIn(key, dimension);
  return dimension.children[code]!.map((child) => key + (child - code) * dimension.weight);
}
