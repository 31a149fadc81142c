import { formatNumber } from '../numbers.ts';
import type { Writing } from '../words.ts';

/** A shade of the five steps, lightest first. */
export type Shade = 1 | 2 | 3 | 4 | 5;

/** Numbers from one bound up to the next, all in one shade. */
export interface ValueClass {
  readonly shade: Shade;
  /** The least number of the class; null for the first, which has no lower bound. */
  readonly from: number | null;
  /** Where the next class begins; null for the last. */
  readonly below: number | null;
}

/** Classes of numbers: five where there are numbers enough to tell five apart, fewer where not. */
export interface ValueClasses {
  readonly classes: readonly ValueClass[];
  /** The shade of a number that is shown. */
  shadeOf(value: number): Shade;
}

const SHADES: readonly (readonly Shade[])[] = [[3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/**
 * Classes with about a fifth of the numbers each, between bounds as round as the numbers allow. Nothing but the
 * numbers shown has a say: a class made for a hidden value would tell how large it is.
 *
 * @param numbers - all numbers shown
 * @param decimals - digits the numbers are written with: a number is in the class of what is written
 */
export function valueClasses(numbers: readonly number[], decimals: number): ValueClasses {
  const written = (value: number): number => Number(value.toFixed(decimals));
  const sorted = numbers.map(written).sort((a, b) => a - b);
  const bounds = boundsOf(sorted);
  const shades = SHADES[bounds.length] ?? SHADES[4] ?? [];
  const classes = shades.map((shade, index): ValueClass => ({
    shade,
    from: bounds[index - 1] ?? null,
    below: bounds[index] ?? null,
  }));
  return {
    classes: numbers.length > 0 ? classes : [],
    shadeOf: (value) => shades[bounds.filter((bound) => bound <= written(value)).length] ?? 5,
  };
}

/** `under 30`, `30–35,9`, `50+`: what the numbers of a class are, as they are written. */
export function classText({ from, below }: ValueClass, { language, decimals }: Writing): string {
  const number = (value: number): string =>
    formatNumber(value, language, Number.isInteger(value) ? 0 : decimals);
  if (from === null && below === null) return language === 'da' ? 'alle viste' : 'all shown';
  if (from === null) return `under ${number(below ?? 0)}`;
  if (below === null) return `${number(from)}+`;
  const last = formatNumber(below - 10 ** -decimals, language, decimals);
  return last === formatNumber(from, language, decimals) ? last : `${number(from)}–${last}`;
}

/** A bound at each fifth of the numbers, as round as it can be without passing a twentieth of them. */
function boundsOf(sorted: readonly number[]): number[] {
  const bounds = [1, 2, 3, 4].flatMap((fifth) => {
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
    const value = sorted[Math.round((fifth / 5) * sorted.length)];
    if (value === undefined) return [];
    return [roundest(Math.min(at(fifth / 5 - 0.05), value), value)];
  });
  // Where many numbers are the same, a bound may have none between itself and the one before.
  const kept: number[] = [];
  for (const bound of bounds) {
    const before = kept.at(-1) ?? -Infinity;
    if (sorted.some((number) => number >= before && number < bound)) kept.push(bound);
  }
  return kept;
}

/** The roundest number above one and no greater than another; the other itself where they are the same. */
function roundest(above: number, upTo: number): number {
  if (!(upTo > above)) return upTo;
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(above), Math.abs(upTo)))); power >= -12; power--) {
    for (const digit of [5, 2, 1]) {
      const unit = digit * 10 ** power;
      const multiple = Math.floor(upTo / unit + 1e-9) * digit;
      const candidate = power < 0 ? multiple / 10 ** -power : multiple * 10 ** power;
      if (candidate > above && candidate <= upTo) return candidate;
    }
  }
  return upTo;
}
