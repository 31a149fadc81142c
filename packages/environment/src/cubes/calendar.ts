import type { Level, Member } from '@datakube/contract';

/** How many members of a calendar level make a year. */
const PER_YEAR: Readonly<Record<string, number>> = { year: 1, quarter: 4, month: 12 };

/** The level's length as a divisor of the year, or undefined for a level no calendar has. */
export function periodsPerYear(level: string): number | undefined {
  return Object.hasOwn(PER_YEAR, level) ? PER_YEAR[level] : undefined;
}

/**
 * The members of a calendar of whole years, level by level from the coarsest: codes `2024`,
 * `2024-Q1`, `2024-01`.
 *
 * @param from first year
 * @param to last year
 * @param levels some of `year`, `quarter`, `month`, coarsest first
 */
export function calendarMembers(from: number, to: number, levels: readonly Level[]): Member[] {
  return levels.flatMap((level, depth) => {
    const perYear = PER_YEAR[level.id] ?? 1;
    const perYearAbove = depth > 0 ? (PER_YEAR[levels[depth - 1]!.id] ?? 1) : undefined;
    return Array.from({ length: (to - from + 1) * perYear }, (_, index) => {
      const year = from + Math.floor(index / perYear);
      const part = index % perYear;
      const member = { code: code(year, part, perYear), name: name(year, part, perYear), level: level.id };
      if (perYearAbove === undefined) return member;
      return { ...member, parent: code(year, Math.floor((part * perYearAbove) / perYear), perYearAbove) };
    });
  });
}

function code(year: number, part: number, perYear: number): string {
  if (perYear === 1) return String(year);
  return perYear === 4 ? `${year}-Q${part + 1}` : `${year}-${String(part + 1).padStart(2, '0')}`;
}

function name(year: number, part: number, perYear: number): Member['name'] {
  if (perYear === 1) return { da: String(year), en: String(year) };
  if (perYear === 4) return { da: `${part + 1}. kvartal ${year}`, en: `Q${part + 1} ${year}` };
  return { da: `${MONTHS.da[part]} ${year}`, en: `${MONTHS.en[part]} ${year}` };
}

/** Written out rather than taken from `Intl`, so that names are the same on every platform. */
const MONTHS = {
  da: [
    'januar',
    'februar',
    'marts',
    'april',
    'maj',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;
