import { type CurveBySex, HIGHEST_AGE } from './age-curve.ts';

/** Chance of dying in the first year of life. */
const INFANT = 0.0032;
/** What no one escapes: accidents, at any age. */
const FLOOR = 0.00015;

/**
 * Chance of dying within the year at the end of which one would have reached the age: Gompertz's law
 * (1825), fitted by eye to Danish mortality about 2023.
 */
export const MORTALITY: CurveBySex = [mortality(0.0088, 0.096), mortality(0.0056, 0.102)];

/** Mortality of those with a chronic disease, and of nursing-home residents, against others of their age. */
export const MORTALITY_WITH_DISEASE = 1.6;
export const MORTALITY_IN_NURSING_HOME = 2.5;

function mortality(at60: number, slope: number): Float64Array {
  return Float64Array.from({ length: HIGHEST_AGE + 1 }, (_, age) =>
    age === 0 ? INFANT : Math.min(0.6, FLOOR + at60 * Math.exp(slope * (age - 60))),
  );
}
