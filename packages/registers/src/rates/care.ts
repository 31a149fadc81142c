import { type AgeCurve, ageCurve, type CurveBySex, curveBySex } from './age-curve.ts';

/** Share of an age that lives in a nursing home. */
export const NURSING_HOME: CurveBySex = curveBySex(
  [[50, 0], [65, 0.0035], [75, 0.011], [80, 0.025], [85, 0.055], [90, 0.12], [95, 0.2], [100, 0.28]],
  [[50, 0], [65, 0.0035], [75, 0.013], [80, 0.032], [85, 0.077], [90, 0.17], [95, 0.3], [100, 0.42]],
);

/** How much likelier with dementia. */
export const NURSING_HOME_WITH_DEMENTIA = 6;

/** Share of an age with home help in their own home. */
export const HOME_HELP: AgeCurve = ageCurve([
  [15, 0], [18, 0.0015], [50, 0.006], [65, 0.022], [75, 0.06], [80, 0.115], [85, 0.21], [90, 0.34], [95, 0.42],
]);

/**
 * Granted home help per week: the four bands of Statistics Denmark (2022) with their shares of
 * recipients, in quarters of an hour. Mean 3.2 hours.
 */
export const HOME_HELP_BANDS: readonly { readonly share: number; readonly from: number; readonly to: number }[] = [
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
