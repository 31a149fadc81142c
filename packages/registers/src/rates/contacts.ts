import { type AgeCurve, ageCurve, type CurveBySex, curveBySex } from './age-curve.ts';

/** How unevenly need of care is spread among people of the same age and sex; see `makeSpread`. */
export const FRAILTY_UNEVENNESS = 0.9;

/** Yearly contacts with general practice per citizen, by age. Shape after Statistics Denmark, SYGK. */
// prettier-ignore
export const PRACTICE: CurveBySex = curveBySex(
  [
    [0, 8.6], [2, 5], [6, 2.9], [14, 2.6], [20, 3.2], [30, 4.2], [45, 5], [58, 6.1], [68, 8], [78, 11.5],
    [88, 14.5], [95, 16],
  ],
  [
    [0, 8.2], [2, 4.8], [6, 2.9], [12, 3], [17, 5.8], [25, 8.3], [35, 8.4], [45, 7.8], [58, 8.4],
    [68, 9.6], [78, 12.4], [88, 15], [95, 16.5],
  ],
);

/** Share that keeps away from the doctor in a year, whatever their health. */
// prettier-ignore
export const KEEPS_AWAY: CurveBySex = curveBySex(
  [[0, 0], [4, 0.02], [12, 0.06], [20, 0.12], [50, 0.12], [62, 0.05], [75, 0.02]],
  [[0, 0], [4, 0.02], [12, 0.04], [20, 0.02], [75, 0.01]],
);

/** Share of an age that writes to the doctor, and the share of their contacts that are written. */
// prettier-ignore
export const DIGITAL: AgeCurve = ageCurve([
  [0, 0.4], [3, 0.38], [8, 0.3], [15, 0.35], [25, 0.57], [60, 0.57], [75, 0.5], [85, 0.3], [95, 0.1],
]);
export const WRITTEN_SHARE = 0.42;

/** Share of the remaining contacts that are by telephone, and of the rest that are visits to the home. */
// prettier-ignore
export const TELEPHONE: AgeCurve = ageCurve([[0, 0.25], [60, 0.25], [80, 0.3], [95, 0.4]]);
// prettier-ignore
export const HOME_VISITS: AgeCurve = ageCurve([[65, 0.002], [80, 0.03], [90, 0.09]]);
export const HOME_VISITS_IN_NURSING_HOME = 0.4;

/** Yearly contacts with out-of-hours doctors per citizen. */
// prettier-ignore
export const OUT_OF_HOURS: AgeCurve = ageCurve([
  [0, 1.4], [3, 0.9], [10, 0.35], [25, 0.35], [60, 0.25], [80, 0.45], [95, 0.7],
]);

/** Yearly outpatient visits to hospitals per citizen. */
// prettier-ignore
export const OUTPATIENT: CurveBySex = curveBySex(
  [
    [0, 1.41], [2, 0.97], [8, 0.79], [16, 0.97], [30, 0.92], [45, 1.32], [60, 2.2], [70, 3.17], [78, 3.78],
    [88, 3.26], [95, 2.11],
  ],
  [
    [0, 1.32], [2, 0.88], [8, 0.7], [16, 1.06], [25, 1.94], [32, 2.55], [40, 1.76], [50, 1.76], [60, 2.2],
    [70, 2.82], [78, 3.26], [88, 2.73], [95, 1.76],
  ],
);
/** Share that has nothing to do with a hospital in a year, whatever their frailty. */
// prettier-ignore
export const WELL_ALL_YEAR: AgeCurve = ageCurve([[0, 0.1], [20, 0.2], [50, 0.18], [75, 0.05]]);
/** Share of outpatient visits that are not planned (Statistics Denmark 2021: 10 %). */
export const ACUTE_SHARE = 0.1;

/** Yearly hospital admissions per citizen: highest in the first year of life and after 60, births among women. */
// prettier-ignore
export const ADMISSIONS: CurveBySex = curveBySex(
  [
    [0, 0.418], [1, 0.174], [4, 0.052], [15, 0.039], [30, 0.044], [45, 0.065], [60, 0.131], [75, 0.261],
    [85, 0.4], [95, 0.435],
  ],
  [
    [0, 0.365], [1, 0.148], [4, 0.044], [14, 0.044], [20, 0.074], [26, 0.139], [31, 0.2], [37, 0.131],
    [44, 0.07], [60, 0.109], [75, 0.217], [85, 0.348], [95, 0.383],
  ],
);
/** Mean number of bed days of an admission, by age. */
// prettier-ignore
export const BED_DAYS: AgeCurve = ageCurve([[0, 3], [5, 2.2], [30, 2.6], [60, 3.8], [80, 5.4]]);
export const LONGEST_STAY = 120;

/** Admissions by region against the country (Statistics Denmark 2021: 152 per 1,000 in Sjælland, 121 in Midtjylland). */
export const ADMISSIONS_OF_REGION: Readonly<Record<string, number>> = {
  '1081': 1.0,
  '1082': 0.91,
  '1083': 1.02,
  '1084': 0.99,
  '1085': 1.1,
};

/** Yearly contacts with specialist practice per citizen. */
// prettier-ignore
export const SPECIALIST: CurveBySex = curveBySex(
  [[0, 0.25], [3, 0.75], [8, 0.5], [15, 0.4], [30, 0.45], [50, 0.75], [65, 1.3], [78, 2], [90, 1.5]],
  [[0, 0.22], [3, 0.65], [8, 0.5], [15, 0.65], [25, 0.95], [50, 1.2], [65, 1.6], [78, 2.2], [90, 1.5]],
);

/** Yearly prescriptions redeemed per citizen, counted once per month and main group or so. */
// prettier-ignore
export const PRESCRIPTIONS: CurveBySex = curveBySex(
  [[0, 0.7], [3, 0.9], [10, 0.8], [20, 1.1], [30, 1.4], [45, 2.8], [60, 5.4], [75, 8.5], [90, 11]],
  [[0, 0.6], [3, 0.8], [10, 0.8], [16, 2], [25, 2.9], [35, 3.1], [45, 3.9], [60, 6], [75, 8.6], [90, 11]],
);

/** How much more each chronic disease makes a person use, in parts of what people of the age use. */
export const MORE_PER_DISEASE = { practice: 0.35, hospital: 0.45, specialist: 0.25, prescriptions: 0.7 };

/** Use in the year of death against other years. */
export const YEAR_OF_DEATH = { practice: 1.5, hospital: 3 };

/** Month by month against an even year, January first. */
export const SEASONS = {
  practice: [1.08, 1.02, 1.08, 0.97, 1.0, 0.98, 0.78, 0.98, 1.04, 1.03, 1.07, 0.97],
  hospital: [1.03, 0.98, 1.06, 0.97, 1.0, 1.01, 0.86, 1.02, 1.04, 1.03, 1.05, 0.95],
} as const;

/** Share of practice contacts received so far, for the last months of the calendar: provisional figures. */
export const RECEIVED_OF_LAST_MONTHS: readonly number[] = [0.98, 0.93];
