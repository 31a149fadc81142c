import { type AgeCurve, ageCurve } from './age-curve.ts';

/** Chance of moving to another municipality within a year. About 5.5 % of the population. */
// prettier-ignore
export const MOVES: AgeCurve = ageCurve([
  [0, 0.06], [6, 0.035], [16, 0.03], [19, 0.13], [24, 0.17], [30, 0.11], [40, 0.05], [50, 0.032],
  [65, 0.022], [85, 0.018],
]);

/** Share of moves that stay within the region. */
export const MOVES_WITHIN_REGION = 0.65;
