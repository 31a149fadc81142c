/** The registers cover three whole calendar years. Months count from 0 in January of the first. */
export const FIRST_YEAR = 2023;
export const YEARS = 3;
export const MONTHS_IN_YEAR = 12;
export const MONTHS = YEARS * MONTHS_IN_YEAR;
export const LAST_YEAR = FIRST_YEAR + YEARS - 1;
