/** Nobody is older. Curves have an entry for each age from 0 to this. */
export const HIGHEST_AGE = 115;

/** A rate or a share for every single year of age. */
export type AgeCurve = Float64Array;

/** A curve for men (0) and one for women (1): sex in the order of the code list. */
export type CurveBySex = readonly [men: AgeCurve, women: AgeCurve];

/** Ages and values; between them the curve is a straight line, outside them level. */
export type Knots = readonly (readonly [age: number, value: number])[];

/** @throws RangeError when ages do not rise */
export function ageCurve(knots: Knots): AgeCurve {
  knots.forEach(([age], i) => {
    if (i > 0 && age <= knots[i - 1]![0]) throw new RangeError('The ages of a curve must rise');
  });
  return Float64Array.from({ length: HIGHEST_AGE + 1 }, (_, age) => valueAt(knots, age));
}

export function curveBySex(men: Knots, women: Knots): CurveBySex {
  return [ageCurve(men), ageCurve(women)];
}

function valueAt(knots: Knots, age: number): number {
  const next = knots.findIndex(([at]) => at >= age);
  if (next === 0) return knots[0]![1];
  if (next < 0) return knots.at(-1)![1];
  const [fromAge, from] = knots[next - 1]!;
  const [toAge, to] = knots[next]!;
  return from + ((to - from) * (age - fromAge)) / (toAge - fromAge);
}
