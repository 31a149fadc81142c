import { type CurveBySex, curveBySex } from './age-curve.ts';

/**
 * Share of an age that has ever been given the disease, by code of the code list `chronic-disease`.
 * The curves never fall: whoever has a disease keeps it. Shapes after RUKS and the Danish Health Data
 * Authority's figures for COPD and type 2 diabetes (2015), carried on to the years of the registers.
 */
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
    [[35, 0], [45, 0.009], [55, 0.027], [65, 0.068], [75, 0.112], [85, 0.13]],
    [[35, 0], [45, 0.01], [55, 0.032], [65, 0.074], [75, 0.118], [85, 0.13]],
  ),
  astma: curveBySex(
    [[0, 0], [3, 0.02], [8, 0.048], [20, 0.053], [50, 0.055], [80, 0.06]],
    [[0, 0], [3, 0.015], [8, 0.038], [20, 0.053], [50, 0.065], [80, 0.075]],
  ),
  osteoporose: curveBySex(
    [[45, 0], [60, 0.008], [70, 0.02], [80, 0.045], [90, 0.06]],
    [[45, 0], [55, 0.025], [65, 0.085], [75, 0.18], [85, 0.27], [95, 0.31]],
  ),
  leddegigt: curveBySex(
    [[15, 0], [40, 0.004], [60, 0.011], [75, 0.019]],
    [[10, 0], [15, 0.001], [40, 0.008], [60, 0.019], [75, 0.03]],
  ),
  skizofreni: curveBySex([[15, 0], [20, 0.003], [30, 0.009], [50, 0.0095]], [[15, 0], [20, 0.003], [30, 0.006], [50, 0.007]]),
  demens: curveBySex(
    [[55, 0], [65, 0.004], [75, 0.024], [80, 0.05], [85, 0.1], [90, 0.16], [95, 0.22]],
    [[55, 0], [65, 0.004], [75, 0.026], [80, 0.058], [85, 0.12], [90, 0.2], [95, 0.28]],
  ),
};

/** Rheumatoid arthritis is delimited more widely from the calendar's second year: a true break in the series. */
export const REDELIMITED_DISEASE = 'leddegigt';
export const SHARE_BEFORE_REDELIMITATION = 0.85;
