import { type CurveBySex, curveBySex } from './age-curve.ts';

/**
 * Share of an age that has ever been given the disease, by code of the code list `chronic-disease`.
 * The curves never fall: whoever has a disease keeps it. Shapes after RUKS and the Danish Health Data
 * Authority's figures for COPD and type 2 diabetes (2015), carried on to the years of the registers.
 */
// prettier-ignore
export const DISEASE_SHARES: Readonly<Record<string, CurveBySex>> = {
  'type-1-diabetes': curveBySex(
    [[0, 0], [5, 0.001], [15, 0.004], [30, 0.0065], [60, 0.008]],
    [[0, 0], [5, 0.001], [15, 0.0035], [30, 0.005], [60, 0.006]],
  ),
  'type-2-diabetes': curveBySex(
    [[25, 0], [40, 0.014], [50, 0.042], [60, 0.09], [70, 0.145], [80, 0.18]],
    [[15, 0], [25, 0.001], [40, 0.014], [50, 0.03], [60, 0.06], [70, 0.1], [80, 0.14], [90, 0.15]],
  ),
  kol: curveBySex(
    [[35, 0], [45, 0.0089], [55, 0.0267], [65, 0.0673], [75, 0.1109], [85, 0.1287]],
    [[35, 0], [45, 0.0099], [55, 0.0317], [65, 0.0733], [75, 0.1168], [85, 0.1287]],
  ),
  astma: curveBySex(
    [[0, 0], [3, 0.0226], [8, 0.0542], [20, 0.0599], [50, 0.0621], [80, 0.0678]],
    [[0, 0], [3, 0.0169], [8, 0.0429], [20, 0.0599], [50, 0.0735], [80, 0.0847]],
  ),
  osteoporose: curveBySex(
    [[45, 0], [60, 0.0088], [70, 0.022], [80, 0.0495], [90, 0.066]],
    [[45, 0], [55, 0.0275], [65, 0.0935], [75, 0.198], [85, 0.297], [95, 0.341]],
  ),
  leddegigt: curveBySex(
    [[15, 0], [40, 0.004], [60, 0.011], [75, 0.019]],
    [[10, 0], [15, 0.001], [40, 0.008], [60, 0.019], [75, 0.03]],
  ),
  skizofreni: curveBySex(
    [[15, 0], [20, 0.003], [30, 0.009], [50, 0.0095]],
    [[15, 0], [20, 0.003], [30, 0.006], [50, 0.007]],
  ),
  demens: curveBySex(
    [[55, 0], [65, 0.0042], [75, 0.0252], [80, 0.0525], [85, 0.105], [90, 0.168], [95, 0.231]],
    [[55, 0], [65, 0.0042], [75, 0.0273], [80, 0.0609], [85, 0.126], [90, 0.21], [95, 0.294]],
  ),
};

/** Rheumatoid arthritis is delimited more widely from the calendar's second year: a true break in the series. */
export const REDELIMITED_DISEASE = 'leddegigt';
export const SHARE_BEFORE_REDELIMITATION = 0.85;
