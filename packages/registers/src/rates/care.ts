import { type AgeCurve, ageCurve, type CurveBySex, curveBySex } from './age-curve.ts';

/** Share of an age that lives in a nursing home. */
// prettier-ignore
export const NURSING_HOME: CurveBySex = curveBySex(
  [[50, 0], [65, 0.0048], [75, 0.0152], [80, 0.0345], [85, 0.0759], [90, 0.1656], [95, 0.276], [100, 0.3864]],
  [[50, 0], [65, 0.0048], [75, 0.0179], [80, 0.0442], [85, 0.1063], [90, 0.2346], [95, 0.414], [100, 0.5796]],
);

/** How much likelier with dementia. */
export const NURSING_HOME_WITH_DEMENTIA = 6;

/** Share of an age with home help in their own home. */
// prettier-ignore
export const HOME_HELP: AgeCurve = ageCurve([
  [15, 0], [18, 0.0018], [50, 0.0072], [65, 0.0264], [75, 0.072], [80, 0.138], [85, 0.252], [90, 0.408],
  [95, 0.504],
]);

/**
 * Granted home help per week: the four bands of Statistics Denmark (2022) with their shares of
 * recipients, in quarters of an hour. Mean 3.2 hours.
 */
export const HOME_HELP_BANDS: readonly {
  readonly share: number;
  readonly from: number;
  readonly to: number;
}[] = [
  { share: 67, from: 1, to: 7 },
  { share: 22, from: 8, to: 25 },
  { share: 9, from: 32, to: 66 },
  { share: 2, from: 80, to: 170 },
];

/** Share of those with home help who also have home nursing, and of others of the same need who have nursing alone. */
export const NURSING_WITH_HELP = 0.45;
export const NURSING_ALONE = 0.3;

/** Granted home nursing per week, quarters of an hour. */
export const NURSING_QUARTERS = { from: 1, to: 12 };
